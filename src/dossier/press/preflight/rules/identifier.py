"""X041: the identifier of the trailer."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    if not survey.has_identifier:
        yield Finding("X041", "the trailer has no ID of two strings")
