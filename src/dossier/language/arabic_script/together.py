"""What no line may part: a number and what it is a number of, an initial or a title and the name."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from dossier.language.arabic_script.letters import DIGITS, LETTERS, WORD
from dossier.language.rule import Edit, Rule

_WIDE = "\N{NO-BREAK SPACE}"
_DIGIT = f"[0-9{DIGITS}]"
_BEFORE_NUMBER = re.compile(rf" (?={_DIGIT})")
_HEAD = re.compile(rf"(?<![{WORD}])([{WORD}]+)\.?\Z")
_BEHIND_NUMBER = re.compile(rf" (?<={_DIGIT} )([{WORD}]+|[A-Za-z]{{1,3}}|[%٪])(?![\w{WORD}])")
_INITIAL = re.compile(rf"[{LETTERS}](?:\.|\u200d\.) (?=[{LETTERS}])")
_IN_WORD = re.compile(rf"[{WORD}.]|{_DIGIT}")
_LATIN_UNITS = "% ٪ km m cm mm nm kg g mg t ha kB MB GB TB kW MW Hz kHz MHz GHz"
_EVERYWHERE = frozenset(_LATIN_UNITS.split())


@dataclass(frozen=True)
class Companions:
    """What stands beside numbers and names.

    Parameters
    ----------
    heads:
        Words that a number stands behind: *page*, *article*.
    units:
        Words that a number stands before, the names of months among them.
    titles:
        Words that a name stands behind.
    """

    heads: frozenset[str]
    units: frozenset[str]
    titles: tuple[str, ...]

    @cached_property
    def before_names(self) -> re.Pattern[str]:
        """Titles with the space behind them, where a name follows."""
        return re.compile(rf"(?:{'|'.join(map(re.escape, self.titles))}) (?=[{LETTERS}])")


def kept_together(companions: Callable[[], Companions]) -> Rule:
    """The rule that puts no-break spaces there.

    The words are asked for when the first text is set: names of months take time to load, and most commands set nothing.
    """
    return Rule("no-break spaces", partial(_no_breaks, companions))


def _no_breaks(companions: Callable[[], Companions], text: str) -> Iterable[Edit]:
    if " " not in text:
        return ()
    known = companions()
    places = {*_beside_numbers(text, known), *_before_names(text, known.before_names)}
    return [Edit(place, place + 1, _WIDE) for place in sorted(places)]


def _beside_numbers(text: str, companions: Companions) -> Iterator[int]:
    for found in _BEFORE_NUMBER.finditer(text):
        head = _HEAD.search(text[max(0, found.start() - 42) : found.start()])
        if head and head[1] in companions.heads:
            yield found.start()
    for found in _BEHIND_NUMBER.finditer(text):
        if found[1] in companions.units or found[1] in _EVERYWHERE:
            yield found.start()


def _before_names(text: str, titles: re.Pattern[str]) -> Iterator[int]:
    for pattern in (_INITIAL, titles):
        for found in pattern.finditer(text):
            if not found.start() or not _IN_WORD.match(text, found.start() - 1):
                yield found.end() - 1
