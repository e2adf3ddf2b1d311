"""What an engine made of a passage, and how words are read in it."""

import re
from dataclasses import dataclass

Range = tuple[int, int]

_WHITE = "".join(char for char in map(chr, range(0x3001)) if char.isspace())
_EDGES = f"{_WHITE}.!?…؟۔:;,،؛»«”“’‘\"'()[]-–—"
"""What stands around words and is none of them."""
_WORD = re.compile(r"\S+")
_ASCII_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "0123456789" * 2)


@dataclass(frozen=True, slots=True)
class Translated:
    """What an engine made of a passage: its words, and for each the index of the word it comes from, if that is known."""

    text: str
    alignment: tuple[int, ...] = ()


def in_ascii_digits(text: str) -> str:
    """``text`` with 0 to 9 in the place of the digits of Arabic scripts; offsets stay."""
    return text if text.isascii() else text.translate(_ASCII_DIGITS)


def folded(text: str) -> str:
    """``text`` without regard to capitals and kinds of digits; offsets stay, so that ß remains what it is."""
    small = (char.casefold() for char in in_ascii_digits(text))
    return "".join(one if len(one) == 1 else char for one, char in zip(small, text, strict=True))


def word_ranges(text: str) -> list[Range]:
    """What stands between white space."""
    return [match.span() for match in _WORD.finditer(text)]


def has_words(text: str) -> bool:
    """Whether there is a letter or digit."""
    return any(map(str.isalnum, text))


def bare(text: str) -> str:
    """``text`` without the signs and the space around."""
    return text.strip(_EDGES)


def ahead(text: str) -> int:
    """How many signs and spaces stand before the first word."""
    return len(text) - len(text.lstrip(_EDGES))


def behind(text: str) -> int:
    """How many signs and spaces stand behind the last word."""
    return len(text) - len(text.rstrip(_EDGES))
