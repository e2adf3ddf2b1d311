"""X073: numbers of pages."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    if len(survey.pages) > 1 and not survey.has_labels:
        yield Finding("X073", "the pages have no labels (PageLabels)")
