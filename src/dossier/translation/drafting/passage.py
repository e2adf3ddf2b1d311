"""A passage as engines of machine translation can take it: plain words, and beside them the markup that was taken out.

Places are offsets into the plain words, half-open.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

_FIGURE = re.compile(r"(?<!\w)\d+(?:[.,٫٬]\d+)*(?!\w)")
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


@dataclass(frozen=True, slots=True)
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

        def is_inside(one: Span | Opaque) -> bool:
            return start <= one.start and one.end <= end

        return Passage(
            self.text[start:end],
            tuple(replace(one, start=one.start - start, end=one.end - start) for one in self.spans if is_inside(one)),
            tuple(replace(one, at=one.at - start) for one in self.anchors if start < one.at <= end or one.at == start == 0),
            tuple(replace(one, start=one.start - start, end=one.end - start) for one in self.opaques if is_inside(one)),
        )

    def inner(self, span: Span) -> "Passage":
        """What ``span`` stands around, without itself and what stands around it."""
        part = self.part(span.start, span.end)
        index = self.spans.index(span)
        inside = (one for one in self.spans[index + 1 :] if span.start <= one.start and one.end <= span.end)
        spans = tuple(replace(one, start=one.start - span.start, end=one.end - span.start) for one in inside)
        anchors = tuple(replace(one, at=one.at - span.start) for one in self.anchors if span.start < one.at < span.end)
        return replace(part, spans=spans, anchors=anchors)

    @property
    def has_words(self) -> bool:
        """Whether there is anything to translate: a letter that is not opaque."""
        return any(char.isalpha() for char in blanked(self.text, self.opaques))


def blanked(text: str, opaques: Iterable[Opaque], sign: str = "0") -> str:
    """``text`` with ``sign`` in place of each character of opaque words; offsets stay."""
    for one in opaques:
        text = f"{text[: one.start]}{sign * (one.end - one.start)}{text[one.end :]}"
    return text


def masked(passage: Passage, stand_ins: Sequence[str]) -> Passage:
    """``passage`` with other words in place of its opaque ones, in their order."""
    for index, words in enumerate(stand_ins):
        one = passage.opaques[index]
        passage = _exchanged(passage, one, words)
    return passage


def with_figures(passage: Passage) -> Passage:
    """``passage`` with its figures as opaque words: ``1988``, ``33,700``."""
    parts: list[Span | Opaque] = [*passage.spans, *passage.opaques]
    edges = {edge for one in parts for edge in (one.start, one.end)} | {one.at for one in passage.anchors}
    found = [
        Opaque(*one.span(), one[0], "", "number")
        for one in _FIGURE.finditer(blanked(passage.text, passage.opaques, " "))
        if not any(one.start() < edge < one.end() for edge in edges)
    ]
    return replace(passage, opaques=tuple(sorted((*passage.opaques, *found), key=lambda one: one.start)))


def without_opaques(passage: Passage) -> Passage:
    """``passage`` without its opaque words: they are anchors then, placed or appended like any other."""
    anchors = tuple(Anchor(one.start, (one.markdown or one.words,), one.kind, is_spaced=True) for one in passage.opaques)
    bare = masked(passage, [""] * len(passage.opaques))
    moved = tuple(replace(anchor, at=one.start) for anchor, one in zip(anchors, bare.opaques, strict=True))
    return replace(bare, anchors=tuple(sorted((*bare.anchors, *moved), key=lambda one: one.at)), opaques=())


def _exchanged(passage: Passage, opaque: Opaque, words: str) -> Passage:
    start, end = opaque.start, opaque.end
    by = len(words) - (end - start)

    def begin(at: int) -> int:
        return at + by if at >= end and at > start else at

    def finish(at: int) -> int:
        return at + by if at >= end else at

    return Passage(
        f"{passage.text[:start]}{words}{passage.text[end:]}",
        tuple(replace(one, start=begin(one.start), end=finish(one.end)) for one in passage.spans),
        tuple(replace(one, at=finish(one.at)) for one in passage.anchors),
        tuple(
            replace(one, start=one.start if one is opaque else begin(one.start), end=finish(one.end)) for one in passage.opaques
        ),
    )
