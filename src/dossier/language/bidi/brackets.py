"""Brackets and quotation marks in pairs: what stands between them belongs together (rule N0), and so do both of them."""

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass

_CLOSING = {")": "(", "]": "[", "}": "{", "”": "“", "»": "«"}
_OPENING = frozenset(_CLOSING.values())
_ANY = re.compile(r"[()\[\]{}“”«»\"]")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a text in which every bracket has its partner; ``pairs`` says where they stand."""

    start: int
    end: int
    pairs: tuple[tuple[int, int], ...] = ()

    def __iter__(self) -> Iterator[int]:
        return iter((self.start, self.end))


def balanced(text: str, start: int, end: int) -> Iterator[Part]:
    """The text from ``start`` to ``end``, cut at each bracket without partner."""
    if not _ANY.search(text, start, end):
        yield Part(start, end)
        return
    pairs, lonely = _matched(text, start, end)
    used = 0
    for cut in (*lonely, end):
        inside = used
        while inside < len(pairs) and pairs[inside][0] < cut:
            inside += 1
        if cut > start:
            yield Part(start, cut, tuple(pairs[used:inside]))
        start, used = cut + 1, inside


def _matched(text: str, start: int, end: int) -> tuple[list[tuple[int, int]], list[int]]:
    """The pairs in the order of their first halves, and where those stand that have no partner."""
    waiting: dict[str, list[int]] = {}
    pairs: list[tuple[int, int]] = []
    lonely: list[int] = []
    for found in _ANY.finditer(text, start, end):
        sign, place = found[0], found.start()
        opening = _CLOSING.get(sign, sign)
        before = waiting.setdefault(opening, [])
        if sign in _OPENING or (sign == '"' and not before):
            before.append(place)
        elif before:
            pairs.append((before.pop(), place))
        else:
            lonely.append(place)
    lonely.extend(place for places in waiting.values() for place in places)
    lonely.sort()
    parted = [pair for pair in pairs if bisect(lonely, pair[0]) < bisect(lonely, pair[1])]
    kept = sorted(set(pairs).difference(parted))
    return kept, sorted([*lonely, *(place for pair in parted for place in pair)])
