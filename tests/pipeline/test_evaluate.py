"""``dossier evaluate`` on a project: drafts that stand, drafts made anew, and what a terminal and a script are told."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

from dossier.cli.evaluate import short_names
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.translation.engines import registry
from dossier.translation.engines.engine import Effort, Engine, Pair, Reply, Settings
from machine import tree
from workshop import Run, Workshop

PO = "locales/fr/LC_MESSAGES/demo/introduction.po"
MACHINE = "language model en-fr"
HEADER = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
TEXTS = {
    "How a dossier is made": "Comment on fait un dossier",
    "Write the text in Markdown.": "Écrire le texte en Markdown.",
    "What readers see": "Ce que voit le public",
}
BAD = dict.fromkeys(TEXTS.values(), "Rien de tel ici")
"""What the bad engine says where the good one is right."""


@dataclass(frozen=True)
class Fake:
    """An engine that knows three sentences, well or badly."""

    name: str
    pair: Pair

    @property
    def origin(self) -> str:
        return f"{self.name} 1.0 {self.pair} model:sha256:abcdef"

    def translate(self, sentences: Sequence[str], effort: Effort) -> Iterator[tuple[int, Reply]]:
        for index, sentence in enumerate(sentences):
            good = TEXTS.get(sentence, "Encore une phrase sans rapport")
            yield index, Reply(good if self.name == "good" else BAD.get(good, good))


def open_good(pair: Pair, settings: Settings) -> Engine:
    return Fake("good", pair)


def open_bad(pair: Pair, settings: Settings) -> Engine:
    return Fake("bad", pair)


def open_english_only(pair: Pair, settings: Settings) -> Engine:
    if pair.source != "en":
        raise DossierError(Diagnostic(CODES["M003"], f"narrow does not know {pair}"))
    return Fake("good", pair)


@pytest.fixture
def engines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three engines of this file, found as any other."""
    monkeypatch.setitem(sys.modules, "engines_of_a_test", sys.modules[__name__])
    openers = {"good": "open_good", "bad": "open_bad", "narrow": "open_english_only"}
    points = [EntryPoint(name, f"engines_of_a_test:{opener}", registry.GROUP) for name, opener in openers.items()]
    monkeypatch.setattr(registry, "entry_points", lambda group: points)


def po(texts: dict[str, str]) -> str:
    return "\n".join([HEADER, *(f'msgid "{msgid}"\nmsgstr "{msgstr}"\n' for msgid, msgstr in texts.items())])


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """A demo project and a file with references."""
    made = Workshop.demo(tmp_path / "demo")
    made.write("reference.po", po(TEXTS))
    return made


def evaluated(workshop: Workshop, *arguments: str) -> Run:
    return workshop.run("evaluate", "--lang", "fr", "--reference", str(workshop.root / "reference.po"), *arguments)


def as_json(workshop: Workshop, *arguments: str) -> Any:
    run = evaluated(workshop, "--json", *arguments)
    assert run.exit_code == 0, run.errors
    return json.loads(run.output)


def test_drafts_that_stand_are_scored(workshop: Workshop) -> None:
    found = as_json(workshop)
    assert found["references"] == {"translated": 3}
    assert [(one["name"], one["passages"], one["empty"]) for one in found["machines"]] == [(MACHINE, 3, 0)]
    assert 0 < found["machines"][0]["chrF2"]["score"] < 100
    assert [one["code"] for one in found["findings"]] == ["M042"]
    worst = found["worst"][0]
    assert worst["place"].startswith(f"{PO}:")
    assert worst["reference-place"].startswith("reference.po:")
    line = int(worst["place"].split(":")[1])
    assert worst["drafts"][0]["text"] in workshop.read(PO).splitlines()[line - 1]


def test_a_terminal_shows_scores_signatures_and_the_worst_side_by_side(workshop: Workshop) -> None:
    run = evaluated(workshop, "--worst", "1")
    assert run.exit_code == 0
    assert "references: 3 translated by a person" in run.output
    assert "chrF2: nrefs:1|bs:1000|seed:12345|case:mixed|eff:yes|nc:6|nw:0|space:no|version:" in run.output
    assert "|tok:13a|" in run.output
    assert [line.split()[0] for line in run.output.splitlines()[-4:]] == ["1.", "source", "reference", "language"]
    assert "fewer" not in run.errors
    assert run.codes == {"M042"}


