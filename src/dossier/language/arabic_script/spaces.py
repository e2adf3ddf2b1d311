"""Spaces beside signs: none before them and one behind; none inside marks."""

import re
from collections.abc import Iterator

from dossier.language.arabic_script.letters import DIGITS, LETTERS, MARKS
from dossier.language.rule import Edit, Rule

_SPACE = "[ \u00a0\u202f]"
# A sign that is spoken of keeps its spaces: « ، ». More than three spaces were meant.
_BEFORE_SIGN = re.compile(
    rf"{_SPACE}(?<=[{LETTERS}{MARKS}{DIGITS}»”)\]٪].){_SPACE}{{0,2}}(?=[،؛]|[؟!](?!\w)|[:.](?=\s|\Z|[»”])|[»)\]](?!\w))"
    rf"|[«(](?P<inside>{_SPACE}{{1,3}})(?=[{LETTERS}{DIGITS}])"
)
_MISSING = re.compile(f"[،؛؟!](?<=[{LETTERS}{MARKS}].)(?=[{LETTERS}«])")
_SIGN = re.compile("[،؛؟!]")


def _beside_signs(text: str) -> Iterator[Edit]:
    for found in _BEFORE_SIGN.finditer(text):
        yield Edit(*found.span("inside" if found["inside"] else 0), "")


def _behind_signs(text: str) -> Iterator[Edit]:
    for found in _MISSING.finditer(text) if _SIGN.search(text) else ():
        yield Edit(found.end(), found.end(), " ")


RULES = (
    Rule("no space before signs", _beside_signs, spaces_only=False),
    Rule("a space behind signs", _behind_signs),
)
