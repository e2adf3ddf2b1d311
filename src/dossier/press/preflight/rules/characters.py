"""X078: text that is a picture to programmes."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for font in survey.fonts.values():
        if not font.has_characters:
            yield Finding("X078", f"the font “{font.name}” does not say which characters its glyphs are", font.page, font.object)
