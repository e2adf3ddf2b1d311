"""X009: scripts and actions."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Kind, Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for name in survey.scripts:
        yield Finding("X009", "the document has JavaScript", example=name)
    for mark in survey.marked(Kind.ACTION):
        yield Finding("X009", mark.what, mark.page, mark.object)
