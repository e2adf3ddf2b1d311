"""Pieces of a long sentence, for engines that lose parts of it: it is cut between clauses."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dossier.translation.drafting.nesting import enclosed

_FEWEST_WORDS = 4
_FEWEST_BETWEEN_COMMAS = 7
_SHORT_ASIDE = 60

_CONJUNCTIONS = (
    "and|or|but|nor|yet|so|because|although|though|while|which|who|whom|whose|where|when|whereas|if|unless|that|as|since"
    "|et|ou|mais|donc|or|ni|car|que|qui|dont|où|lorsque|quand|alors|tandis|bien|parce|puisque|si"
    "|و|یا|اما|ولی|که|زیرا|چون|اگر|تا|بلکه|هرچند|درحالی|در حالی"
)
_CLAUSES = re.compile(r"[;:؛](?=\s)|(?<=\s)[–—-]{1,2}(?=\s)")
_COMMAS = re.compile(rf"[,،](?=\s)(?:(?=\s+(?:{_CONJUNCTIONS})\b)())?", re.IGNORECASE)
_WORD = re.compile(r"\S+")


def pieces(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Half-open ranges of the pieces of one sentence, in order, without the white space around them.

    It is cut behind semicolons, colons, spaced dashes and commas, so that each piece has some words; not within short brackets
    and quotations. A sentence without such places is one piece. Every character that is no white space is in one of them.
    """
    words = [found.start() for found in _WORD.finditer(text) if any(map(str.isalnum, found[0]))]
    begin, done = 0, 0
    found: list[tuple[int, int]] = []
    for place, fewest in _places(text):
        before = bisect_left(words, place)
        if before - done >= fewest and len(words) - before >= fewest:
            found.append((begin, place))
            begin, done = place, before
    return tuple(_trimmed(text, (*found, (begin, len(text)))))


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Where ``text`` may be cut, in order, and how many words that needs on either side."""
    asides = [(begin, end) for begin, end in sorted(enclosed(text)) if end - begin < _SHORT_ASIDE]
    starts = [begin for begin, _ in asides]
    found = [(clause.end(), _FEWEST_WORDS) for clause in _CLAUSES.finditer(text)]
    for comma in _COMMAS.finditer(text):
        found.append((comma.end(), _FEWEST_WORDS if comma[1] is not None else _FEWEST_BETWEEN_COMMAS))
    for place, fewest in sorted(found):
        if not _is_within(place, asides, starts):
            yield place, fewest


def _is_within(place: int, asides: Sequence[tuple[int, int]], starts: Sequence[int]) -> bool:
    """Whether ``place`` is within one of ``asides``: none is long, so only the nearest can be that."""
    index = bisect_left(starts, place)
    while index > 0 and place - starts[index - 1] < _SHORT_ASIDE:
        index -= 1
        if place < asides[index][1]:
            return True
    return False


def _trimmed(text: str, ranges: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for begin, end in ranges:
        words = text[begin:end]
        if stripped := words.strip():
            start = begin + len(words) - len(words.lstrip())
            yield start, start + len(stripped)
