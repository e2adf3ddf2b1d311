"""X004: what qpdf mended on reading."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for words in survey.repairs[:5]:
        yield Finding("X004", "the file breaks the rules of its format", example=words[:160])
