"""X005: what was too large to be read."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Kind, Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for mark in survey.marked(Kind.TOO_LARGE):
        yield Finding("X005", mark.what, mark.page, mark.object)
