"""The typographer's apostrophe and points of suspension in the place of the typist's. These change signs, not spaces alone."""

import re
from collections.abc import Iterator

from dossier.language.rule import Edit, Rule

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W_]|[«“\"\N{OBJECT REPLACEMENT CHARACTER}])")
_SUSPENSION = re.compile(r"(?<![./\\])\.\.\.(?![./\\\w])")


def _replaced(pattern: re.Pattern[str], sign: str) -> Rule:
    def find(text: str) -> Iterator[Edit]:
        return (Edit(*found.span(), sign) for found in pattern.finditer(text))

    return Rule(sign, find, spaces_only=False)


RULES = (_replaced(_APOSTROPHE, "’"), _replaced(_SUSPENSION, "…"))
