"""X046: programmes in the place of pictures."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Kind, Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for mark in survey.marked(Kind.POSTSCRIPT):
        yield Finding("X046", mark.what, mark.page, mark.object)
