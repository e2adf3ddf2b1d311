"""Numeric runs of all kinds, in text from right to left."""

import re
from bisect import bisect
from collections.abc import Iterator

from dossier.language.bidi.codes import CODES
from dossier.language.bidi.dates import DATES
from dossier.language.bidi.expressions import EXPRESSIONS
from dossier.language.bidi.kind import DIGITS, NUMBER, Kind, Span
from dossier.language.bidi.ranges import RANGES
from dossier.language.bidi.signs import SIGNS
from dossier.language.bidi.telephones import TELEPHONES

KINDS: tuple[Kind, ...] = (TELEPHONES, DATES, EXPRESSIONS, RANGES, CODES, SIGNS)
"""In the order in which they are asked: what one takes, the next ones leave."""

_ORDERLY = re.compile(NUMBER)
_PUNCTUATION = " \u00a0\u202f.,:"
_DIGIT = re.compile(f"[{DIGITS}]+")
_BEFORE = frozenset("+-\u2212±~≈<>≤≥(#§№$€£¥ \u00a0\u202f")
_STRETCH = re.compile(
    f"[{DIGITS} \u00a0\u202fT.,:/\u066b\u066c\\-\u2010-\u2014\u2212+×÷=≠<>≤≥±≈*·^()_%\u2030°\u00b2\u00b3$€£¥#§№~]+"
)


def numeric(text: str, language: str) -> Iterator[Span]:
    """Where numeric runs stand in ``text``, in its order; ``language`` is the text's primary subtag."""
    position = 0
    while digits := _DIGIT.search(text, position):
        start, end = _around(text, digits, position)
        # Most numbers stand alone, and nothing can happen to them.
        if not _ORDERLY.fullmatch(text[start:end].strip(_PUNCTUATION)):
            yield from _kinds(text, start, end, language)
        position = end


def _around(text: str, digits: re.Match[str], least: int) -> Span:
    start = digits.start()
    while start > least and text[start - 1] in _BEFORE:
        start -= 1
    stretch = _STRETCH.match(text, digits.start())
    assert stretch is not None, "a digit begins a stretch"
    return start, stretch.end()


def _kinds(text: str, start: int, end: int, language: str) -> list[Span]:
    taken: list[Span] = []
    for kind in KINDS:
        if language not in kind.not_in:
            taken = _with(taken, list(kind.find(text, start, end)))
    return taken


def _with(taken: list[Span], found: list[Span]) -> list[Span]:
    """Both in the order of the text; of two that meet, the one that was there first."""
    if not taken or not found:
        return taken or found
    return sorted([*taken, *(span for span in found if not _meets_any(span, taken))])


def _meets_any(span: Span, taken: list[Span]) -> bool:
    place = bisect(taken, span)
    behind = place < len(taken) and taken[place][0] < span[1]
    return behind or (place > 0 and taken[place - 1][1] > span[0])
