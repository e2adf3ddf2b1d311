"""What became of a process that was killed."""

import time
from pathlib import Path


def is_ended(process: int, within: float = 30) -> bool:
    """Whether there is no such process, or only what its parent may still ask after (``Z``, ``X`` in proc_pid_stat(5)).

    SIGKILL is sent at once; the system ends the process when it next gives it a turn, hence ``within`` seconds of patience.
    """
    latest = time.monotonic() + within
    while _state(process) not in "ZX":
        if time.monotonic() > latest:
            return False
        time.sleep(0.02)
    return True


def _state(process: int) -> str:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):  # the second where it ends between opening and reading
        return "X"
