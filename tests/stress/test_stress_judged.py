"""The stress dossier before every judge, and what the judges say of files that are spoiled on purpose."""

import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from dossier.model.records import Output
from dossier.press.preflight.checking import preflight
from judges import coloured_text, ink
from outputs import complaints, outputs, verdicts
from workshop import Workshop

PLACE = "content/stress/part-01.md"
PARAGRAPH = 'id="part-01--par.5"'
"""A list item; which line it is in is looked up in the original."""


def test_the_stress_dossier_passes_every_judge(stress: Workshop) -> None:
    """VeraPDF (3a and ua1 for the archive, ua1 for the screen), qpdf, EPUBCheck, Ace and the preflight.

    Ace reads one language, and all of the first dossier.
    """
    assert complaints(stress.root, aced=["fa"]) == []


@pytest.mark.parametrize("language", ["en", "fr", "fa"])
def test_text_is_printed_with_black_alone(stress: Workshop, language: str) -> None:
    printed = _built(stress, Output.PRINT, language)
    assert coloured_text(printed) == []
    assert all(black for *_, black in ink(printed, only_text=True)), "every page has black text"


@pytest.mark.parametrize("language", ["en", "fr", "fa"])
def test_on_a_screen_text_has_colours_and_on_paper_pictures_have(stress: Workshop, language: str) -> None:
    """What the test above looks for is there to be found."""
    assert coloured_text(_built(stress, Output.PDF, language))
    assert any(c != y for c, _, y, _ in ink(_built(stress, Output.PRINT, language)))


def test_words_of_another_language_are_found_where_the_structure_does_not_say_so(stress: Workshop) -> None:
    bare = BytesIO()
    with pikepdf.open(_built(stress, Output.ARCHIVE, "fr")) as pdf:
        for element in pdf.objects:
            if isinstance(element, pikepdf.Dictionary) and "/S" in element and "/P" in element and "/Lang" in element:
                del element.Lang
        pdf.save(bare)
    assert {one.code.id for one in preflight(bare.getvalue())} == {"X079"}


def test_spoiled_files_are_told_with_the_line_they_were_written_in(stress: Workshop, tmp_path: Path) -> None:
    workshop = _copy(stress, tmp_path / "project")
    folder = workshop.root / "build/stress/en"
    _spoil(stress.root / "build/stress/en/stress.epub", folder / "stress.epub")
    _bare(folder / "stress.archive.pdf")
    shutil.copy(_built(stress, Output.PDF, "en"), folder / "stress.print.pdf")
    found = verdicts(workshop.root)
    told = {(one.code.id, str(one.place)) for one in found}
    line = _line_of_paragraph(workshop)
    assert ("J002", f"{PLACE}:{line}") in {(code, place.rpartition(":")[0]) for code, place in told}
    assert ("J004", f"{PLACE}:{line}") in {(code, place.rpartition(":")[0]) for code, place in told}
    assert any(code.startswith("X") and place.endswith("stress.print.pdf") for code, place in told), "RGB is not for printers"
    rules = {dict(one.details)["rule"].partition(",")[0] for one in found if one.code.id == "J001"}
    assert rules == {"PDF/A-3a", "PDF/UA-1"}
    assert {place for code, place in told if code == "J001"} == {"build/stress/en/stress.archive.pdf"}


def _built(stress: Workshop, output: Output, language: str) -> Path:
    (path,) = (one for one in outputs(stress.root, output) if one.parent.name == language)
    return path


def _copy(stress: Workshop, root: Path) -> Workshop:
    """The text of the dossier, with an empty place for an edition."""
    shutil.copytree(stress.root / "content", root / "content")
    (root / "build/stress/en").mkdir(parents=True)
    return Workshop(root)


def _spoil(book: Path, target: Path) -> None:
    """Put into one paragraph an element that there is none of, and a picture that is not described."""
    with zipfile.ZipFile(book) as whole, zipfile.ZipFile(target, "w") as spoiled:
        for name in whole.namelist():
            data = whole.read(name)
            if name.endswith("part-01.xhtml"):
                before, id, after = data.decode().partition(PARAGRAPH)
                inside = after.index(">") + 1
                data = f'{before}{id}{after[:inside]}<blot>x</blot><img src="images/nowhere.png"/>{after[inside:]}'.encode()
            spoiled.writestr(name, data)


def _bare(target: Path) -> None:
    """What WeasyPrint makes without asking for anything."""
    import weasyprint

    weasyprint.HTML(string="<html lang=en><title>x</title><p>Bare</p>").write_pdf(target)


def _line_of_paragraph(workshop: Workshop) -> int:
    """Where the fifth paragraph of the chapter was written: it is the first item of the first list."""
    lines = workshop.read(PLACE).splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith("- "))
