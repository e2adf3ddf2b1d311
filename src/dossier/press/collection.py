"""When not to look for garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No garbage collection meanwhile.

    A book is millions of objects that all stay alive until it is written; looking through them again and again costs about
    a tenth of the time, and frees next to nothing (350 pages: 9 % less time, 60 MiB more memory).
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