def test_engines_draft_the_passages_anew_and_no_locale_file_changes(workshop: Workshop, engines: None) -> None:
    before = tree(workshop.root / "locales")
    found = as_json(workshop, "--engine", "bad", "--engine", "good")
    best, other = found["machines"]
    assert [best["name"], other["name"]] == [f"{name} 1.0 en-fr model:sha256:abcdef" for name in ("good", "bad")]
    assert best["chrF2"]["score"] == pytest.approx(100)
    assert best["BLEU"]["score"] == pytest.approx(100)
    assert (best["chrF2"]["p"], other["passages"]) == (None, 3)
    assert other["chrF2"]["score"] < 50
    assert other["chrF2"]["p"] is not None
    assert found["same-passages"] is True
    assert {one["name"] for one in found["worst"][0]["drafts"]} == {best["name"], other["name"]}
    assert tree(workshop.root / "locales") == before


def test_what_engines_said_is_remembered(workshop: Workshop, engines: None, monkeypatch: pytest.MonkeyPatch) -> None:
    first = as_json(workshop, "--engine", "good")

    def fails(self: Fake, sentences: Sequence[str], effort: Effort) -> Iterator[tuple[int, Reply]]:
        raise AssertionError("asked again")

    monkeypatch.setattr(Fake, "translate", fails)
    assert as_json(workshop, "--engine", "good") == first


def test_passages_in_a_language_that_an_engine_does_not_know_are_left_empty(workshop: Workshop, engines: None) -> None:
    workshop.edit("content/demo/sources/example-source.md", "language: en", "language: de")
    title = "An example source, written for this demonstration"
    workshop.write("reference.po", po({**TEXTS, title: "Une source"}))
    machine = as_json(workshop, "--engine", "narrow")["machines"][0]
    assert (machine["passages"], machine["empty"]) == (4, 1)
    assert machine["notes"] == ["narrow does not know de-fr; 1 passage is left empty"]


def test_an_engine_that_knows_none_of_the_languages_fails(workshop: Workshop, engines: None) -> None:
    workshop.edit("content/demo/sources/example-source.md", "language: en", "language: de")
    workshop.write("reference.po", po({"An example source, written for this demonstration": "Une source"}))
    run = evaluated(workshop, "--engine", "narrow")
    assert (run.exit_code, run.codes) == (1, {"M003"})


def test_the_projects_own_translations_are_the_reference_where_no_file_is_named(workshop: Workshop, engines: None) -> None:
    text = workshop.read(PO)
    for at, fuzzy in enumerate(("#, fuzzy\n",) * 3):
        head, found, tail = text.partition(f'{fuzzy}msgid "{list(TEXTS)[at]}"')
        assert found
        text = f"{head}{found.removeprefix(fuzzy)}{tail}"
    text = text.replace('msgstr "Ce que voient les lecteurs"', 'msgstr "Ce que voit le public"')
    workshop.write(PO, text)
    run = workshop.run("evaluate", "--lang", "fr", "--json", "--engine", "good")
    found = json.loads(run.output)
    assert found["references"] == {"post-edited": 1}
    assert found["left-out"]["approved-unchanged"] == 2
    assert found["machines"][0]["notes"] == []
    with_approved = workshop.run("evaluate", "--lang", "fr", "--json", "--engine", "good", "--approved-too")
    assert json.loads(with_approved.output)["references"] == {"approved-unchanged": 2, "post-edited": 1}


def test_a_machine_that_is_compared_with_its_own_drafts_is_named(workshop: Workshop, engines: None) -> None:
    origin = "# machine: good 1.0 en-fr model:sha256:abcdef draft:sha256:00\n"
    text = workshop.read("reference.po").replace('msgid "What', f'{origin}msgid "What')
    workshop.write("reference.po", text)
    run = evaluated(workshop, "--engine", "good", "--engine", "bad")
    assert "references: 2 translated by a person, 1 post-edited" in run.output
    assert run.output.count("good 1.0 en-fr: 1 reference was its own draft before a person corrected") == 1
    assert "bad 1.0 en-fr: " not in run.output
    workshop.write("reference.po", text.replace('msgid "How', f'{origin}msgid "How'))
    notes = as_json(workshop, "--engine", "good")["machines"][0]["notes"]
    assert [note.partition(" before")[0] for note in notes] == ["2 references were its own drafts"]


