"""X067: header cells without scope (ISO 14289-1, 7.5)."""

from collections.abc import Iterator

from dossier.press.preflight.elements import elements_of
from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for element in elements_of(survey, "TH"):
        if not element.scope:
            yield Finding("X067", "a header cell (TH) has neither Scope nor Headers", element.page, element.object)
