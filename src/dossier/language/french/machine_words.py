"""French as a machine gives it, with the signs of French.

Machines keep the quotation marks of the original and the signs of typewriters. Nobody chose these, so apostrophes, guillemets and
the spaces of high signs are put as the press sets them at every build anyway (:mod:`dossier.language.french`): whoever corrects a
draft should not have to do it by hand, and the rules that read translations would tell of it. What the press does besides, such
as spaces beside numbers, is left to it. Nothing of the words is changed.
"""

import re
from collections.abc import Iterator

from dossier.language.addresses import addresses_in
from dossier.language.french import marks, quotes, signs
from dossier.language.line import Line
from dossier.language.rule import Edit, Rule

_CURLY = re.compile(r"“[ \u00a0\u202f]?(?P<words>[^“”«»\"]+?)[ \u00a0\u202f]?”")
_SPACE = "\u00a0"


def _guillemets(text: str) -> Iterator[Edit]:
    for found in _CURLY.finditer(text):
        yield Edit(found.start(), found.start("words"), f"«{_SPACE}")
        yield Edit(found.end("words"), found.end(), f"{_SPACE}»")


RULES: tuple[Rule, ...] = (
    *marks.RULES,
    Rule("English quotation marks that pair", _guillemets, spaces_only=False),
    *quotes.RULES,
    *signs.RULES,
)


def normalised(text: str) -> str:
    """``text`` of a machine with the signs of French; done twice, it changes nothing more."""
    line = Line(text, kept=addresses_in(text))
    for rule in RULES:
        line = line.ruled(rule)
    return line.text
