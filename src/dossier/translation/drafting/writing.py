"""Translated passages written as Markdown again."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from dossier.translation.drafting.passage import LINE_BREAK, NOTE, Anchor, Passage, Span, Words
from dossier.translation.drafting.placing import Positions
from dossier.translation.drafting.translated import Range

_ACTIVE = re.compile(r"[\\`*_\[\]<>&~|{}^!]")
_SURELY_ACTIVE = re.compile(r"[\\`*]|_(?!\w)|(?<!\w)_|<(?=[A-Za-z/!?])|\[(?=\^|-?@)|&(?=#?\w+;)|~(?=~)|(?<=~)~")

_STOP = re.compile(r"[.!?…؟۔]*\Z")


def _with_backslash(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


class Style(Enum):
    """How careful Markdown is written: the next one where the one before is not read as it was meant."""

    LIGHT = auto()  # a backslash only before what is surely a mark
    ESCAPED = auto()  # before each sign that may be one
    APPENDED = auto()  # and all markup but opaque words behind the sentence


@dataclass(frozen=True)
class Leaf:
    """A sentence that was translated (or needs no translation).

    Parameters
    ----------
    passage:
        The original, with what stood in for opaque words.
    text:
        The translation.
    positions:
        Where everything goes in it.
    movable:
        The indexes of spans that may be appended, though they were placed.
    inner:
        What stands in a span that is appended.
    """

    passage: Passage
    text: str
    positions: Positions
    movable: frozenset[int] = frozenset()
    inner: Callable[[Span], "Made"] | None = None


@dataclass(frozen=True)
class Piece:
    """A part of what was made, the space before it, and the markup around it."""

    made: "Made"
    before: str = ""
    opening: str = ""
    closing: str = ""


@dataclass(frozen=True)
class Joined:
    """Several sentences, or pieces of one."""

    pieces: tuple[Piece, ...]


Made = Leaf | Joined


@dataclass(frozen=True, slots=True)
class Manner:
    """How it is written.

    Parameters
    ----------
    style:
        How carefully.
    nested:
        What was made of the passages inside of atoms.
    quote:
        A sign that may not stand in it without a backslash.
    is_markdown:
        Whether it is Markdown, or a plain string.
    """

    style: Style
    nested: Mapping[Words, Made] = field(default_factory=dict)
    quote: str = ""
    is_markdown: bool = True


def untouched(passage: Passage) -> Leaf:
    """A passage as it was."""
    where = Positions(
        tuple((one.start, one.end) for one in passage.opaques),
        tuple((one.start, one.end) for one in passage.spans),
        tuple(one.at for one in passage.anchors),
    )
    return Leaf(passage, passage.text, where)


def written(made: Made, manner: Manner) -> str:
    """The Markdown of ``made``."""
    if isinstance(made, Joined):
        return "".join(f"{one.before}{one.opening}{written(one.made, manner)}{one.closing}" for one in made.pieces)
    return _Sentence(made, manner).written()


@dataclass(slots=True)
class _Sentence:
    leaf: Leaf
    manner: Manner
    late: list[Span] = field(default_factory=list)
    """Spans that are appended, but for those inside of another one that is."""
    _moved: set[int] = field(default_factory=set)
    """The indexes of these and of those inside."""
    _within: set[int] = field(default_factory=set)
    """The places in the original that are inside of them."""

    def written(self) -> str:
        self._part_late()
        notes = (self._late_anchor(one) for one in self._late_anchors() if one.kind == NOTE)
        return "".join((*self._body(), *notes))

    def _asides(self) -> str:
        """What could not be placed, but for notes: in brackets what has words, then citations, images and the like."""
        words = "; ".join(self._late_spans())
        others = (self._late_anchor(one) for one in self._late_anchors() if one.kind != NOTE)
        return "".join((f" ({words})" if words else "", *others))

    def _late_anchor(self, anchor: Anchor) -> str:
        return f" {self._anchor(anchor)}" if anchor.is_spaced else self._anchor(anchor)

    def _before_stop(self) -> int:
        """The place before the sign that ends the sentence; its end where markup or fixed words reach beyond that."""
        text = self.leaf.text
        stop = len(text) - len(_STOP.search(text)[0])  # type: ignore[index]  # it finds at least nothing
        around = [*self.leaf.positions.opaques, *(where for _, where in self._placed_spans())]
        return len(text) if any(start < stop < end for start, end in around) else stop

    def _body(self) -> Iterator[str]:
        text, opaques = self.leaf.text, dict(zip(self.leaf.positions.opaques, self.leaf.passage.opaques, strict=True))
        marks = self._marks()
        edges = sorted({0, len(text), *marks, *(edge for where in opaques for edge in where)})
        for index, edge in enumerate(edges):
            yield from marks.get(edge, ())
            end = edges[index + 1] if index + 1 < len(edges) else edge
            if (edge, end) in opaques:
                one = opaques[(edge, end)]
                yield one.markdown or self._escaped(one.words, _SURELY_ACTIVE)
            elif end > edge:
                yield self._escaped(text[edge:end], _SURELY_ACTIVE if self.manner.style is Style.LIGHT else _ACTIVE)

    def _marks(self) -> dict[int, list[str]]:
        """What is written at each place: what closes there, the anchors, what opens there."""
        opened: dict[int, list[str]] = {}
        closed: dict[int, list[str]] = {}
        for span, where in self._placed_spans():
            opened.setdefault(where[0], []).append(span.opening)
            closed.setdefault(where[1], []).insert(0, span.closing)
        placed: dict[int, list[str]] = {}
        for anchor, at in self._placed_anchors():
            placed.setdefault(at, []).append(self._set(anchor, at))
        made = {at: [*closed.get(at, ()), *placed.get(at, ()), *opened.get(at, ())] for at in {*opened, *closed, *placed}}
        if asides := self._asides():
            before = self._before_stop()
            made[before] = [*closed.get(before, ()), asides, *placed.get(before, ()), *opened.get(before, ())]
        return made

    def _set(self, anchor: Anchor, at: int) -> str:
        markdown = self._anchor(anchor)
        if not anchor.is_spaced:
            return markdown
        if at:
            return f" {markdown}"
        return f"{markdown} " if self.leaf.text else markdown

    def _part_late(self) -> None:
        for index, span in enumerate(self.leaf.passage.spans):  # those inside of others follow them
            if self.late and span.end <= self.late[-1].end:
                self._moved.add(index)
            elif self._where(index) is None:
                self._moved.add(index)
                self.late.append(span)
                self._within.update(range(span.start + 1, span.end))

    def _where(self, index: int) -> Range | None:
        is_late = self.manner.style is Style.APPENDED and index in self.leaf.movable
        return None if is_late else self.leaf.positions.spans[index]

    def _placed_spans(self) -> Iterator[tuple[Span, Range]]:
        for index, span in enumerate(self.leaf.passage.spans):
            where = self._where(index)
            if where is not None and index not in self._moved:
                yield span, where

    def _placed_anchors(self) -> Iterator[tuple[Anchor, int]]:
        for anchor, at in zip(self.leaf.passage.anchors, self.leaf.positions.anchors, strict=True):
            if at is not None and anchor.at not in self._within:
                yield anchor, at

    def _late_anchors(self) -> Iterator[Anchor]:
        for anchor, at in zip(self.leaf.passage.anchors, self.leaf.positions.anchors, strict=True):
            if at is None and anchor.kind != LINE_BREAK and anchor.at not in self._within:
                yield anchor

    def _late_spans(self) -> Iterator[str]:
        for span in self.late:
            inner = self.leaf.inner(span) if self.leaf.inner else untouched(self.leaf.passage.inner(span))
            yield f"{span.opening}{written(inner, self.manner)}{span.closing}"

    def _anchor(self, anchor: Anchor) -> str:
        return "".join(self._part(part) for part in anchor.parts)

    def _part(self, part: str | Words) -> str:
        if isinstance(part, str):
            return part
        return written(self.manner.nested[part], replace(self.manner, quote=part.quote or self.manner.quote))

    def _escaped(self, text: str, active: re.Pattern[str]) -> str:
        if not self.manner.is_markdown:
            return text
        text = active.sub(_with_backslash, text)
        quote = self.manner.quote
        return text.replace(quote, f"\\{quote}") if quote else text