def test_an_engine_that_is_not_there_is_told_before_the_others_are_at_work(workshop: Workshop, engines: None) -> None:
    run = evaluated(workshop, "--engine", "good", "--engine", "nonsense")
    assert (run.exit_code, run.codes, run.output) == (1, {"M001"}, "")
    assert not (workshop.root / "build/.drafts.sqlite").exists()


def test_a_folder_is_searched_for_files_in_the_language(workshop: Workshop) -> None:
    workshop.write("published/fr/a.po", po({"What readers see": "Ce que voit le public"}))
    workshop.write("published/fa/a.po", po({"How a dossier is made": "x"}).replace("Language: fr", "Language: fa"))
    run = workshop.run("evaluate", "--lang", "fr", "--json", "--reference", str(workshop.root / "published"))
    assert json.loads(run.output)["references"] == {"translated": 1}


def test_a_withheld_name_of_a_reference_is_not_shown(workshop: Workshop) -> None:
    name = "Maristela Quillwater"
    workshop.edit("content/demo/introduction.md", "What readers see", f"What {name} sees")
    workshop.run("update")
    workshop.edit("content/demo/dossier.toml", 'language = "en"\n', f'withhold = ["{name}"]\nlanguage = "en"\n')
    workshop.write("reference.po", po({f"What {name} sees": f"Ce que voit {name}", **TEXTS}))
    workshop.edit(PO, 'msgstr "Comment se fait un dossier"', f'msgstr "Comment se fait {name}"')
    for arguments in ((), ("--json",)):
        run = evaluated(workshop, *arguments)
        assert run.exit_code == 0
        assert "Quillwater" not in run.output + run.errors
    references = as_json(workshop)["references"]
    assert references == {"translated": 3}


def test_a_hostile_reference_does_not_steer_the_terminal(workshop: Workshop) -> None:
    workshop.write(
        "reference.po", po({**TEXTS, "What readers see": "Ce \\e[31m\u202eque [bold]voit[/bold]"}).replace("\\e", "\x1b")
    )
    run = evaluated(workshop)
    assert run.exit_code == 0
    assert "\x1b" not in run.output
    assert "\u202e" not in run.output
    assert "[bold]voit[/bold]" in run.output


def test_the_extra_is_asked_for_where_it_is_missing(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sacrebleu", None)
    monkeypatch.setitem(sys.modules, "sacrebleu.metrics", None)
    run = evaluated(workshop)
    assert (run.exit_code, run.codes) == (1, {"M030"})


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (["argos 1.9 model:sha256:0123456789abcdef", "pseudo 1"], ["argos 1.9", "pseudo 1"]),
        (
            ["argos 1.9 model:sha256:0123456789abcdef01", "argos 1.9 model:sha256:fedcba9876543210ff"],
            ["argos 1.9 model:sha256:01234567…", "argos 1.9 model:sha256:fedcba98…"],
        ),
    ],
)
def test_machines_are_named_as_shortly_as_tells_them_apart(names: list[str], shown: list[str]) -> None:
    assert list(short_names(names).values()) == shown


def test_what_is_to_be_known_is_told_before_an_engine_gets_any_text(
    workshop: Workshop, engines: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    warning = Diagnostic(CODES["M005"], "texts travel unencrypted")
    monkeypatch.setattr(Fake, "warnings", (warning,), raising=False)

    def fails(self: Fake, sentences: Sequence[str], effort: Effort) -> Iterator[tuple[int, Reply]]:
        raise DossierError(Diagnostic(CODES["M004"], "the server is gone"))

    monkeypatch.setattr(Fake, "translate", fails)
    run = evaluated(workshop, "--engine", "good")
    assert run.exit_code == 1
    assert run.errors.index("M005") < run.errors.index("M004")
