"""Every code, provoked from the command line: exit, place, and how to mend it."""

from pathlib import Path

import accept_cases
import citation_cases
import citation_style_cases
import claims_cases
import content_cases
import deposit_cases
import drafting_cases
import engine_cases
import evaluation_cases
import exchange_cases
import fidelity_cases
import form_cases
import judge_cases
import model_cases
import people_cases
import preflight_cases
import press_cases
import pytest
import quotation_cases
import signoff_cases
import suggest_cases
import system_cases
import translation_cases
import withheld_cases
from cases import PO, TOML, Case, findings, linked_outside

from dossier.model.codes import CODES
from machine import tree
from workshop import Workshop

ROOMS = (
    content_cases,
    citation_cases,
    citation_style_cases,
    claims_cases,
    quotation_cases,
    withheld_cases,
    translation_cases,
    fidelity_cases,
    form_cases,
    accept_cases,
    signoff_cases,
    suggest_cases,
    exchange_cases,
    people_cases,
    engine_cases,
    model_cases,
    drafting_cases,
    evaluation_cases,
    press_cases,
    preflight_cases,
    judge_cases,
    deposit_cases,
    system_cases,
)
TABLE: tuple[Case, ...] = tuple(case for room in ROOMS for case in room.CASES)


def test_the_table_has_every_code_and_no_other() -> None:
    assert {case.code for case in TABLE} == set(CODES)


@pytest.mark.parametrize("case", TABLE, ids=str)
def test_a_mistake_is_told_once_with_place_and_mend(case: Case, tmp_path: Path) -> None:
    run = case.provoke(Workshop.demo(tmp_path / "demo"))
    found = findings(run)
    assert [(one.place, one.mend) for one in found if one.code == case.code] == [(case.place, case.mend)], run.errors
    assert {one.code for one in found} - {case.code} == case.also
    assert run.exit_code == case.exit_code
    assert "Traceback" not in run.errors + run.output


def test_a_missing_library_is_told_in_one_clear_line(tmp_path: Path) -> None:
    run = system_cases.without_pango(Workshop.demo(tmp_path / "demo"))
    lines = run.errors.splitlines()
    assert [line for line in lines if "error S001" in line] == ["error S001: a system library that sets pages cannot be loaded"]
    assert len(lines) == 4  # the edition that was not built, the finding, the reason, the mend


def test_a_picture_without_description_is_told_once_by_check_and_press(tmp_path: Path) -> None:
    workshop = Workshop.demo(tmp_path / "demo")
    workshop.edit("content/demo/introduction.md", content_cases.SHAPES, "![]")
    run = workshop.run("build", "--lang", "en", "--output", "pdf")
    assert [(one.code, one.place) for one in findings(run)] == [("C016", "content/demo/introduction.md:15:5")]


def test_what_is_wrong_with_the_original_is_told_once_for_all_languages(tmp_path: Path) -> None:
    workshop = Workshop.demo(tmp_path / "demo")
    workshop.edit("content/demo/introduction.md", "How a dossier is made", "How a dossier is made 漢")
    run = workshop.run("build", "--output", "html")
    assert [one.place for one in findings(run) if one.code == "P001"] == ["content/demo/introduction.md:8:26"]


def test_refused_translations_are_left_as_they_are(tmp_path: Path) -> None:
    workshop = Workshop.demo(tmp_path / "demo")
    workshop.write("locales/fr/LC_MESSAGES/demo/introduction.po", 'msgid "broken\n')
    before = tree(workshop.root / "locales/fr")
    assert workshop.run("update").exit_code == 1
    assert tree(workshop.root / "locales/fr") == before


@pytest.mark.parametrize("path", [PO, TOML, "build/demo/en/demo.html"])
def test_a_build_survives_links_that_lead_outside(path: str, tmp_path: Path) -> None:
    workshop = Workshop.demo(tmp_path / "demo")
    assert workshop.run("build", "--lang", "en", "--output", "html").exit_code == 0
    linked_outside(path)(workshop)
    run = workshop.run("build", "--output", "html")
    assert {one.code for one in findings(run)} <= {"C014"}
    assert (tmp_path / "secret").read_text(encoding="utf-8") == "secret"
