"""Telephone numbers.

Their groups are parted by spaces and hyphens, and each group behind a Persian letter is a number of its own to the algorithm
(rules W2, W4, N1): ``+1 202-555-0100`` would come out as ``0100-555-202 1+``. Persian reads them from the left.
"""

import re
from collections.abc import Iterator

from dossier.language.bidi.kind import ALONE, NO_MORE, SPACE, D, Kind, Span

_LEAST = 7
"""Fewer digits make no telephone number."""
_GROUPS = rf"(?:(?:{SPACE}|[-./\u2010-\u2013])?+(?:\({D}++\)|{D}++))*+"
_PATTERN = re.compile(rf"(?:(?<![\w+])\+{D}++{_GROUPS}|{ALONE}\({D}{{2,5}}\){_GROUPS}|{ALONE}[0\u06f0]{D}*+{_GROUPS}){NO_MORE}")


def _long_enough(text: str, start: int, end: int) -> Iterator[Span]:
    digits = sum(sign.isdecimal() for sign in text[start:end])
    joined = not text[start:end].isdecimal()
    if joined and digits >= _LEAST:
        yield start, end


TELEPHONES = Kind("telephones", _PATTERN, _long_enough)
