"""ی and ک in the place of ي ى and ك, Persian digits in the place of Arabic ones, letters in the place of their old shapes.

ISIRI 6219 (Persian letters in Unicode) and the Academy of Persian Language and Literature, *Dastur-e khatt-e fârsi*: a final ی
has no dots, and is not ى. Tatweel, ۀ, هٔ and ه‌ی stay as written: the Academy knows all of these endings.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from dossier.language.arabic_script.letters import ARABIC_DIGITS, LETTERS, MARKS, PERSIAN_DIGITS
from dossier.language.arabic_script.spans import kept_out_of
from dossier.language.lookalikes import PRESENTATION_FORMS
from dossier.language.rule import Edit, Rule

_PERSIAN = {"ي": "ی", "ى": "ی", "ك": "ک", **dict(zip(ARABIC_DIGITS, PERSIAN_DIGITS, strict=True))}
_ARABIC = re.compile(f"[{''.join(_PERSIAN)}](?!\u0654)")  # ي with hamza above is ئ
_SHAPE = re.compile(f"[{PRESENTATION_FORMS}]")
_WORD_OF_SHAPES = re.compile(f"[{PRESENTATION_FORMS}{LETTERS}{MARKS}]+")
_SURELY_ARABIC = "ةإٱ\u0652"
_WORD = re.compile(f"[{LETTERS}{MARKS}]+")
_CERTAIN = re.compile(f"[{_SURELY_ARABIC}]")
_ENCLOSED = re.compile(r"""[(«“"﴿]([^()«»“”"﴾﴿]*)[)»”"﴾]""")
_PERSIAN_ONLY = re.compile("[پچژگکی]")
_NEVER_JOIN = frozenset("اآأإٱدذرزژوؤءى")
_LIGATURE_PARTS = ("<isolated>", "<final>")


def _letters(text: str) -> Iterator[Edit]:
    """All but those of words that are Arabic for sure, alone or in the brackets or quotation marks around them."""
    if not _ARABIC.search(text):
        return
    is_free = kept_out_of(_arabic(text) if _CERTAIN.search(text) else ())
    for found in _ARABIC.finditer(text):
        if is_free(*found.span()):
            yield Edit(*found.span(), _PERSIAN[found[0]])


def _arabic(text: str) -> list[tuple[int, int]]:
    enclosed = (found for found in _ENCLOSED.finditer(text) if _CERTAIN.search(found[1]) and not _PERSIAN_ONLY.search(found[1]))
    words = (found for found in _WORD.finditer(text) if _CERTAIN.search(found[0]))
    return [found.span() for group in (words, enclosed) for found in group]


def _shapes(text: str) -> Iterator[Edit]:
    """Presentation forms as the letters they are (NFKC of these characters alone).

    A word is left as it is where a shape that joins nothing behind it stands before a letter that its plain form would join.
    """
    if not _SHAPE.search(text):
        return
    for word in _WORD_OF_SHAPES.finditer(text):
        if _SHAPE.search(word[0]) and not _would_join_anew(word[0]):
            for found in _SHAPE.finditer(text, *word.span()):
                if letter := _plain(found[0]):
                    yield Edit(*found.span(), letter)


@cache
def _plain(shape: str) -> str:
    """The letters of a shape; empty for a vowel sign that stood alone, which has none without a space."""
    plain = unicodedata.normalize("NFKC", shape)
    return "" if any(char.isspace() or char == "ـ" for char in plain) else plain


def _would_join_anew(word: str) -> bool:
    return any(_is_closed(one) and not unicodedata.combining(behind) for one, behind in pairwise(word))


@cache
def _is_closed(char: str) -> bool:
    plain = _plain(char)
    if plain == char or not plain:
        return False
    return unicodedata.decomposition(char).startswith(_LIGATURE_PARTS) and plain[-1] not in _NEVER_JOIN


RULES = (
    Rule("letters in the place of shapes", _shapes, spaces_only=False),
    Rule("Persian letters", _letters, spaces_only=False),
)
