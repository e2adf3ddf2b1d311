"""X061: the language of the document."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    if not survey.language.strip():
        yield Finding("X061", "the catalogue has no Lang")
