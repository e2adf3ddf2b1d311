"""A passage cut into sentences, or a sentence into pieces, without losing what spans several of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

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
    inner = replace(passage, spans=tuple(one for one in passage.spans if one not in spanning))
    made = []
    for index, (start, end) in enumerate(bounds):
        opening = "".join(one.opening for one in spanning if one.start == start)
        closing = "".join(one.closing for one in reversed(spanning) if one.end == end)
        part = replace(inner.part(start, end), anchors=_own_anchors(passage, bounds, index))
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
    for span in passage.spans:
        label = span.end + 1 if passage.text[span.end : span.end + 1] == ":" else span.end
        rest = label + len(passage.text[label:end]) - len(passage.text[label:end].lstrip())
        if span.start == start and passage.text[label - 1] == ":" and label < rest < end:
            return ((start, label), (rest, end))
    return ((start, end),)


def _merged(bounds: Bounds, spans: Sequence[Span]) -> tuple[Bounds, tuple[Span, ...]]:
    """``bounds`` joined where a span is torn, and the spans that stand around several whole sentences."""
    for span in spans:
        touched = [index for index, (start, end) in enumerate(bounds) if start < span.end and span.start < end]
        if len(touched) < 2:
            continue
        first, last = touched[0], touched[-1]
        if not (bounds[first][0] == span.start and bounds[last][1] == span.end):
            joined = (bounds[first][0], bounds[last][1])
            bounds = (*bounds[:first], joined, *bounds[last + 1 :])
    around = (span for span in spans if sum(start < span.end and span.start < end for start, end in bounds) > 1)
    return bounds, tuple(around)


def _owner(at: int, bounds: Bounds) -> int:
    """The sentence that an anchor belongs to; in the space between two it is the one before."""
    index = next((index for index, (_, end) in enumerate(bounds) if at <= end), len(bounds) - 1)
    return index - 1 if index and at < bounds[index][0] else index


def _own_anchors(passage: Passage, bounds: Bounds, index: int) -> tuple[Anchor, ...]:
    start, end = bounds[index]
    own = (one for one in passage.anchors if _owner(one.at, bounds) == index)
    return tuple(replace(one, at=min(max(one.at, start), end) - start) for one in own)


def _with_breaks(passage: Passage) -> Passage:
    """A hard line break within a sentence is an anchor like others."""
    while (at := passage.text.find(BREAK)) >= 0:
        anchors = sorted((*passage.anchors, Anchor(at, (_HARD_BREAK,), LINE_BREAK)), key=lambda one: one.at)
        passage = replace(passage, text=f"{passage.text[:at]} {passage.text[at + 1 :]}", anchors=tuple(anchors))
    return passage


def _between(text: str, bounds: Bounds, index: int) -> str:
    if index == 0:
        return ""
    gap = text[bounds[index - 1][1] : bounds[index][0]]
    return _HARD_BREAK if BREAK in gap else " " if gap else ""
