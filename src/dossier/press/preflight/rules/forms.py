"""X009: fields to be filled in."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    if survey.has_form:
        yield Finding("X009", "the document is a form with fields")
