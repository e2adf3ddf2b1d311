"""Write a bag into ``FOLDER / "bag"`` and be killed at a call that changes a name or a mode there.

``killed_deposits.py FOLDER NAME COUNT BEFORE STEPS``: at the ``COUNT``-th call of ``os.NAME``, or of ``exchange``, just before or
just after it. ``STEPS`` is 1 for a system on which two folders cannot change places.
"""

import ctypes
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from killing import deadly

from dossier.pipeline import replacing
from dossier.pipeline.deposit import writing

NEW = {"bagit.txt": b"new", "data/a/b.txt": b"new", "data/c.txt": b"new"}


def main(folder: Path, name: str, count: int, before: bool, steps: bool) -> None:
    """Arm the call, then write."""
    known = None if steps else replacing._renameat2()
    if name == "exchange":
        assert known is not None
        changing = deadly(_called(known), count, before=before)
        replacing._renameat2 = lambda: changing  # type: ignore[assignment]
    else:
        replacing._renameat2 = lambda: known  # type: ignore[assignment]
        setattr(os, name, deadly(getattr(os, name), count, before=before))
    writing.write_bag(folder / "bag", NEW, moment=86400, replace=True, shown="bag")


def _called(function: Callable[..., int]) -> Callable[..., int]:
    """Keeps the number of an error, which is asked for after the call."""

    def call(*arguments: Any) -> int:
        result = function(*arguments)
        ctypes.set_errno(ctypes.get_errno())
        return result

    return call


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4] == "1", sys.argv[5] == "1")
