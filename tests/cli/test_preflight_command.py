"""``dossier preflight``: files of anybody, findings with pages, JSON for scripts."""

import json
from pathlib import Path

import pytest
from pikepdf import Dictionary, Name

from preflight_faults import ARCHIVE, FAULTS
from preflight_files import add, for_print, spoilt, tagged
from workshop import Run, Workshop


@pytest.fixture
def folder(tmp_path: Path) -> Workshop:
    """A folder without a project: preflight needs none."""
    (tmp_path / "good.pdf").write_bytes(for_print())
    (tmp_path / "archive.pdf").write_bytes(tagged())
    return Workshop(tmp_path)


def preflight(folder: Workshop, *arguments: str) -> Run:
    return folder.run("preflight", *(str(folder.root / one) if one.endswith(".pdf") else one for one in arguments))


def test_a_good_file_is_told_with_what_was_checked(folder: Workshop) -> None:
    run = preflight(folder, "good.pdf", "archive.pdf")
    assert (run.exit_code, run.errors) == (0, "")
    assert run.output.splitlines() == [
        "good.pdf: nothing to complain of; checked for print (PDF/X-4): 4 pages, 1 font, 5 pictures",
        "archive.pdf: nothing to complain of; checked for archive (PDF/A-3a, PDF/UA-1): 5 pages, 1 font, 1 picture",
    ]


def test_pages_objects_and_measures_are_told(folder: Workshop) -> None:
    def lines(pdf):
        for page in (0, 1, 3):
            add(pdf, b"0.1 w 60 60 m 90 90 l S", page)

    folder.write("thin.pdf", spoilt(for_print(), lines))
    run = preflight(folder, "thin.pdf")
    assert run.exit_code == 0  # a warning
    assert run.errors.splitlines() == [
        "thin.pdf: warning X030: a line is thinner than 0.25 points",
        "  pages  1–2, 4",
        "  found  0.1 pt",
        "  mend   make lines 0.25 points or wider, in several inks or in white 0.5",
    ]
    assert run.output.startswith("thin.pdf: 1 warning; checked for print (PDF/X-4): 4 pages")


def test_one_bad_file_fails_the_command_and_the_others_are_told(folder: Workshop) -> None:
    folder.write("bad.pdf", b"no PDF")
    run = preflight(folder, "bad.pdf", "good.pdf", "missing.pdf")
    assert run.exit_code == 1
    assert [line for line in run.errors.splitlines() if " error " in line] == [
        "bad.pdf: error X001: the file cannot be read as PDF",
        "missing.pdf: error S006: “missing.pdf” cannot be read: No such file or directory",
    ]
    assert [line.partition(";")[0] for line in run.output.splitlines()] == [
        "bad.pdf: 1 error",
        "good.pdf: nothing to complain of",
        "missing.pdf: 1 error",
    ]


def test_the_purpose_may_be_said(folder: Workshop) -> None:
    run = preflight(folder, "--for", "print", "archive.pdf")
    assert run.exit_code == 1
    assert {"X011", "X013", "X017", "X033"} <= run.codes
    assert preflight(folder, "--for", "screen", "archive.pdf").errors == ""


def test_as_json(folder: Workshop) -> None:
    fault = next(fault for fault in FAULTS if fault.code == "X077")
    folder.write("bad.pdf", fault.data)
    run = preflight(folder, "--json", "good.pdf", "bad.pdf")
    good, bad = json.loads(run.output)
    assert (run.exit_code, run.errors) == (1, "")
    assert good == {
        "file": "good.pdf",
        "purpose": "print",
        "claims": "PDF/X-4",
        "pages": 4,
        "fonts": 1,
        "pictures": 5,
        "findings": [],
    }
    assert bad["purpose"] == str(ARCHIVE)
    assert [(one["code"], one["file"], one["details"]["found"]) for one in bad["findings"]] == [("X077", "bad.pdf", "a.md")]


def test_names_in_a_hostile_file_do_not_steer_the_terminal(folder: Workshop) -> None:
    def claim(pdf):
        text = pdf.Root.Metadata.read_bytes().replace(b"PDF/X-4", "PDF/X-4\u202e\u2066".encode())
        pdf.Root.Metadata.write(text)
        pdf.pages[0].Annots = [Dictionary(Subtype=Name("/\x1b[2J"), Rect=[60, 60, 90, 90])]

    folder.write("bad.pdf", spoilt(for_print(), claim))
    run = preflight(folder, "bad.pdf")
    assert "X033" in run.codes
    assert not {"\x1b", "\u202e", "\u2066"} & set(run.output + run.errors)


def test_a_file_that_takes_too_long_is_given_up(folder: Workshop) -> None:
    run = preflight(folder, "--timeout", "0.001", "good.pdf")
    assert run.exit_code == 1
    assert run.errors.splitlines() == [
        "good.pdf: error X005: the file could not be checked to its end",
        "  reason  it was not done after 0.001 seconds",
        "  mend    if you trust the file, give it more time: --timeout SECONDS; else do not open it",
    ]
    assert run.output == "good.pdf: 1 error; not checked\n"
