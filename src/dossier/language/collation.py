"""The order of words in an index: the Unicode Collation Algorithm (UTS 10) with the order that a language gives its letters.

pyuca brings the default table (DUCET), right for English and French. Persian goes by a tailoring of its own, that of CLDR's
``fa``: آ stands before ا, and ه behind و.
"""

from functools import cache
from typing import Any
from unicodedata import normalize

from dossier.language.value import Language

_SECONDARY, _TERTIARY = 0x20, 0x02
_TAILORINGS: dict[str, tuple[tuple[str, float, str], ...]] = {
    "fa": (
        ("ا", -0.5, "آ"),
        ("ا", 0, "اٱ"),
        ("ا", 0.5, "ءأإؤئ"),
        ("ک", 0, "کك"),
        ("ى", -0.5, "هەةۀ"),
        ("ی", 0, "یىي"),
    ),
}
"""By language: letters that count as one, beside (−, +) or in the place of (0) a letter of the default table."""


def sort_key(text: str, language: Language) -> tuple[float, ...]:
    """What to sort ``text`` by in an index of ``language``.

    Languages that have no tailoring here stand in the order of the default table.
    """
    key: tuple[float, ...] = _collator(language.tag.partition("-")[0]).sort_key(text)
    return key


@cache
def _collator(language: str) -> Any:
    # Its table takes a sixth of a second to read: only an edition that has an index pays for it.
    from pyuca.collator import Collator_10_0_0  # type: ignore[import-untyped]

    collator = Collator_10_0_0()
    tailoring = _TAILORINGS.get(language, ())
    weights = [(letters, collator.collation_elements(beside)[0][0] + step) for beside, step, letters in tailoring]
    for letters, primary in weights:
        for place, letter in enumerate(letters):
            points = [ord(character) for character in normalize("NFD", letter)]
            collator.table.add(points, [[primary, _SECONDARY + place, _TERTIARY]])
    return collator
