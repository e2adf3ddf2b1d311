"""What a process says of its own work; for both sides of ``drafts.py``, so nothing is imported but the standard library."""

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def measured(work: Callable[[], list[str]]) -> dict[str, Any]:
    """What ``work`` gives, its seconds and seconds of CPU, and the process's largest resident set until then, in MB.

    Linux keeps that for a process from its start; what ``wait4`` tells may be the memory of the process that started it.
    """
    start, start_of_cpu = time.perf_counter(), time.process_time()
    texts = work()
    seconds, cpu = time.perf_counter() - start, time.process_time() - start_of_cpu
    peak = re.search(r"^VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="utf-8"), re.MULTILINE)
    assert peak is not None
    return {"texts": texts, "seconds": seconds, "cpu": cpu, "megabytes": int(peak[1]) * 1024 / 1e6}
