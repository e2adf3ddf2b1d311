"""What became of a process that was killed."""

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

_PATIENCE = 30.0
"""Seconds: SIGKILL is sent at once, and the system ends the process when it next gives it a turn."""


def is_ended(process: int) -> bool:
    """Whether there is no such process, or only what its parent may still ask after (``Z``, ``X`` in proc_pid_stat(5))."""
    return _comes_true(lambda: _state(process) in "ZX")


def are_ended(argument: str) -> bool:
    """Whether there is no process that has ``argument`` on its command line; one that is only asked after has none."""
    return _comes_true(lambda: not any(argument.encode() in words.split(b"\0") for words in _command_lines()))


def _comes_true(question: Callable[[], bool]) -> bool:
    latest = time.monotonic() + _PATIENCE
    while not question():
        if time.monotonic() > latest:
            return False
        time.sleep(0.02)
    return True


def _state(process: int) -> str:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):  # the second where it ends between opening and reading
        return "X"


def _command_lines() -> Iterator[bytes]:
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(FileNotFoundError, ProcessLookupError):
            yield path.read_bytes()
