"""No-break spaces: where a language's typesetters hold two words together, told by patterns."""

import re
from collections.abc import Iterator

from dossier.language.rule import Edit, Rule

NARROW, WIDE = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"
ANY = f"[ {WIDE}{NARROW}]"
"""A space of a text, whoever wrote it."""
GAP = f"({ANY}+)"
"""A place where a space stands that may not break."""
OPEN_GAP = f"({ANY}*)"
"""A place where one should stand."""


def kept_together(name: str, pattern: str, space: str = WIDE, over: str = " ") -> Rule:
    """A rule that puts ``space`` into the gaps that ``pattern`` finds.

    Parameters
    ----------
    name:
        What the rule is about.
    pattern:
        A regular expression; each of its groups is a gap: spaces, or nothing where one is to be added.
    space:
        The no-break space that belongs there.
    over:
        Spaces that give way to it. A no-break space that somebody has set there by hand is not among them, if not said otherwise.
    """
    expression = re.compile(pattern)

    def find(text: str) -> Iterator[Edit]:
        for start, end in _gaps(expression, text):
            gap = text[start:end]
            if gap != space and (not gap or any(sign in over for sign in gap)):
                yield Edit(start, end, space)

    return Rule(name, find)


def _gaps(expression: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    for found in expression.finditer(text):
        yield from (found.span(group) for group in range(1, expression.groups + 1) if found.start(group) >= 0)
