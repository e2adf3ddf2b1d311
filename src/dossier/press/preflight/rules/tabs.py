"""X072: the way of the tabulator (ISO 14289-1, 7.18.3)."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for page in survey.pages:
        if page.annotations and page.tabs != "S":
            yield Finding("X072", "the tabulator does not follow the structure (Tabs)", page.number, page.object)
