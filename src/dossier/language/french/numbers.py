"""Figures with their groups, units and nouns.

The *Lexique* separates thousands by a narrow space (« Nombres »), and no number in figures from what it counts (« Divisions »);
a no-break space stands before units, %, and signs of money, where the author wrote none before the last two too. So in Canada.
"""

import re
from collections.abc import Iterator

from dossier.language.figures import GROUPS, SHARES, units
from dossier.language.french.words import COUNTED, NOT_COUNTED
from dossier.language.rule import Edit, Rule
from dossier.language.spaces import GAP, NARROW, WIDE, kept_together

_BEFORE_WORD = re.compile(rf"(?<![\w/:])(?<!\d[.-])(\d+(?:{NARROW}\d{{3}})*(?:,\d+)?){GAP}([a-zà-öø-ÿœ]+)(?![\w’'])")
_YEAR = re.compile(r"(?:1\d|20)\d\d")


def _counted(text: str) -> Iterator[Edit]:
    """A number and the noun behind it; what may be a year counts units of time only."""
    for found in _BEFORE_WORD.finditer(text):
        number, gap, word = found.groups()
        if gap.strip(WIDE + NARROW) and _counts(number, word):
            yield Edit(*found.span(2), WIDE)


def _counts(number: str, word: str) -> bool:
    if word in COUNTED:
        return True
    if word in NOT_COUNTED or len(word) < 3 or word[-1] not in "sx":
        return False
    return not _YEAR.fullmatch(number)


RULES = (
    GROUPS,
    units("j", "o", "ko", "Mo", "Go", "To", "octets", "F", "FF", "CFA", "k€", "M€", "Md€"),
    kept_together("minutes behind hours", rf"(?<=\d[{WIDE}{NARROW}][hj]){GAP}(?=\d)"),
    kept_together("seconds behind minutes", rf"(?<=\d[{WIDE}{NARROW}]min){GAP}(?=\d)"),
    *SHARES,
    kept_together("so many in a hundred", rf"(?<=\d){GAP}pour{GAP}(?=(?:cent|mille|100|1{NARROW}?000)(?!\w))"),
    Rule("what is counted", _counted),
)
