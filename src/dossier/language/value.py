"""The value that describes a language to the rest of the press."""

from collections.abc import Callable
from dataclasses import dataclass

ASCII_DIGITS = "0123456789"


def unchanged(text: str) -> str:
    """The typography of languages for which nothing more is known: the text as it was written."""
    return text


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
    spaced:
        Puts the spaces of the language's typography in the place of plain ones; idempotent.
    quotes:
        The outer quotation marks, with the spaces that belong inside them.
    """

    tag: str
    direction: str
    native_name: str
    locale: str
    digits: str = ASCII_DIGITS
    counter_style: str = "decimal"
    spaced: Callable[[str], str] = unchanged
    quotes: tuple[str, str] = ("“", "”")

    @property
    def rtl(self) -> bool:
        """Whether lines run from right to left."""
        return self.direction == "rtl"

    def in_digits(self, text: str) -> str:
        """``text`` with the language's own digits in the place of ASCII ones."""
        return text.translate(str.maketrans(ASCII_DIGITS, self.digits))
