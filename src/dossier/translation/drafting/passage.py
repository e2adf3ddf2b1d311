"""A passage as engines of machine translation can take it: plain words, and beside them the markup that was taken out.

Places are offsets into the plain words, half-open.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

_FIGURE = re.compile(r"(?<!\w)\d+(?:[.,٫٬]\d+)*(?!\w)")
NOTE = "note"
"""Kind of the anchor that a reference to a note is: it may stand behind the full stop."""
LINE_BREAK = "line break"
"""Kind of the anchor that a hard line break within a sentence is. At the end of a sentence it would be nothing."""


@dataclass(frozen=True, slots=True)
class Span:
    """Markup around words: emphasis, links, marked words.

    Parameters
    ----------
    start, end:
        The words.
    opening, closing:
        The Markdown around them.
    kind:
        What it is, for translators.
    """

    start: int
    end: int
    opening: str
    closing: str
    kind: str


@dataclass(frozen=True, slots=True)
class Words:
    """A passage inside of an atom, such as the alternative text of an image, that is translated by itself.

    ``quote`` is the sign that may not stand in it without a backslash.
    """

    passage: "Passage"
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Markup between words: footnote references, citations, images, HTML.

    Parameters
    ----------
    at:
        Where it stands.
    parts:
        Its Markdown, and between it the words that are translated by themselves.
    kind:
        What it is, for translators.
    is_spaced:
        Whether a space stands before it (behind it, at the beginning of a passage) that the plain words do not have.
    """

    at: int
    parts: tuple[str | Words, ...]
    kind: str
    is_spaced: bool = False


@dataclass(frozen=True, slots=True)
class Opaque:
    """Words that stay as they are, in any language: code, addresses, identifiers.

    Parameters
    ----------
    start, end:
        The words, or what stands in for them.
    words:
        The words themselves, whatever stands in for them.
    markdown:
        How they are written in Markdown; the words, where empty.
    kind:
        What it is, for translators.
    """

    start: int
    end: int
    words: str
    markdown: str
    kind: str


Part = TypeVar("Part")
Enclosing = TypeVar("Enclosing", Span, Opaque)


@dataclass(frozen=True)
class Passage:
    """Plain words and the markup that was taken out of them. Spans are nested or apart, outer ones first."""

    text: str
    spans: tuple[Span, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    opaques: tuple[Opaque, ...] = ()

    def part(self, start: int, end: int) -> "Passage":
        """The words from ``start`` to ``end``, with the spans and opaque words inside and the anchors between them.

        An anchor at ``start`` belongs to what stands before, except at the beginning of the passage.
        """
        anchors = _between(self.anchors, start, end, _place)
        return Passage(
            self.text[start:end],
            tuple(replace(one, start=one.start - start, end=one.end - start) for one in _inside(self.spans, start, end)),
            tuple(replace(one, at=one.at - start) for one in anchors if start < one.at or one.at == start == 0),
            tuple(replace(one, start=one.start - start, end=one.end - start) for one in _inside(self.opaques, start, end)),
        )

    def inner(self, span: Span) -> "Passage":
        """What ``span`` stands around, without itself and what stands around it."""
        part = self.part(span.start, span.end)
        around = 1 + list(_inside(self.spans, span.start, span.end)).index(span)
        return replace(part, spans=part.spans[around:], anchors=tuple(one for one in part.anchors if 0 < one.at < len(part.text)))

    def is_torn(self, start: int, end: int) -> bool:
        """Whether something begins, ends or stands inside of the words from ``start`` to ``end``."""
        index = bisect_right(self.edges, start)
        return index < len(self.edges) and self.edges[index] < end

    @cached_property
    def edges(self) -> tuple[int, ...]:
        """The places where something begins, ends or stands, in order."""
        parts: list[Span | Opaque] = [*self.spans, *self.opaques]
        return tuple(sorted({edge for one in parts for edge in (one.start, one.end)} | {one.at for one in self.anchors}))

    @property
    def has_words(self) -> bool:
        """Whether there is anything to translate: a letter that is not opaque."""
        return any(char.isalpha() for char in blanked(self.text, self.opaques))


def blanked(text: str, opaques: Iterable[Opaque], sign: str = "0") -> str:
    """``text`` with ``sign`` in place of each character of opaque words; offsets stay."""
    pieces, end = [], 0
    for one in opaques:
        pieces += [text[end : one.start], sign * (one.end - one.start)]
        end = one.end
    return "".join((*pieces, text[end:]))


def masked(passage: Passage, stand_ins: Sequence[str]) -> Passage:
    """``passage`` with other words in place of its opaque ones, in their order."""
    pieces, moved, by, end = [], [0], 0, 0
    for one, words in zip(passage.opaques, stand_ins, strict=True):
        pieces += [passage.text[end : one.start], words]
        by += len(words) - (one.end - one.start)
        moved.append(by)
        end = one.end
    ends = [one.end for one in passage.opaques]

    def place(at: int) -> int:
        return at + moved[bisect_right(ends, at)]

    return Passage(
        "".join((*pieces, passage.text[end:])),
        tuple(replace(one, start=place(one.start), end=place(one.end)) for one in passage.spans),
        tuple(replace(one, at=place(one.at)) for one in passage.anchors),
        tuple(replace(one, start=place(one.start), end=place(one.end)) for one in passage.opaques),
    )


def with_figures(passage: Passage) -> Passage:
    """``passage`` with its figures as opaque words: ``1988``, ``33,700``."""
    found = [
        Opaque(*one.span(), one[0], "", "number")
        for one in _FIGURE.finditer(blanked(passage.text, passage.opaques, " "))
        if not passage.is_torn(*one.span())
    ]
    return replace(passage, opaques=tuple(sorted((*passage.opaques, *found), key=lambda one: one.start)))


def without_opaques(passage: Passage) -> Passage:
    """``passage`` without its opaque words: they are anchors then, placed or appended like any other."""
    anchors = tuple(Anchor(one.start, (one.markdown or one.words,), one.kind, is_spaced=True) for one in passage.opaques)
    bare = masked(passage, [""] * len(passage.opaques))
    moved = tuple(replace(anchor, at=one.start) for anchor, one in zip(anchors, bare.opaques, strict=True))
    return replace(bare, anchors=tuple(sorted((*bare.anchors, *moved), key=lambda one: one.at)), opaques=())


def _begin(one: Span | Opaque) -> int:
    return one.start


def _place(one: Anchor) -> int:
    return one.at


def _between(parts: Sequence[Part], start: int, end: int, place: Callable[[Part], int]) -> Sequence[Part]:
    """Those of ``parts`` from ``start`` to ``end``; they are in order."""
    return parts[bisect_left(parts, start, key=place) : bisect_right(parts, end, key=place)]


def _inside(parts: Sequence[Enclosing], start: int, end: int) -> Iterator[Enclosing]:
    return (one for one in _between(parts, start, end, _begin) if one.end <= end)
