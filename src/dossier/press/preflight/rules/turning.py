"""X022: turned pages, and pages in another unit."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for page in survey.pages:
        if page.rotation % 360:
            yield Finding("X022", "the page is turned", page.number, page.object, f"by {page.rotation:g} degrees")
        if page.unit != 1:
            yield Finding("X022", "the page is measured in another unit", page.number, page.object, f"UserUnit {page.unit:g}")
