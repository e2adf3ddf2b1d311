"""X063: what the window shows."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    if not survey.shows_title:
        yield Finding("X063", "the window shows the name of the file (DisplayDocTitle)")
