"""Programmes of others: found, started, and ended where they take too long."""

import os
import shutil
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import IO

from dossier.pipeline.judges.values import NoVerdictError

SECONDS = 600.0
"""What one run of a judge may take: a book of 300 pages takes the slowest of them half a minute on an old machine."""
MOST_SAID = 64 * 2**20
"""Bytes of what it says that are kept; one that says more is ended."""
_GRACE = 5.0
_CHUNK = 2**16
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
        Where it cannot be started, is not done after so many ``seconds``, or says more than anybody reads.
    """
    with TemporaryDirectory(prefix="dossier-judge-", ignore_cleanup_errors=True) as folder:  # veraPDF leaves a file at every run
        return _run(command, {**os.environ, **_ENGLISH, **_temporary(folder), **(environment or {})}, seconds)


def _temporary(folder: str) -> dict[str, str]:
    """Let temporary files lie in ``folder``; Java has to be told in words of its own."""
    return {"TMPDIR": folder, "JAVA_TOOL_OPTIONS": f"{_ENGLISH['JAVA_TOOL_OPTIONS']} '-Djava.io.tmpdir={folder}'"}


def _run(command: Sequence[str | Path], environment: Mapping[str, str], seconds: float) -> Ran:
    try:
        process = subprocess.Popen(
            [str(part) for part in command],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
        )
    except OSError as error:
        raise NoVerdictError(f"it cannot be started: {error.strerror}") from None
    heard = [_Listener(process, stream) for stream in (process.stdout, process.stderr) if stream is not None]
    if not _is_done(process, heard, time.monotonic() + seconds):
        _end(process)
        raise NoVerdictError(f"it was not done after {seconds:g} seconds")
    if any(one.is_too_much for one in heard):
        raise NoVerdictError(f"it said more than {MOST_SAID >> 20} MB")
    output, errors = (bytes(one.said).decode("utf-8", "replace") for one in heard)
    return Ran(process.returncode, output, errors)


class _Listener(Thread):
    """Hears what a programme says, and ends it where that has no end."""

    def __init__(self, process: subprocess.Popen[bytes], stream: IO[bytes]) -> None:
        super().__init__(daemon=True)  # what the programme has started may hold the stream open for ever
        self.said = bytearray()
        self.is_too_much = False
        self._process, self._stream = process, stream
        self.start()

    def run(self) -> None:
        with self._stream:  # nobody else closes it: its number might be another file's by then
            while chunk := self._stream.read(_CHUNK):
                self.said += chunk
                if len(self.said) > MOST_SAID:
                    self.is_too_much = True
                    self._process.kill()
                    return


def _is_done(process: subprocess.Popen[bytes], heard: Sequence[Thread], end: float) -> bool:
    """Whether the programme has ended, and all it said was heard, before ``end`` on the monotonic clock."""
    try:
        process.wait(max(end - time.monotonic(), 0))
    except subprocess.TimeoutExpired:
        return False
    for one in heard:
        one.join(max(end - time.monotonic(), 0))
    return not any(one.is_alive() for one in heard)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ask the programme to end, so that it can end what it has started (Ace its browser); then end it."""
    process.terminate()
    try:
        process.wait(_GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def java() -> str:
    """Where Java is; empty where it is not."""
    return shutil.which("java") or ""


NO_JAVA = "Java is not on this machine"
SHORT_RUN = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""For Java: a run of seconds ends before its thorough compiler has paid for itself, which takes half of the work."""


def brief(text: str, length: int = 300) -> str:
    """``text`` in one line of at most ``length`` characters: judges quote whole elements, and JSON has halves of characters."""
    line = " ".join(text.encode("utf-8", "replace").decode().split())
    return line if len(line) <= length else line[: length - 1] + "…"
