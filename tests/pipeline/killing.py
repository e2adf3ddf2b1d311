"""Processes that kill themselves at a call, so that what is on the disk at that moment can be looked at."""

import os
import signal
from collections.abc import Callable
from typing import Any


def deadly(function: Callable[..., Any], wanted: int, *, before: bool) -> Callable[..., Any]:
    """``function``, at whose ``wanted``-th call (from 1) this process is killed: just ``before`` it, or just after it."""
    count = iter(range(1, 1_000_000))

    def call(*arguments: Any, **named: Any) -> Any:
        now = next(count) == wanted
        if now and before:
            os.kill(os.getpid(), signal.SIGKILL)
        result = function(*arguments, **named)
        if now:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    return call
