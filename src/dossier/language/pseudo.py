"""Pseudo-languages: English made strange, to see what a template does to longer words, or to a line from right to left.

``en-XA`` puts an accent on letters, makes a text about a third longer and puts brackets around it: what is still plain English
was not handed over for translation, what has lost a bracket was cut off, what runs over would run over in German or Finnish.
``ar-XB`` writes each letter as one of the Arabic script, so that not only the direction is tested, as by overriding it
(U+202E), but also faces, joining, line height and the search for words; the letters can be traced back
(:func:`traced`). What comes from CLDR, such as dates and names of languages, is English in ``en-XA`` and Arabic in ``ar-XB``: an
English date in a line from right to left would be in an order that no edition has. Digits are European in both.

The tags are CLDR's (UTS 35, "Special Codes": the region codes XA and XB are set apart for this).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, cycle
from unicodedata import category, normalize

from dossier.language.value import Language

_ACCENTED = str.maketrans(
    "acdeghijklnoprstuwyzACDEGHIJKLNOPRSTUWYZ",
    "åçðéĝĥîĵķļñöþŕšţûŵýžÅÇÐÉĜĤÎĴĶĻÑÖÞŔŠŢÛŴÝŽ",
)
"""Letters without one here have no accented form in the bundled faces, or none in capitals."""
_ARABIC_LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", "ابچدعفگهيجكلمنوپقرسطتڤضخئز", strict=True))
_ARABIC = str.maketrans(_ARABIC_LETTERS)
_LATIN = str.maketrans({arabic: latin for latin, arabic in _ARABIC_LETTERS.items()})
_PADDING = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_GROWTH = 0.3
_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Pseudo:
    """A pseudo-language.

    Parameters
    ----------
    language:
        How it is set.
    letters:
        Makes its words from English ones.
    ends:
        What stands before and behind each text.
    growth:
        How much longer a text becomes, as a part of its length.
    """

    language: Language
    letters: Callable[[str], str]
    ends: tuple[str, str] = ("", "")
    growth: float = 0.0


def accented(text: str) -> str:
    """``text`` with accents on its letters: ``Ţĥéŷ šåîð``."""
    return text.translate(_ACCENTED)


def in_arabic_letters(text: str) -> str:
    """``text`` with an Arabic letter in the place of each Latin one, accents and case lost."""
    bare = "".join(char for char in normalize("NFD", text) if category(char) != "Mn")
    return normalize("NFC", bare.casefold()).translate(_ARABIC)


def traced(text: str) -> str:
    """What :func:`in_arabic_letters` made ``text`` from, in small letters without accents."""
    return text.translate(_LATIN)


ACCENTED = Pseudo(
    Language(tag="en-XA", direction="ltr", native_name="Pseudo (accents)", locale="en_GB"), accented, ("[", "]"), _GROWTH
)
RIGHT_TO_LEFT = Pseudo(
    Language(tag="ar-XB", direction="rtl", native_name="Pseudo (right to left)", locale="ar"), in_arabic_letters
)
PSEUDO: Mapping[str, Pseudo] = {one.language.tag: one for one in (ACCENTED, RIGHT_TO_LEFT)}
"""Every pseudo-language by its tag. No dossier lists them, and nobody translates into them."""


def is_pseudo(tag: str) -> bool:
    """Whether ``tag`` is of a pseudo-language."""
    return tag in PSEUDO


def pseudo_text(text: str, pseudo: Pseudo, kept: re.Pattern[str] = _NOTHING, ends: tuple[str, str] | None = None) -> str:
    """``text`` in a pseudo-language.

    Parameters
    ----------
    text:
        English; other letters stay as they are.
    pseudo:
        The pseudo-language.
    kept:
        Matches what is no word of the text and stays: placeholders, marks, addresses.
    ends:
        What to write for the pseudo-language's own ends where these would mean something in ``text``.

    Returns
    -------
    The changed words with their ends; ``text`` itself where it has no letters, as ``", "`` has none.
    """
    pieces = tuple(_pieces(text, kept))
    letters = sum(char.isalpha() for piece, is_kept in pieces if not is_kept for char in piece)
    if not letters:
        return text
    words = "".join(piece if is_kept else pseudo.letters(piece) for piece, is_kept in pieces)
    start, end = pseudo.ends if ends is None else ends
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    shown = sum(len(piece) for piece, is_kept in pieces if not is_kept)
    return f"{before}{start}{words.strip()}{_padding(round(shown * pseudo.growth))}{end}{after}"


def _pieces(text: str, kept: re.Pattern[str]) -> Iterator[tuple[str, bool]]:
    end = 0
    for found in kept.finditer(text):
        yield text[end : found.start()], False
        yield found[0], True
        end = found.end()
    yield text[end:], False


def _padding(length: int) -> str:
    """Words of at least ``length`` letters, with a space before each; none for 0."""
    words: list[str] = []
    for so_far, word in zip(accumulate((len(word) + 1 for word in cycle(_PADDING)), initial=0), cycle(_PADDING), strict=False):
        if so_far >= length:
            break
        words.append(f" {word}")
    return "".join(words)
