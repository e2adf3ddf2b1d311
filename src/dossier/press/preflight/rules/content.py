"""X006: content that breaks its syntax, or names what is not there."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Kind, Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for mark in survey.marked(Kind.UNREADABLE, Kind.MISSING):
        yield Finding("X006", mark.what, mark.page, mark.object)
