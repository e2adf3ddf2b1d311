"""X026 to X028: what colour text has."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding

_SOME = 0.005
_NEARLY_BLACK = 0.85
_SMALL = 12


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for page in survey.pages:
        for use in sorted(page.texts, key=repr):
            inks = use.colour.inks
            if inks is None or max(inks) < _SOME or (max(inks[:3]) < _SOME and inks[3] > 1 - _SOME):
                continue
            shown = f"{'/'.join(f'{ink * 100:.0f}' for ink in inks)} at {use.size:g} pt"
            number = sum(ink >= _SOME for ink in inks)
            if inks[3] >= _NEARLY_BLACK and number > 1:
                yield Finding("X028", "black text has other inks in it", page.number, 0, shown)
            elif number > 1 and use.size < _SMALL:
                yield Finding("X027", "small text is set in several inks", page.number, 0, shown)
            else:
                yield Finding("X026", "text is not in 100 % K", page.number, 0, shown)
