"""From one language into another over pairs that there are, be they installed or offered: directly, else through English."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from dossier.translation.engines.language_codes import codes_of

Leg = tuple[str, str]
"""Codes that are translated from and into, as :func:`~dossier.translation.engines.language_codes.plain` writes them."""

ENGLISH = "en"
"""The language that models go through where there is none between two others: nearly all are made from or into English."""


def best_way(source: str, target: str, legs: Collection[Leg], longest: int) -> tuple[Leg, ...]:
    """The best way over ``legs``: the shortest, of the nearest languages, through English; empty where there is none.

    Parameters
    ----------
    source, target:
        BCP 47 tags, or Argos's codes.
    longest:
        How many legs it may have.
    """
    sources, targets = codes_of(source), codes_of(target)
    paths: Sequence[tuple[str, ...]] = [(code,) for code in sources]
    for _ in range(longest):
        paths = list(_longer(paths, legs))
        if arrived := [path for path in paths if path[-1] in targets]:
            _, best = min((_worse(path, sources, targets), path) for path in arrived)
            return tuple(pairwise(best))
    return ()


def _longer(paths: Sequence[tuple[str, ...]], legs: Collection[Leg]) -> Iterator[tuple[str, ...]]:
    for path in paths:
        yield from ((*path, target) for source, target in legs if source == path[-1] and target not in path)


def _worse(path: tuple[str, ...], sources: Sequence[str], targets: Sequence[str]) -> tuple[int, int, tuple[str, ...]]:
    """A key by which the better of two paths of the same length is the smaller."""
    far = sources.index(path[0]) + targets.index(path[-1])
    return far, sum(code != ENGLISH for code in path[1:-1]), path
