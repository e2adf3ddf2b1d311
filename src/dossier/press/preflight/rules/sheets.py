"""X042: pages that make sheets."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    number = len(survey.pages)
    if number > 4 and number % 4:
        yield Finding("X042", f"the file has {number} pages; a stapled booklet of it has {4 - number % 4} blank")
