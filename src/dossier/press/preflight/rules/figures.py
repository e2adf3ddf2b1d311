"""X068: pictures without words (ISO 14289-1, 7.3)."""

from collections.abc import Iterator

from dossier.press.preflight.elements import elements_of
from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for element in elements_of(survey, "Figure", "Formula"):
        if not element.alternative:
            yield Finding("X068", f"a {element.kind} has no alternative text", element.page, element.object)
