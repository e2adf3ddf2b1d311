"""A passage cut into sentences, or a sentence into pieces, without losing what spans several of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from dossier.translation.drafting.passage import LINE_BREAK, Anchor, Passage, Span, blanked
from dossier.translation.drafting.reading import BREAK

Bounds = tuple[tuple[int, int], ...]
Cutter = Callable[[str, str], Bounds]
"""``sentences.bounds`` or ``sentences.pieces``."""
_FILLER = "x"
_HARD_BREAK = "\\\n"


@dataclass(frozen=True, slots=True)
class Cut:
    """One sentence of a passage.

    Parameters
    ----------
    passage:
        Its words, and the markup inside.
    before:
        The space between it and the one before: a space, a hard line break, nothing.
    opening, closing:
        Markdown around it that spans it and others.
    """

    passage: Passage
    before: str = ""
    opening: str = ""
    closing: str = ""


def cut(passage: Passage, language: str, cutter: Cutter) -> tuple[Cut, ...]:
    """The sentences of ``passage``. Where a span begins or ends within a sentence and goes on beyond it, they are one."""
    bounds, spanning = _merged(_bounds(passage, language, cutter), passage.spans)
    around = set(spanning)
    inner = replace(passage, spans=tuple(one for one in passage.spans if one not in around))
    anchors = _own_anchors(passage.anchors, bounds)
    made = []
    for index, (start, end) in enumerate(bounds):
        opening = "".join(one.opening for one in spanning if one.start == start)
        closing = "".join(one.closing for one in reversed(spanning) if one.end == end)
        part = replace(inner.part(start, end), anchors=tuple(anchors[index]))
        made.append(Cut(_with_breaks(part), _between(passage.text, bounds, index), opening, closing))
    return tuple(made)


def _bounds(passage: Passage, language: str, cutter: Cutter) -> Bounds:
    text = blanked(passage.text, passage.opaques, _FILLER)
    lines, start = [], 0
    for line in text.split(BREAK):
        lines += [(start + first, start + last) for first, last in cutter(line, language)]
        start += len(line) + len(BREAK)
    return tuple(piece for bound in lines for piece in _behind_label(passage, *bound)) or ((0, len(text)),)


def _behind_label(passage: Passage, start: int, end: int) -> Bounds:
    """A label in markup at the beginning, with a colon in or behind it, stands by itself: ``**Label:** words``."""
    first = bisect_left(passage.spans, start, key=lambda one: one.start)
    for span in takewhile(lambda one: one.start == start, islice(passage.spans, first, None)):
        label = span.end + 1 if passage.text[span.end : span.end + 1] == ":" else span.end
        rest = label + len(passage.text[label:end]) - len(passage.text[label:end].lstrip())
        if passage.text[label - 1] == ":" and label < rest < end:
            return ((start, label), (rest, end))
    return ((start, end),)


def _merged(bounds: Bounds, spans: Sequence[Span]) -> tuple[Bounds, tuple[Span, ...]]:
    """``bounds`` joined where a span is torn, and the spans that stand around several whole sentences."""
    for span in spans:
        first, last = _touched(bounds, span)
        if last > first and not (bounds[first][0] == span.start and bounds[last][1] == span.end):
            joined = (bounds[first][0], bounds[last][1])
            bounds = (*bounds[:first], joined, *bounds[last + 1 :])
    touched = ((span, *_touched(bounds, span)) for span in spans)
    return bounds, tuple(span for span, first, last in touched if last > first)


def _touched(bounds: Bounds, span: Span) -> tuple[int, int]:
    """The first and the last sentence that words of ``span`` are in."""
    first = bisect_right(bounds, span.start, key=lambda bound: bound[1])
    return first, bisect_left(bounds, span.end, key=lambda bound: bound[0]) - 1


def _own_anchors(anchors: Sequence[Anchor], bounds: Bounds) -> list[list[Anchor]]:
    """For each sentence its anchors; one in the space between two belongs to the one before."""
    own: list[list[Anchor]] = [[] for _ in bounds]
    for one in anchors:
        index = min(bisect_left(bounds, one.at, key=lambda bound: bound[1]), len(bounds) - 1)
        index = index - 1 if index and one.at < bounds[index][0] else index
        start, end = bounds[index]
        own[index].append(replace(one, at=min(max(one.at, start), end) - start))
    return own


def _with_breaks(passage: Passage) -> Passage:
    """A hard line break within a sentence is an anchor like others."""
    breaks = [Anchor(at, (_HARD_BREAK,), LINE_BREAK) for at, char in enumerate(passage.text) if char == BREAK]
    if not breaks:
        return passage
    anchors = sorted((*passage.anchors, *breaks), key=lambda one: one.at)
    return replace(passage, text=passage.text.replace(BREAK, " "), anchors=tuple(anchors))


def _between(text: str, bounds: Bounds, index: int) -> str:
    if index == 0:
        return ""
    gap = text[bounds[index - 1][1] : bounds[index][0]]
    return _HARD_BREAK if BREAK in gap else " " if gap else ""
