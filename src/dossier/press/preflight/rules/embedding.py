"""X008: fonts that are not in the file."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for font in survey.fonts.values():
        if not font.is_embedded:
            yield Finding("X008", f"the font “{font.name}” is not embedded", font.page, font.object)
