"""``dossier accept``: a comma in the original costs no translator a second reading."""

import json
from pathlib import Path

import pytest

from dossier.cli import accept as command
from workshop import Workshop

TEXT = "content/demo/introduction.md"
PO = "locales/fr/LC_MESSAGES/demo/introduction.po"
STEP = "Write the text in Markdown."


@pytest.fixture
def demo(tmp_path: Path) -> Workshop:
    """A demo whose French introduction was reviewed, and then its original edited: a slip, a word, a number."""
    workshop = Workshop.demo(tmp_path / "demo")
    workshop.write(PO, workshop.read(PO).replace("#, fuzzy\n", ""))
    assert workshop.run("update").exit_code == 0
    workshop.edit(TEXT, STEP, "Write the text, in Markdown.")
    workshop.edit(TEXT, "the translation, marked as a draft", "your translation, marked as a draft")
    return workshop


def states(workshop: Workshop, language: str) -> dict[str, int]:
    rows = json.loads(workshop.run("status", "--lang", language, "--json").output)
    documents = rows["documents"] if isinstance(rows, dict) else rows
    return next(row["entries"] for row in documents if row["document"] == "introduction")


def test_without_a_terminal_it_shows_the_changes_and_changes_nothing(demo: Workshop) -> None:
    before = demo.read(PO)
    run = demo.run("accept")
    assert run.exit_code == 0
    assert f"{TEXT}:10 (fr, fa)\n  Write the text{{+,+}} in Markdown.\n" in run.output
    assert "[-the-]{+your+} translation, marked as a draft" in run.output
    assert demo.read(PO) == before


def test_yes_accepts_what_is_trivial_and_nothing_else(demo: Workshop) -> None:
    assert "demo fr: 1 translation holds" in demo.run("accept", "--yes").output
    assert 'msgid "Write the text, in Markdown."\nmsgstr "Écrivez le texte en Markdown."' in demo.read(PO)
    assert states(demo, "fr")["stale"] == 1
    assert demo.run("update").output.count("unchanged") == 3


def test_drafts_stay_drafts(demo: Workshop) -> None:
    before = states(demo, "fa")
    demo.run("accept", "--yes")
    assert states(demo, "fa")["reviewed"] == before["reviewed"] == 0
    assert states(demo, "fa")["stale"] == 1


def test_a_place_that_is_named_is_accepted(demo: Workshop) -> None:
    line = next(number for number, text in enumerate(demo.read(TEXT).splitlines(), 1) if "your translation" in text)
    assert demo.run("accept", "--at", f"{TEXT}:{line}", "--lang", "fr").exit_code == 0
    assert states(demo, "fr")["stale"] == 1


def test_it_works_after_an_update_as_well(demo: Workshop) -> None:
    demo.run("update")
    assert states(demo, "fr")["stale"] == 2
    demo.run("accept", "--yes")
    assert states(demo, "fr")["stale"] == 1
    assert "was reviewed" not in demo.read(PO).split("Write the text, in Markdown.")[0][-600:]


def test_on_a_terminal_each_change_is_asked_for(demo: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def confirm(question: str) -> bool:
        asked.append(question)
        return len(asked) == 2

    monkeypatch.setattr(command.sys, "stdin", type("Terminal", (), {"isatty": lambda self: True})())
    monkeypatch.setattr(command.click, "confirm", confirm)
    agreed = list(command._agreed(command.changed_texts(_project(demo), command.selection((), ("fr",))), yes=False, quiet=False))
    assert len(asked) == 2
    assert [change.new for change in agreed] == ["your translation, marked as a draft"]


def _project(workshop: Workshop):  # type: ignore[no-untyped-def]
    from dossier.pipeline.project import Project

    return Project(workshop.root)


def test_a_number_is_not_even_asked_for(demo: Workshop) -> None:
    demo.edit(TEXT, "an [example source]", "2 [example sources]")
    run = demo.run("accept", "--yes")
    assert "cannot be accepted: a number changed" in run.output
    assert states(demo, "fr")["stale"] == 2


def test_json_tells_scripts_everything(demo: Workshop) -> None:
    found = json.loads(demo.run("accept", "--json").output)
    assert [(change["trivial"], change["refusal"], change["languages"]) for change in found] == [
        (True, "", ["fr", "fa"]),
        (False, "", ["fr", "fa"]),
    ]


def test_nothing_changed_is_said(tmp_path: Path) -> None:
    workshop = Workshop.demo(tmp_path / "demo")
    workshop.run("update")
    assert workshop.run("accept").output == "no original has changed since it was translated\n"
