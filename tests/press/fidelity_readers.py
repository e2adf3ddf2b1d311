"""Programs that read the text under a page, each as a function from a PDF file to the text of its pages."""

import shutil
import subprocess
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path

from judges import require

Reader = Callable[[Path], tuple[str, ...]]


def _printed(*command: str) -> tuple[str, ...]:
    done = subprocess.run(command, capture_output=True, check=True)
    return tuple(done.stdout.decode("utf-8", errors="replace").split("\f"))


def pdftotext(pdf: Path) -> tuple[str, ...]:
    """Poppler, lines put in reading order."""
    return _printed(require("pdftotext"), "-enc", "UTF-8", str(pdf), "-")


def pdftotext_raw(pdf: Path) -> tuple[str, ...]:
    """Poppler, in the order of the content stream."""
    return _printed(require("pdftotext"), "-raw", "-enc", "UTF-8", str(pdf), "-")


def pdfium(pdf: Path) -> tuple[str, ...]:
    """What Chromium and its kin copy and search."""
    from pypdfium2 import PdfDocument

    document = PdfDocument(pdf)
    try:
        return tuple(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def pypdf(pdf: Path) -> tuple[str, ...]:
    """A reader that takes the content stream as it comes."""
    from pypdf import PdfReader

    return tuple(page.extract_text() for page in PdfReader(pdf).pages)


def pymupdf(pdf: Path) -> tuple[str, ...]:
    """MuPDF of this year."""
    import pymupdf as engine

    with engine.open(pdf) as document:
        return tuple(page.get_text("text") for page in document)


def pdfminer(pdf: Path) -> tuple[str, ...]:
    """pdfminer.six: lines put together from letters by their places alone."""
    from pdfminer.high_level import extract_text

    return tuple(extract_text(pdf).split("\f"))


def mutool(pdf: Path) -> tuple[str, ...]:
    """The MuPDF of the system, pages parted by form feeds."""
    return _printed(require("mutool"), "draw", "-q", "-F", "txt", str(pdf))


MUST: Mapping[str, Reader] = {"pdftotext": pdftotext, "PDFium": pdfium, "pypdf": pypdf, "PyMuPDF": pymupdf}
"""Those that must give every word."""
TOLD: Mapping[str, Reader] = {"pdftotext -raw": pdftotext_raw, "pdfminer.six": pdfminer, "mutool": mutool}
"""Those that are measured beside."""


def present() -> dict[str, Reader]:
    """All readers whose program is on this machine."""
    programs = {"pdftotext": "pdftotext", "pdftotext -raw": "pdftotext", "mutool": "mutool"}
    return {name: read for name, read in (MUST | TOLD).items() if name not in programs or shutil.which(programs[name])}


def versions() -> dict[str, str]:
    """What was asked: each reader's version."""
    packages = {"PDFium": "pypdfium2", "pypdf": "pypdf", "PyMuPDF": "pymupdf", "pdfminer.six": "pdfminer.six"}
    found = {name: f"{package} {version(package)}" for name, package in packages.items()}
    for program in ("pdftotext", "mutool"):
        if shutil.which(program):
            done = subprocess.run([program, "-v"], capture_output=True, text=True, check=False)
            found[program] = (done.stderr + done.stdout).splitlines()[0]
    return found
