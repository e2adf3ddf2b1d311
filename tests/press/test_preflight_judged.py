"""What preflight says of fonts, inks and encryption, beside programmes that others wrote."""

import subprocess
from pathlib import Path

import pytest
from pikepdf import Pdf

from dossier.press.preflight.facts.opened import opened
from dossier.press.preflight.facts.surveying import survey_of
from judges import ink, qpdf_check, require
from preflight_faults import FAULTS
from preflight_files import add, for_print, shown, spoilt, tagged

BY_CODE = {str(fault): fault for fault in FAULTS}


def written(folder: Path, data: bytes) -> Path:
    file = folder / "one.pdf"
    file.write_bytes(data)
    return file


def test_the_good_files_are_good_to_qpdf(tmp_path: Path) -> None:
    assert qpdf_check(written(tmp_path, for_print())) == ""
    assert qpdf_check(written(tmp_path, tagged())) == ""


@pytest.mark.parametrize("name", ["", "X008-Helvetica", "X035-drawn"])
def test_fonts_are_those_that_pdffonts_tells(name: str, tmp_path: Path) -> None:
    data = BY_CODE[name].data if name else for_print()
    done = subprocess.run([require("pdffonts"), str(written(tmp_path, data))], capture_output=True, text=True, check=True)
    # Its last columns: emb, sub, uni, and the object's number and generation.
    judged = [(row[-5], row[-2]) for row in (line.split() for line in done.stdout.splitlines()[2:])]
    with opened(data) as pdf:
        fonts = survey_of(pdf).fonts.values()
    assert sorted(judged) == sorted(("yes" if font.is_embedded else "no", str(font.object)) for font in fonts)


def test_text_that_is_called_black_has_ink_on_black_alone(tmp_path: Path) -> None:
    """Of the same page in 100 % K and in rich black, Ghostscript counts coloured inks in the second alone."""

    def bare(pdf: Pdf) -> None:  # text and nothing else
        pdf.pages[0].Contents = pdf.make_stream(shown("Dossier"))
        del pdf.pages[1:]

    def rich(pdf: Pdf) -> None:
        bare(pdf)
        add(pdf, shown("head", "0.6 0.4 0.4 1 k"))

    black = ink(written(tmp_path, spoilt(for_print(), bare)))[0]
    coloured = ink(written(tmp_path, spoilt(for_print(), rich)))[0]
    assert max(black[:3]) == 0 < black[3]
    assert min(coloured[:3]) > 0


def test_resolutions_are_those_that_pdfimages_tells(tmp_path: Path) -> None:
    data = BY_CODE["X031-few"].data
    command = [require("pdfimages"), "-list", str(written(tmp_path, data))]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    rows = [line.split() for line in done.stdout.splitlines()[2:]]
    judged = {(int(row[0]), int(row[12])) for row in rows}  # columns page, x-ppi
    with opened(data) as pdf:
        pages = survey_of(pdf).pages
    ours = {(page.number, round(picture.resolution)) for page in pages for picture in page.pictures}
    assert judged == ours
    assert (1, 60) in ours
