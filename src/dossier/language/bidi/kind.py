"""What a kind of isolated run is, and what its patterns are made of.

Digits are ASCII ones and those of Persian and Urdu (U+06F0…): to Unicode Annex 9 both are European numbers. The Arabic digits
U+0660… are a class of their own (AN), whose order inside of a run no isolation changes; nothing here asks for them.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

Span = tuple[int, int]

D = "[0-9\u06f0-\u06f9]"
DIGITS = "0-9\u06f0-\u06f9"
HYPHENS = "\\-\u2010-\u2014"
"""Hyphens and dashes, as they stand between brackets in a pattern."""
SPACE = "[ \u00a0\u202f]"
NUMBER = rf"{D}++(?:[./:,\u066b\u066c]{D}++)*+"
"""A number with its decimals, a time, a date with slashes: the algorithm itself keeps those in order (rule W4)."""
ALONE = rf"(?<![\w{HYPHENS}./:])"
"""No letter, digit or joining sign stands before."""
NO_MORE = rf"(?!{D}|[{HYPHENS}]{D}|[A-Za-z])"

RTL_LETTERS = (
    "\u0590-\u05ff\u0608\u060b\u060d\u061b-\u064a\u066d-\u066f\u0671-\u06d5\u06e5\u06e6\u06ee\u06ef\u06fa-\u08c9\ufb1d-\ufdcf"
    "\ufdf0-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
)
"""Characters that are strong from right to left, as they stand between brackets in a pattern."""
INVISIBLE = "\u00ad\u200b-\u200e\u2060\ufeff"
"""Joiners, places to break, marks: they may stand inside of a run, not at its ends."""
STEERING = "\u200f\u061c\u202a-\u202e\u2066-\u2069"
"""Characters that turn what follows."""
OBJECT = "\ufffc"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of numeric run that reads from left to right in text from right to left.

    Parameters
    ----------
    name:
        What it is.
    pattern:
        What finds it. It takes what it has taken (possessive quantifiers), so that no text makes it slow.
    cut:
        Which parts of what was found are really of this kind.
    not_in:
        Primary subtags of languages that read it from right to left.
    """

    name: str
    pattern: re.Pattern[str]
    cut: Callable[[str, int, int], Iterable[Span]] = lambda text, start, end: ((start, end),)
    not_in: frozenset[str] = frozenset()

    def find(self, text: str, start: int, end: int) -> Iterator[Span]:
        """The runs of this kind between ``start`` and ``end``."""
        for found in self.pattern.finditer(text, start, end):
            yield from self.cut(text, *found.span())
