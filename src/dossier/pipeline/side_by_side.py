"""Steps that need nothing of one another, on all processors of the machine.

The processes are forked, so that they have what was read already: to send them a dossier of ten thousand passages would take
longer than the work itself. (Editions are made in spawned processes, see :mod:`dossier.pipeline.executor`: Pango does not survive
a fork. Nothing here touches it.)
"""

import multiprocessing
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

from dossier.pipeline.processors import processors

T = TypeVar("T")

WORTHWHILE = 2_000
"""Passages below which one process is done sooner than two are begun."""
_inherited: list[Callable[[], Any]] = []


def side_by_side(steps: Sequence[Callable[[], T]], passages: int) -> list[T]:
    """The results of ``steps``, in their order.

    Parameters
    ----------
    steps:
        What to do. Results, and what is raised, cross a process boundary.
    passages:
        How many passages are looked at in all; few are looked at here, one step after the other.
    """
    workers = min(len(steps), processors())
    if passages < WORTHWHILE or workers < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return [step() for step in steps]
    _inherited[:] = steps
    try:
        with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork")) as pool:
            return list(pool.map(_step, range(len(steps))))
    finally:
        _inherited.clear()


def _step(index: int) -> Any:
    return _inherited[index]()
