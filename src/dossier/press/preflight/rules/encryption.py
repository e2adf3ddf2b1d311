"""X003: encryption that asks for no password."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    if survey.is_encrypted:
        yield Finding("X003", "the file is encrypted")
