"""X047: content that lies in another file."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Kind, Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for mark in survey.marked(Kind.ELSEWHERE):
        yield Finding("X047", mark.what, mark.page, mark.object)
