"""The spaces around high punctuation and in numbers, as the *Lexique* of the Imprimerie nationale sets them."""

import re
from collections.abc import Iterator

from dossier.language.rule import Edit, Rule

NARROW, WIDE = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"

_HIGH = re.compile(r"[ \u00a0](?=[;!?])")
_COLON_AND_CLOSING = re.compile(r" (?=[:»])")
_OPENING = re.compile(r"(?<=«) ")
_NUMBER = re.compile(r"(?<![\d,.])\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)")


def _spaces(pattern: re.Pattern[str], space: str) -> Rule:
    return Rule(pattern.pattern, lambda text: (Edit(*found.span(), space) for found in pattern.finditer(text)))


def _groups(text: str) -> Iterator[Edit]:
    for found in _NUMBER.finditer(text):
        yield Edit(*found.span(), re.sub("[ \u00a0]", NARROW, found[0]))


RULES = (
    _spaces(_HIGH, NARROW),
    _spaces(_COLON_AND_CLOSING, WIDE),
    _spaces(_OPENING, WIDE),
    Rule("groups of digits", _groups),
)
