"""``dossier check`` tells all; a build tells errors, and is stopped by them."""

from pathlib import Path

from workshop import Workshop

PO = "locales/fr/LC_MESSAGES/demo/introduction.po"
SEE = 'msgstr "Ce que voient les lecteurs"'
NEGATED = "n’a pas été relue"
BUILD = ("build", "--lang", "fr", "--output", "html")


def test_remarks_are_for_check_only(tmp_path: Path) -> None:
    workshop = Workshop.demo(tmp_path / "demo")
    workshop.edit(PO, SEE, 'msgstr "Ce que voient **les lecteurs**"')
    workshop.edit(PO, NEGATED, "a été relue")
    checked = workshop.run("check")
    assert ("warning T014" in checked.errors, "note T018" in checked.errors) == (True, True)
    assert checked.output == "0 errors, 1 warnings, 1 notes\n"
    assert checked.exit_code == 0
    built = workshop.run(*BUILD)
    assert built.exit_code == 0
    assert "T014" not in built.errors
    assert "T018" not in built.errors


def test_a_wrong_number_stops_a_build(tmp_path: Path) -> None:
    workshop = Workshop.demo(tmp_path / "demo")
    workshop.edit(PO, SEE, 'msgstr "Ce que voient les 7 lecteurs"')
    built = workshop.run(*BUILD)
    assert built.exit_code == 1
    assert "error T011" in built.errors


def test_a_silenced_error_stops_nothing(tmp_path: Path) -> None:
    workshop = Workshop.demo(tmp_path / "demo")
    workshop.edit(PO, SEE, 'msgstr "Ce que voient les 7 lecteurs"')
    before = "#: content/demo/introduction.md:17\n"
    workshop.edit(PO, before, f"# dossier: ignore T011 - seven of them are meant\n{before}")
    assert workshop.run("check").output == "0 errors, 0 warnings, 0 notes\n"
    assert workshop.run(*BUILD).exit_code == 0
