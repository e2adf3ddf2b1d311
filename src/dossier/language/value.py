"""The value that describes a language to the rest of the press."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Self

from dossier.language.rule import Rule
from dossier.model.calendars import Calendars

ASCII_DIGITS = "0123456789"


def nothing_raised(text: str) -> Iterable[tuple[int, int]]:
    """No superscripts: the habit of most languages."""
    return ()


@dataclass(frozen=True, slots=True)
class Language:
    """A language as a typesetter sees it.

    Parameters
    ----------
    tag:
        BCP 47 tag (``fa``, ``zh-Hans``).
    direction:
        ``ltr`` or ``rtl``.
    native_name:
        What the language calls itself.
    locale:
        The CLDR locale whose patterns dates and numbers follow, as Babel writes it; it may be narrower than ``tag``.
    digits:
        The ten digits of running text, from 0 to 9.
    counter_style:
        The CSS counter style of page and list numbers (https://www.w3.org/TR/css-counter-styles-3/).
    rules:
        What its typesetters do to a text, in order; all of them together are idempotent.
    quotes, inner_quotes:
        The quotation marks, and those of a quotation inside a quotation, with the spaces that belong inside them.
    raised:
        The parts of a typeset text that stand as superscripts, from where to where.
    calendars:
        In which calendars the dates of an edition stand, if it is a Persian one.
    """

    tag: str
    direction: str
    native_name: str
    locale: str
    digits: str = ASCII_DIGITS
    counter_style: str = "decimal"
    rules: tuple[Rule, ...] = ()
    quotes: tuple[str, str] = ("“", "”")
    inner_quotes: tuple[str, str] = ("‘", "’")
    raised: Callable[[str], Iterable[tuple[int, int]]] = nothing_raised
    calendars: Calendars = Calendars.GREGORIAN

    @property
    def rtl(self) -> bool:
        """Whether lines run from right to left."""
        return self.direction == "rtl"

    def dated_in(self, calendars: Calendars) -> Self:
        """The language with its dates in ``calendars``."""
        return replace(self, calendars=calendars)

    def in_digits(self, text: str) -> str:
        """``text`` with the language's own digits in the place of ASCII ones."""
        return text.translate(str.maketrans(ASCII_DIGITS, self.digits))
