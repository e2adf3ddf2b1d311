"""A passage as the rules of typography see it: one text, whatever markup divides it, and parts of it that are not theirs."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from dossier.language.rule import Edit, Rule

Span = tuple[int, int]

OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in a line for what is no text: code, an image, a note's number."""


@dataclass(frozen=True, slots=True)
class Line:
    """A passage.

    Parameters
    ----------
    text:
        Its words.
    bounds:
        Offsets that are followed through edits: where the tokens end that the text was put together from.
    kept:
        Spans in which nothing is changed: addresses, identifiers.
    quoted:
        Spans of verified quotations, in which only white space may change.
    """

    text: str
    bounds: tuple[int, ...] = ()
    kept: tuple[Span, ...] = ()
    quoted: tuple[Span, ...] = ()

    def ruled(self, rule: Rule) -> "Line":
        """The line after ``rule``; what it asks for inside of a span that is not its own is left undone."""
        barred = _Barred(self.kept if rule.spaces_only else (*self.kept, *self.quoted))
        edits = [edit for edit in rule.find(self.text) if not barred.meets(edit)]
        return self._edited(edits) if edits else self

    def _edited(self, edits: Sequence[Edit]) -> "Line":
        moved = _Moving(edits).moved
        return Line(
            text="".join(_pieces(self.text, edits)),
            bounds=tuple(map(moved, self.bounds)),
            kept=tuple((moved(start), moved(end)) for start, end in self.kept),
            quoted=tuple((moved(start), moved(end)) for start, end in self.quoted),
        )


class _Barred:
    """Spans that are looked up: a hostile passage has as many of them as it has edits."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def meets(self, edit: Edit) -> bool:
        """Whether a span has a part of what ``edit`` replaces, or has its place within."""
        before = bisect_left(self._starts, edit.end)
        return before > 0 and self._ends[before - 1] > edit.start


class _Moving:
    """Where offsets come to stand; what is added at a bound belongs to the token before it."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._ends = [edit.end for edit in edits]
        self._shifts = list(accumulate((len(edit.text) - (edit.end - edit.start) for edit in edits), initial=0))

    def moved(self, offset: int) -> int:
        behind = bisect_right(self._ends, offset)
        moved = offset + self._shifts[behind]
        if behind < len(self._edits) and (edit := self._edits[behind]).start < offset:
            moved += min(offset - edit.start, len(edit.text)) - (offset - edit.start)
        return moved


def _pieces(text: str, edits: Iterable[Edit]) -> Iterator[str]:
    position = 0
    for edit in edits:
        yield text[position : edit.start]
        yield edit.text
        position = edit.end
    yield text[position:]
