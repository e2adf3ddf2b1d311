"""veraPDF: is an archive's PDF PDF/A-3a (ISO 19005-3) and, like the one for screens, PDF/UA-1 (ISO 14289-1)?"""

import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from dossier.model.records import Profile
from dossier.pipeline.judges.report import items, number, parsed, part, text
from dossier.pipeline.judges.running import NO_JAVA, SHORT_RUN, java, run
from dossier.pipeline.judges.values import File, Finding, Judge, NoVerdictError

_MAIN = "org.verapdf.apps.GreenfieldCliWrapper"
_PROMISES: Mapping[Profile, tuple[str, ...]] = MappingProxyType({Profile.SCREEN: ("ua1",), Profile.ARCHIVE: ("3a", "ua1")})
_STANDARD = MappingProxyType({"3a": "PDF/A-3a", "ua1": "PDF/UA-1"})
_PAGE = re.compile(r"/pages\[(\d+)\]")


def _command() -> list[str | Path]:
    """How it is started; empty where it is not on this machine."""
    named = os.environ.get("DOSSIER_VERAPDF", "")
    program = shutil.which("verapdf")
    if program and not named:
        return [program]
    jars = [Path(named)] if named else sorted((Path(sys.prefix) / "share/verapdf").glob("*.jar"))
    return [java(), *SHORT_RUN, "-cp", jars[-1], _MAIN] if jars and jars[-1].is_file() and java() else []


def _missing() -> str:
    if _command():
        return ""
    return "there is no programme “verapdf”, and DOSSIER_VERAPDF names no jar of it" if java() else NO_JAVA


def _judge(files: Sequence[File]) -> Iterator[Finding]:
    """One run for each standard: most of a short run is Java's start."""
    for flavour in _STANDARD:
        promising = [file for file in files if file.profile and flavour in _PROMISES[file.profile]]
        if promising:
            yield from _judged(promising, flavour)


def _judged(files: Sequence[File], flavour: str) -> Iterator[Finding]:
    command = [*_command(), "--format", "json", "--flavour", flavour, *(file.location for file in files)]
    jobs = {text(job, "itemDetails", "name"): job for job in items(parsed(run(command).output), "report", "jobs")}
    for file in files:
        yield from _of_job(file, jobs.get(str(file.location), {}), flavour)


def _of_job(file: File, job: Any, flavour: str) -> Iterator[Finding]:
    results = list(items(job, "validationResult"))
    if not results:
        reason = text(job, "taskException", "exceptionMessage") or text(job, "taskResult", "exceptionMessage")
        raise NoVerdictError(f"it says nothing of {file.path}{': ' * bool(reason)}{reason}")
    for result in results:
        rules = list(items(result, "details", "ruleSummaries"))
        if not rules and part(result, "compliant") is not True:
            raise NoVerdictError(f"it does not say what is wrong with {file.path}")
        yield from (_finding(file, rule, flavour) for rule in rules)


def _finding(file: File, rule: Any, flavour: str) -> Finding:
    name = f"{_STANDARD[flavour]}, {text(rule, 'clause')}-{text(rule, 'testNumber')}"
    checks = list(items(rule, "checks"))
    said = text(checks[0], "errorMessage") if checks else ""
    return Finding("J001", file, name, said or text(rule, "description"), where=_where(checks, number(rule, "failedChecks")))


def _where(checks: Sequence[Any], failed: int) -> str:
    pages = {int(found[1]) + 1 for check in checks if (found := _PAGE.search(text(check, "context")))}
    shown = f"page {', '.join(map(str, sorted(pages)[:5]))}{', …' * (len(pages) > 5)}" if pages else ""
    times = f"{failed} times" if failed > 1 else ""
    return "; ".join(filter(None, (shown, times)))


VERAPDF = Judge("veraPDF", lambda file: file.profile in _PROMISES, _missing, _judge)
