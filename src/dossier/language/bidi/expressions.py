"""Arithmetic:

``2 + 2 = 4``. The operators are neutral between numbers (rule N1) and would take the direction of the text; Persian writes
arithmetic from left to right, with either digits.
"""

import re
from collections.abc import Iterator

from dossier.language.bidi.brackets import balanced
from dossier.language.bidi.kind import NUMBER, SPACE, Kind, Span

_OPERAND = rf"[(+\-\u2212]*+{NUMBER}[)%°\u00b2\u00b3]*+"
_OPERATOR = rf"{SPACE}?+[+\-\u2212×÷=≠<>≤≥±≈*·^]{SPACE}?+"
_PATTERN = re.compile(rf"(?<![\w./:,]){_OPERAND}(?:{_OPERATOR}{_OPERAND})++")
_SURE = re.compile(r"[+\u2212×÷=≠<>≤≥±≈*·^]")
"""A hyphen alone is no operator: it may be that of a range."""


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    for part in balanced(text, start, end):
        if _SURE.search(text, *part):
            yield part.start, part.end


EXPRESSIONS = Kind("expressions", _PATTERN, _parts)
