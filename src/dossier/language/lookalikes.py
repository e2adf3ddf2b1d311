"""Letters that look like those of another script or language, and are not."""

import unicodedata
from collections.abc import Mapping

PERSIAN_FOR: Mapping[str, str] = {
    "\N{ARABIC LETTER YEH}": "ی",
    "\N{ARABIC LETTER ALEF MAKSURA}": "ی",
    "\N{ARABIC LETTER YEH BARREE}": "ی",
    "\N{ARABIC LETTER KAF}": "ک",
    "\N{ARABIC LETTER SWASH KAF}": "ک",
    "\N{ARABIC LETTER TEH MARBUTA}": "ه or ت",
    "\N{ARABIC LETTER HEH GOAL}": "ه",
    "\N{ARABIC LETTER HEH DOACHASHMEE}": "ه",
    "\N{ARABIC LETTER AE}": "ه",
    **{chr(0x660 + digit): chr(0x6F0 + digit) for digit in range(10)},
}
"""What Persian writes (ISIRI 6219) for letters and digits of Arabic, Urdu and Kurdish keyboards."""

PRESENTATION_FORMS = "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdef\ufe70-\ufefc"
"""Shapes that old encodings had for Arabic letters (no honorifics, no ﷼), as they stand between brackets in a pattern."""

_LATIN_LIKE = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονАВЕКМНОРСТУХЅІЈасеорухѕіј"
_LATIN = "ABEZHIKMNOPTYXovABEKMHOPCTYXSIJaceopyxsij"
LATIN_FOR: Mapping[str, str] = dict(zip(_LATIN_LIKE, _LATIN, strict=True))
"""The Latin letter that a Greek or Cyrillic one looks like (the confusables of UTS 39 that no eye can tell apart)."""


def called(char: str) -> str:
    """``char`` with its number and the name that Unicode gives it, for messages."""
    return f"{char} (U+{ord(char):04X}, {unicodedata.name(char, 'no name').lower()})"
