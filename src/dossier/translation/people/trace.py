"""What is found in a locale file that tells who or where somebody is, and what scrubbing makes of it."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

PERSON, ZONE, PERHAPS = "T040", "T041", "T042"
"""A name, an address or a path; a time zone; what only a person can tell from other words."""


@dataclass(frozen=True, slots=True)
class Cut:
    """That the text from ``start`` to ``end`` is replaced by ``instead``."""

    start: int
    end: int
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Trace:
    """One finding.

    Parameters
    ----------
    code:
        :data:`PERSON`, :data:`ZONE` or :data:`PERHAPS`.
    what:
        What it is, in words that do not repeat it: they may be printed where others read them.
    line, column:
        Where it begins.
    found, instead:
        The text itself, and what stands there after scrubbing.
    cuts:
        What scrubbing does to the text of the file; nothing for :data:`PERHAPS`.
    """

    code: str
    what: str
    line: int
    column: int
    found: str
    instead: str
    cuts: tuple[Cut, ...]


class Lines:
    """Lines and columns of the characters of a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        start = text.find("\n")
        while start >= 0:
            self._starts.append(start + 1)
            start = text.find("\n", start + 1)

    def place(self, index: int) -> tuple[int, int]:
        """Line and column, counted from 1, of the character at ``index``."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1


def without(text: str, cuts: Iterable[Cut]) -> str:
    """``text`` after ``cuts``, of which the first counts where two overlap."""
    parts: list[str] = []
    end = 0
    for cut in sorted(cuts, key=lambda one: (one.start, -one.end)):
        if cut.start < end:
            continue
        parts += [text[end : cut.start], cut.instead]
        end = cut.end
    return "".join([*parts, text[end:]])
