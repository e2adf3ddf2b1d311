"""A passage as the rules of typography see it: one text, whatever markup divides it, and parts of it that are not theirs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

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
        barred = self.kept if rule.spaces_only else (*self.kept, *self.quoted)
        edits = [edit for edit in rule.find(self.text) if not any(_meets(edit, span) for span in barred)]
        return self._edited(edits) if edits else self

    def _edited(self, edits: Sequence[Edit]) -> "Line":
        return Line(
            text="".join(_pieces(self.text, edits)),
            bounds=tuple(_moved(offset, edits) for offset in self.bounds),
            kept=_moved_spans(self.kept, edits),
            quoted=_moved_spans(self.quoted, edits),
        )


def _meets(edit: Edit, span: Span) -> bool:
    if edit.start == edit.end:
        return span[0] < edit.start < span[1]
    return edit.start < span[1] and span[0] < edit.end


def _pieces(text: str, edits: Iterable[Edit]) -> Iterator[str]:
    position = 0
    for edit in edits:
        yield text[position : edit.start]
        yield edit.text
        position = edit.end
    yield text[position:]


def _moved(offset: int, edits: Iterable[Edit]) -> int:
    """Where ``offset`` comes to stand; what is added at a bound belongs to the token before it."""
    moved = offset
    for edit in edits:
        if edit.end <= offset:
            moved += len(edit.text) - (edit.end - edit.start)
        elif edit.start < offset:
            moved += min(offset - edit.start, len(edit.text)) - (offset - edit.start)
    return moved


def _moved_spans(spans: Iterable[Span], edits: Sequence[Edit]) -> tuple[Span, ...]:
    return tuple((_moved(start, edits), _moved(end, edits)) for start, end in spans)
