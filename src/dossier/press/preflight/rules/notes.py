"""X066: notes without ID, or with one that is another note's."""

from collections.abc import Iterator

from dossier.press.preflight.elements import elements_of
from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    seen: set[str] = set()
    for element in elements_of(survey, "Note"):
        if not element.id:
            yield Finding("X066", "a Note has no ID", element.page, element.object)
        elif element.id in seen:
            yield Finding("X066", "two Notes have the same ID", element.page, element.object)
        seen.add(element.id)
