"""Where words that were found in the one spelling of :mod:`dossier.language.name_search` stand in a text as it is written."""

import re
from dataclasses import dataclass

from dossier.language.name_search import spelt

_TOKEN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Placed:
    """A text in one spelling, with the range of the written text that each of its characters comes from."""

    text: str
    ranges: tuple[tuple[int, int], ...]

    def found(self, pattern: re.Pattern[str]) -> tuple[tuple[int, int], ...]:
        """Ranges of the written text that ``pattern`` fits, in order; not what cannot be told from its neighbours."""
        places = (self._written(*match.span()) for match in pattern.finditer(self.text) if match[0].strip())
        return tuple(place for place in places if place is not None)

    def _written(self, begin: int, end: int) -> tuple[int, int] | None:
        first, last = self.ranges[begin], self.ranges[end - 1]
        is_apart = (begin == 0 or self.ranges[begin - 1][1] <= first[0]) and (
            end == len(self.ranges) or last[1] <= self.ranges[end][0]
        )
        return (first[0], last[1]) if is_apart else None


def placed(text: str) -> Placed:
    """``text`` in one spelling, word by word; a word whose spelling differs in ways that cannot be followed is one block."""
    spelling: list[str] = []
    ranges: list[tuple[int, int]] = []
    end = 0
    for token in _TOKEN.finditer(text):
        word = spelt(token[0])
        if not word:
            continue
        if token.start() > end:
            spelling.append(" ")
            ranges.append((end, token.start()))
        spelling.append(word)
        ranges.extend(_ranges(token[0], word, token.start()))
        end = token.end()
    return Placed("".join(spelling), tuple(ranges))


def _ranges(written: str, word: str, begin: int) -> list[tuple[int, int]]:
    signs = [spelt(sign) for sign in written]
    if "".join(signs) != word:
        return [(begin, begin + len(written))] * len(word)
    return [(begin + place, begin + place + 1) for place, sign in enumerate(signs) for _ in sign]
