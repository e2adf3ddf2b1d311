"""X038: in which space transparency is mixed."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Kind, Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for mark in survey.marked(Kind.BLENDING):
        yield Finding("X038", f"a transparency group is blended in: {mark.what}", mark.page, mark.object)
