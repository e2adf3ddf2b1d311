"""A withheld name is in no file of a deposit, in the name of none, and in no message about it."""

import re
from pathlib import Path

import pytest
from test_withheld_outputs import NAME, PERSIAN, SOURCE, TOML, _translated, begun_with, found

from machine import tree
from workshop import Workshop

DEPOSIT = ("deposit", "--lang", "fr")
PO = "locales/fr/LC_MESSAGES/demo/other.po"


def begun(root: Path) -> Workshop:
    """A dossier with withheld names in every place where a text may stand, and in the names of its files."""
    return begun_with(root, TOML.replace('version = "1"\neditors', 'version = "1"\noutputs = ["html"]\neditors', 1))


@pytest.fixture(scope="module")
def deposited(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workshop, Path]:
    workshop = begun(tmp_path_factory.mktemp("withheld") / "demo")
    assert workshop.run("update").exit_code == 0
    run = workshop.run(*DEPOSIT)
    assert run.exit_code == 0, run.errors
    return workshop, workshop.root / "build/deposits/demo-1-fr"


def test_no_byte_of_the_deposit_has_a_name(deposited: tuple[Workshop, Path]) -> None:
    _, bag = deposited
    files = tree(bag)
    assert len(files) > 25
    for path, data in files.items():
        assert found(path.encode()) == set(), path
        assert found(data) == set(), path
    assert rb"[\[name withheld\]]" in files["data/project/content/demo/other.md"]


def test_the_list_of_names_stays_behind_and_lines_stay(deposited: tuple[Workshop, Path]) -> None:
    workshop, bag = deposited
    text = (bag / "data/project/content/demo/dossier.toml").read_text(encoding="utf-8")
    assert "withhold" not in text
    assert len(text.splitlines()) == len(workshop.read("content/demo/dossier.toml").splitlines())
    record = (bag / "data/project/content/demo/sources/name-withheld.md").read_text(encoding="utf-8")
    assert "withhold:" not in record
    assert len(record.splitlines()) == len(SOURCE.splitlines())


def test_what_was_redacted_builds_again(deposited: tuple[Workshop, Path]) -> None:
    workshop, bag = deposited
    run = workshop.run("verify", str(bag), "--require-rebuild")
    assert (run.exit_code, run.codes) == (0, set()), run.errors


HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
HIDDEN = {
    "a translator's words": lambda workshop: _translated(workshop),
    "a translator comment": lambda workshop: into(workshop, PO, None, "\n# for Quillwater,\n# Maristela\n"),
    "an obsolete entry": lambda workshop: into(workshop, PO, None, '\n#~ msgid "x"\n#~ msgstr "Maris"\n#~ "tela Quillwater"\n'),
    "a comment in TOML": lambda workshop: into(workshop, "content/demo/dossier.toml", None, f"# {NAME}\n"),
    "a comment in YAML": lambda workshop: into(workshop, "content/demo/other.md", "title: Other", f"title: Other # {PERSIAN}"),
    "a comment in the lock": lambda workshop: workshop.write("content/demo/quotations.lock", f"# {NAME}\n"),
    "a template": lambda workshop: workshop.write("templates/print/own.html.j2", f"{{# {NAME} #}}"),
    "the name of a template": lambda workshop: workshop.write("templates/print/maristela-quillwater.svg", "<svg/>"),
    "a string of the templates": lambda workshop: workshop.write(
        "locales/fr/LC_MESSAGES/templates.po", HEADER + f'\nmsgid "x"\nmsgstr "{NAME}"\n'
    ),
}  # fmt: skip


def into(workshop: Workshop, path: str, old: str | None, new: str) -> None:
    text = workshop.read(path)
    assert old is None or old in text
    workshop.write(path, text.replace(old, new, 1) if old else text + new)


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    workshop = begun(tmp_path_factory.mktemp("ground") / "demo")
    assert workshop.run("update").exit_code == 0
    return workshop


@pytest.mark.parametrize("place", HIDDEN)
def test_a_name_that_people_wrote_elsewhere_stops_the_deposit(ground: Workshop, place: str, tmp_path: Path) -> None:
    workshop = Workshop(tmp_path / "demo")
    for path, data in tree(ground.root).items():
        workshop.write(path, data)
    HIDDEN[place](workshop)
    run = workshop.run(*DEPOSIT)
    assert run.exit_code == 1, run.output
    assert "D001" in run.codes, run.errors
    assert found(re.sub(r"^.* (?:warning|note) .*$", "", run.errors, flags=re.M).encode()) == set(), run.errors
    assert not (workshop.root / "build/deposits").exists()
