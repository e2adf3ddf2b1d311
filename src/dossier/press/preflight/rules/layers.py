"""X036: optional content."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    if survey.layers.names:
        yield Finding("X036", "the file has layers", example=", ".join(f"“{name[:40]}”" for name in survey.layers.names[:5]))
