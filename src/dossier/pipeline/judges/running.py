"""Programmes of others: found, started, and ended where they take too long."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dossier.pipeline.judges.values import NoVerdictError

SECONDS = 600.0
"""What one run of a judge may take: a book of 300 pages takes the slowest of them half a minute on an old machine."""
_GRACE = 5.0
# Java says on standard error that it heeds the first of these; the others are for everybody.
_ENGLISH = {"JAVA_TOOL_OPTIONS": "-Duser.language=en -Duser.country=US", "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}


@dataclass(frozen=True, slots=True)
class Ran:
    """What a programme did."""

    code: int
    output: str
    errors: str


def run(command: Sequence[str | Path], environment: Mapping[str, str] | None = None, *, seconds: float = SECONDS) -> Ran:
    """Run ``command`` without input and in English.

    It stays in the group of this process, so that an interruption at the keyboard ends it too.

    Raises
    ------
    NoVerdictError
        Where it cannot be started, or is not done after so many ``seconds``.
    """
    try:
        process = subprocess.Popen(
            [str(part) for part in command],
            env={**os.environ, **_ENGLISH, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    except OSError as error:
        raise NoVerdictError(f"it cannot be started: {error.strerror}") from None
    with process:
        try:
            output, errors = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            _end(process)
            raise NoVerdictError(f"it was not done after {seconds:g} seconds") from None
    return Ran(process.returncode, output.decode("utf-8", "replace"), errors.decode("utf-8", "replace"))


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ask the programme to end, so that it can end what it has started (Ace its browser); then end it."""
    process.terminate()
    try:
        process.wait(_GRACE)
    except subprocess.TimeoutExpired:
        process.kill()


def java() -> str:
    """Where Java is; empty where it is not."""
    return shutil.which("java") or ""


NO_JAVA = "Java is not on this machine"


def brief(text: str, length: int = 300) -> str:
    """``text`` in one line of at most ``length`` characters: judges quote whole elements."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"
