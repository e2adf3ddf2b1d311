"""Where the words that markup stands around are in a translation."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from dossier.translation.drafting.passage import Opaque, Passage, Span
from dossier.translation.drafting.stand_ins import places
from dossier.translation.drafting.translated import (
    Range,
    Translated,
    ahead,
    bare,
    behind,
    folded,
    has_words,
    in_ascii_digits,
    word_ranges,
)

Wordings = Callable[[Span], Sequence[str]]
"""How the words of a span may read in the translation, the likeliest first."""

_ALIKE = 70.0
"""Percent of likeness (Levenshtein) from which words that are aligned are taken for those that were translated alone."""
_MANY = 100
"""Words that stand more often are not told apart: that would take as long as the text is, for each of them."""
_NOBODY = -1
_FIGURE = re.compile(r"\d+(?:[.,٫٬]\d+)*")


def span_places(passage: Passage, made: Translated, opaques: tuple[Range, ...], wordings: Wordings) -> tuple[Range | None, ...]:
    """Where each span of ``passage`` goes in ``made``; ``None`` where that cannot be told.

    They are nested as in the original, or apart as there. The other parameters are those of
    :func:`~dossier.translation.drafting.placing.positions`.
    """
    return _Spans(passage, made, opaques, wordings).placed()


def is_alike(read: str, wordings: Sequence[str]) -> bool:
    """Whether ``read`` is nearly one of ``wordings``, capitals and signs around aside."""
    words = folded(bare(read))
    return any(fuzz.ratio(words, folded(bare(wording))) >= _ALIKE for wording in wordings)


@dataclass(slots=True)
class _Spans:
    """Spans on their way.

    What is found for certain comes first, and narrows down where the others can be: *004* is not that of *source 004*, once that
    has its place.
    """

    passage: Passage
    made: Translated
    opaques: tuple[Range, ...]
    wordings: Wordings
    found: list[Range | None] = field(init=False)
    outer: list[int] = field(init=False)
    """For each span the innermost one around it."""
    owner: list[int] = field(init=False)
    """For each character of the translation the innermost span that has its place there."""
    folded: str = field(init=False)
    known: dict[int, Sequence[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.found = [None] * len(self.passage.spans)
        self.outer = _outer(self.passage.spans)
        self.owner = [_NOBODY] * len(self.made.text)
        self.folded = folded(self.made.text)

    def placed(self) -> tuple[Range | None, ...]:
        for ways in (_CERTAIN, _CERTAIN, (*_CERTAIN, *_LIKELY), _CERTAIN):
            for index, where in enumerate(self.found):
                if where is None:
                    self._try(index, ways)
        return tuple(self.found)

    def _try(self, index: int, ways: Sequence["_Way"]) -> None:
        room = self._room(index)
        for way in ways if room else ():
            found = way(self, index, room) if room else None
            found = _trimmed(self.made.text, found) if found else None
            if found and self._is_free(index, found) and _tears_nothing(found, self.opaques):
                self.found[index] = found
                self.owner[found[0] : found[1]] = [index] * (found[1] - found[0])
                return

    def _room(self, index: int) -> Range | None:
        return (0, len(self.made.text)) if self.outer[index] == _NOBODY else self.found[self.outer[index]]

    def _is_free(self, index: int, found: Range) -> bool:
        """Whether it is all within the span around, and none of it in another."""
        return all(owner == self.outer[index] for owner in self.owner[found[0] : found[1]])

    def whole(self, index: int, _: Range) -> Range | None:
        """All of the translation but the signs at its ends, where the span has all of the original but these."""
        span, text = self.passage.spans[index], self.made.text
        before, after = self.passage.text[: span.start], self.passage.text[span.end :]
        if has_words(before) or has_words(after):
            return None
        return (ahead(text) if before.strip() else 0, len(text) - behind(text) if after.strip() else len(text))

    def as_worded(self, index: int, room: Range) -> Range | None:
        """Where one of the wordings stands, at one place only that is free; or as often as the span has twins."""
        for wording in self._wordings(index):
            found = [one for one in self._standing(folded(bare(wording)), room) if self._is_free(index, one)]
            twins = self._twins(index) if len(found) > 1 else [index]
            if len(found) == len(twins):
                return self._with_signs(index, wording, found[twins.index(index)])
        return None

    def aligned(self, index: int, _: Range) -> Range | None:
        """The words that come from those of the span, if they stand together and read as the span's words do by themselves."""
        words = word_ranges(self.made.text)
        if len(words) != len(self.made.alignment):
            return None
        span = self.passage.spans[index]
        sources = enumerate(word_ranges(self.passage.text))
        inside = {number for number, (start, end) in sources if start < span.end and span.start < end}
        chosen = [number for number, source in enumerate(self.made.alignment) if source in inside]
        if not chosen or chosen[-1] - chosen[0] + 1 != len(chosen):
            return None
        start, end = words[chosen[0]][0], words[chosen[-1]][1]
        read, own = self.made.text[start:end], self.passage.text[span.start : span.end]
        found = (start if ahead(own) else start + ahead(read), end if behind(own) else end - behind(read))
        return found if is_alike(read, self._wordings(index)) else None

    def around_opaques(self, index: int, _: Range) -> Range | None:
        """Around the opaque words of the span, which are found for certain: its other words are somewhere near."""
        span = self.passage.spans[index]
        inside = [where for one, where in zip(self.passage.opaques, self.opaques, strict=True) if _holds(span, one)]
        return (min(start for start, _ in inside), max(end for _, end in inside)) if inside else None

    def around_figures(self, index: int, room: Range) -> Range | None:
        """Around the figures of the span, where the translation has each once: appended, the span would have them twice."""
        span = self.passage.spans[index]
        figures = _FIGURE.findall(in_ascii_digits(self.passage.text[span.start : span.end]))
        found = [[one for one in places(self.made.text, figure) if room[0] <= one[0] and one[1] <= room[1]] for figure in figures]
        if not found or any(len(places_of) != 1 for places_of in found):
            return None
        return (min(one[0][0] for one in found), max(one[0][1] for one in found))

    def _wordings(self, index: int) -> Sequence[str]:
        if index not in self.known:
            self.known[index] = self.wordings(self.passage.spans[index])
        return self.known[index]

    def _standing(self, wanted: str, room: Range) -> list[Range]:
        """Where words stand in a part of the translation. Capitals do not count, nor whose digits are written."""
        if not has_words(wanted) or wanted not in self.folded:
            return []
        pattern = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
        found = [match.span() for match in pattern.finditer(self.folded, *room)]
        return found if len(found) <= _MANY else []

    def _twins(self, index: int) -> list[int]:
        """The spans without a place that are the same as this one, so that it does not matter which stands where."""
        spans, text, one = self.passage.spans, self.passage.text, self.passage.spans[index]
        return [
            number
            for number, other in enumerate(spans)
            if self.found[number] is None
            and self.outer[number] == self.outer[index]
            and (other.opening, other.closing) == (one.opening, one.closing)
            and text[other.start : other.end] == text[one.start : one.end]
        ]

    def _with_signs(self, index: int, wording: str, found: Range) -> Range:
        """``found`` with the quotation marks and the like around it, where the span has such around its words."""
        span, text, (start, end) = self.passage.spans[index], self.made.text, found
        words = self.passage.text[span.start : span.end]
        before, after = ahead(wording), behind(wording)
        if before and ahead(words) and text[max(0, start - before) : start] == wording[:before]:
            start -= before
        if after and behind(words) and text[end : end + after] == wording[-after:]:
            end += after
        return (start, end) if self._is_free(index, (start, end)) else found


_Way = Callable[[_Spans, int, Range], Range | None]
_CERTAIN: tuple[_Way, ...] = (_Spans.whole, _Spans.as_worded)
_LIKELY: tuple[_Way, ...] = (_Spans.aligned, _Spans.around_opaques, _Spans.around_figures)


def _outer(spans: Sequence[Span]) -> list[int]:
    made: list[int] = []
    around: list[int] = []
    for index, span in enumerate(spans):
        while around and not _holds(spans[around[-1]], span):
            around.pop()
        made.append(around[-1] if around else _NOBODY)
        around.append(index)
    return made


def _holds(outer: Span, inner: Span | Opaque) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _tears_nothing(found: Range, opaques: Sequence[Range]) -> bool:
    return not any(start < edge < end for start, end in opaques for edge in found)


def _trimmed(text: str, found: Range) -> Range | None:
    start, end = found
    inside = text[start:end]
    start, end = start + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip())
    return (start, end) if start < end else None
