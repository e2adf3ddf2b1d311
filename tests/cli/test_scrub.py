"""``dossier scrub``, as people call it."""

import subprocess
from pathlib import Path

import pytest

from dossier.pipeline import scrub as pipeline_scrub
from judges import require
from machine import tree
from workshop import Workshop

PO = "locales/fr/LC_MESSAGES/demo/introduction.po"
FA = "locales/fa/LC_MESSAGES/demo/introduction.po"
GIVEN_UP = "locales/de/LC_MESSAGES/demo/introduction.po"
STRINGS = "locales/fr/LC_MESSAGES/templates.po"
TOML = "content/demo/dossier.toml"
PERSONAL = (
    '"Last-Translator: Jane Example <jane@example.org>\\n"\n'
    '"PO-Revision-Date: 2024-03-02 01:05+0330\\n"\n'
    '"X-Poedit-Basepath: /home/jane/demo\\n"\n'
)
CLEAN = '"PO-Revision-Date: 2024-03-01 21:35+0000\\n"\n'
SMALL = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


@pytest.fixture
def demo(tmp_path: Path) -> Workshop:
    workshop = Workshop.demo(tmp_path / "demo")
    for path in (PO, FA):
        language = "fr" if path == PO else "fa"
        workshop.edit(path, f'"Language: {language}\\n"\n', f'"Language: {language}\\n"\n{PERSONAL}')
    workshop.write(STRINGS, SMALL + PERSONAL)
    workshop.write(GIVEN_UP, SMALL + PERSONAL)
    return workshop


def locales(workshop: Workshop) -> dict[str, bytes]:
    return tree(workshop.root / "locales")


def test_all_locale_files_are_scrubbed_and_nothing_else_changes(demo: Workshop) -> None:
    before = locales(demo)
    run = demo.run("scrub")
    assert (run.exit_code, run.errors) == (0, "")
    expected = {path: data.decode().replace(PERSONAL, CLEAN).encode() for path, data in before.items()}
    assert locales(demo) == expected
    assert sum(before[path] != expected[path] for path in before) == 4
    assert not any(b"Jane" in data or b"jane" in data for data in locales(demo).values())
    for path in (PO, FA, STRINGS, GIVEN_UP):
        subprocess.run([require("msgfmt"), "--output-file=/dev/null", str(demo.root / path)], check=True)
    assert demo.run("check").errors == ""


def test_what_is_taken_out_is_shown(demo: Workshop) -> None:
    demo.edit(PO, "msgid", "# ask jane@example.org \x1b[2J\nmsgid")
    run = demo.run("scrub", "--lang", "fr")
    assert run.output.startswith(
        "locales/fr/LC_MESSAGES/demo/introduction.po\n"
        "   3  jane@example.org  →  (address removed)\n"
        "   8  Last-Translator: Jane Example <jane@example.org>\n"
        "   9  2024-03-02 01:05+0330  →  2024-03-01 21:35+0000\n"
        "  10  X-Poedit-Basepath: /home/jane/demo\n"
        "locales/fr/LC_MESSAGES/templates.po\n"
    )
    assert run.output.endswith("7 places in 2 files taken out\n")


def test_a_dry_run_shows_the_same_and_writes_nothing(demo: Workshop) -> None:
    before = locales(demo)
    dry = demo.run("scrub", "--dry-run")
    assert locales(demo) == before
    assert dry.output.endswith("12 places in 4 files; nothing is written on a dry run\n")
    assert dry.output.splitlines()[:-1] == demo.run("scrub").output.splitlines()[:-1]


def test_to_scrub_twice_is_to_scrub_once(demo: Workshop) -> None:
    demo.run("scrub")
    before = locales(demo)
    run = demo.run("scrub")
    assert (run.exit_code, run.output) == (0, "nothing to take out\n")
    assert locales(demo) == before


def test_only_the_language_that_was_asked_for(demo: Workshop) -> None:
    before = locales(demo)
    assert demo.run("scrub", "demo", "--lang", "fa").exit_code == 0
    changed = {path for path, data in locales(demo).items() if data != before[path]}
    assert changed == {FA.removeprefix("locales/")}


def test_names_that_are_wanted_stay_and_time_zones_go(demo: Workshop) -> None:
    demo.edit(TOML, "parts =", "translators.names = true\nparts =")
    assert demo.run("scrub").exit_code == 0
    wanted = PERSONAL.replace("2024-03-02 01:05+0330", "2024-03-01 21:35+0000")
    assert wanted in demo.read(PO)
    assert CLEAN in demo.read(STRINGS), "the templates' strings belong to no dossier"
    assert demo.run("check").errors == ""


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_scrubbed(demo: Workshop) -> None:
    demo.write(FA, demo.read(FA) + 'msgid "open\n')
    broken = demo.read(FA)
    run = demo.run("scrub")
    assert (run.exit_code, run.codes) == (1, {"T001"})
    assert demo.read(FA) == broken
    assert PERSONAL not in demo.read(PO)


def test_a_dossier_that_cannot_be_read_is_told(demo: Workshop) -> None:
    demo.edit(TOML, "parts =", "prats =")
    run = demo.run("scrub")
    assert run.exit_code == 1
    assert "error C0" in run.errors
    assert PERSONAL in demo.read(PO)


def test_what_somebody_saves_meanwhile_is_not_overwritten(demo: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    def scrubbed(data: bytes, found: object) -> bytes:
        demo.write(PO, "saved by a person")
        return b"scrubbed"

    before = demo.read(FA)
    monkeypatch.setattr(pipeline_scrub, "scrubbed", scrubbed)
    run = demo.run("scrub", "--lang", "fr")
    assert (run.exit_code, run.codes) == (1, {"S009"})
    assert demo.read(PO) == "saved by a person"
    assert demo.read(FA) == before


def test_reports_do_not_repeat_what_they_warn_of(demo: Workshop) -> None:
    run = demo.run("check", "--json")
    assert run.output.count('"T040"') == 8
    assert "Jane" not in run.output
    assert "jane" not in run.output
