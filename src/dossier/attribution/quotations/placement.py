"""The best place for all fragments of a quotation, in their order.

Each way of placing the fragments costs what it gives rise to say (:class:`Reason`), then the length of what it leaves out. Both
add up from gap to gap, so the cheapest way is found from left to right, with one look at each occurrence of each fragment.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dossier.attribution.quotations.editorial import Fragment, Joint
from dossier.attribution.quotations.folding import GAPS, PARAGRAPH, FoldedText, fold
from dossier.attribution.quotations.occurrences import Occurrence
from dossier.attribution.quotations.reasons import OMITTED, Reason
from dossier.attribution.quotations.sense_words import Sense, turning_places

REPLACED_WORDS = 5
"""An insertion may stand in the place of so many words of the source."""

_WINDOW = 120
_REASON = 1 << 40
_PARAGRAPH = re.compile(PARAGRAPH)


@dataclass(frozen=True, slots=True)
class Placement:
    """Where fragments stand.

    Parameters
    ----------
    start, end:
        Where the first fragment begins and the last one ends.
    reasons:
        What is to be said of it.
    brackets:
        Numbers of the fragments before which the source has the very words that the quotation has in brackets.
    """

    start: int
    end: int
    reasons: frozenset[Reason]
    brackets: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Way:
    """The cheapest way to place the fragments up to one that stands at ``at``."""

    cost: int
    at: Occurrence
    before: "_Way | None" = None


class Landscape:
    """What of a source decides on an omission: the ends of its paragraphs, its negations and numbers."""

    def __init__(self, source: FoldedText, reach: tuple[int, int], language: str) -> None:
        self.text = source.text
        start, end = reach
        self.turns: list[tuple[int, Sense]] = list(turning_places(self.text, start, end, language))
        self.turning = [place for place, _ in self.turns]
        self.breaks = [found.start() for found in _PARAGRAPH.finditer(self.text, start, end)]

    def weight(self, place: int) -> int:
        """The cost of leaving out all up to ``place``; that of leaving out what is between two places is the difference."""
        return _REASON * (bisect_left(self.turning, place) + bisect_left(self.breaks, place)) + place

    def reasons(self, start: int, end: int) -> Iterator[Reason]:
        """What is to be said of leaving out what is between two places."""
        if bisect_left(self.breaks, start) < bisect_left(self.breaks, end):
            yield Reason.OMITS_PARAGRAPH
        for _, sense in self.turns[bisect_left(self.turning, start) : bisect_left(self.turning, end)]:
            yield OMITTED[sense]


def place(fragments: Sequence[Fragment], found: Sequence[Sequence[Occurrence]], landscape: Landscape) -> Placement | None:
    """Place fragments in their order.

    Parameters
    ----------
    fragments:
        At least one.
    found:
        For each of them where it stands, in order.
    landscape:
        Of the source they were found in.

    Returns
    -------
    Placement | None
        The cheapest; ``None`` where there is none.
    """
    ways = [_Way(len(one.reasons) * _REASON, one) for one in found[0]]
    for fragment, places in zip(fragments[1:], found[1:], strict=True):
        ways = _onward(ways, places, fragment, landscape)
    best = min(ways, key=lambda way: way.cost, default=None)
    return None if best is None else _placement(best, fragments, landscape)


def _onward(ways: Sequence[_Way], places: Sequence[Occurrence], fragment: Fragment, landscape: Landscape) -> list[_Way]:
    step = _past_omission if fragment.joint is Joint.OMISSION else _past_mark
    return list(step(ways, places, fragment, landscape))


def _past_omission(ways: Sequence[_Way], places: Sequence[Occurrence], _: Fragment, landscape: Landscape) -> Iterator[_Way]:
    waiting = iter(sorted(ways, key=lambda way: way.at.end))
    following = next(waiting, None)
    best: tuple[int, _Way] | None = None
    for one in places:
        while following is not None and following.at.end <= one.start:
            rest = following.cost - landscape.weight(following.at.end)
            best = min(best or (rest, following), (rest, following), key=lambda pair: pair[0])
            following = next(waiting, None)
        if best is not None:
            rest, way = best
            yield _Way(rest + landscape.weight(one.start) + len(one.reasons) * _REASON, one, way)


def _past_mark(ways: Sequence[_Way], places: Sequence[Occurrence], fragment: Fragment, landscape: Landscape) -> Iterator[_Way]:
    starts = [one.start for one in places]
    cheapest: dict[Occurrence, _Way] = {}
    reasons = _mark_reasons(fragment)
    for way in ways:
        first, last = bisect_left(starts, way.at.end), bisect_right(starts, way.at.end + _WINDOW)
        for one in places[first:last]:
            said = reasons(landscape.text[way.at.end : one.start])
            if said is not None:
                cost = way.cost + (len(said) + len(one.reasons)) * _REASON + one.start - way.at.end
                if one not in cheapest or cost < cheapest[one].cost:
                    cheapest[one] = _Way(cost, one, way)
    return iter(sorted(cheapest.values(), key=lambda way: way.at.start))


def _mark_reasons(fragment: Fragment) -> Callable[[str], tuple[Reason, ...] | None]:
    """What is to be said of source text that stands where the quotation has a bracket; ``None`` where it may not stand there."""
    bracket = fold(fragment.inserted).text.casefold()
    same = {"", bracket, bracket.replace("[", "").replace("]", "").strip()}

    def reasons(left_out: str) -> tuple[Reason, ...] | None:
        words = left_out.strip(GAPS)
        if words.casefold() in same:
            return (Reason.JOINS_PARAGRAPHS,) if PARAGRAPH in left_out else ()
        few = len(words.split()) <= REPLACED_WORDS and PARAGRAPH not in left_out
        return (Reason.REPLACES_WORDS,) if few and fragment.joint is Joint.INSERTION else None

    return reasons


def _placement(last: _Way, fragments: Sequence[Fragment], landscape: Landscape) -> Placement:
    steps = [last]
    while steps[-1].before is not None:
        steps.append(steps[-1].before)
    steps.reverse()
    reasons = {reason for step in steps for reason in step.at.reasons}
    brackets = set()
    for number, (fragment, left, right) in enumerate(zip(fragments[1:], steps, steps[1:], strict=False), 1):
        left_out = landscape.text[left.at.end : right.at.start]
        if fragment.joint is Joint.OMISSION:
            reasons.update(landscape.reasons(left.at.end, right.at.start))
        else:
            said = _mark_reasons(fragment)(left_out) or ()
            reasons.update(said)
            if left_out.strip(GAPS) and Reason.REPLACES_WORDS not in said:
                brackets.add(number)
    return Placement(steps[0].at.start, last.at.end, frozenset(reasons), frozenset(brackets))
