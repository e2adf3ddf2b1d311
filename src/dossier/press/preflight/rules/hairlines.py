"""X030: lines that are too thin."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding

_LEAST = 0.25


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for page in survey.pages:
        if page.thinnest is not None and page.thinnest < _LEAST - 0.001:
            yield Finding("X030", f"a line is thinner than {_LEAST} points", page.number, 0, f"{page.thinnest:.3g} pt")
