"""How many processes can run at once."""

import os


def processors() -> int:
    """The processors that this process may use: fewer than the machine has where it is held to some of them (``taskset``)."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
