"""X035: fonts of drawings."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for font in survey.fonts.values():
        if font.subtype == "Type3":
            yield Finding("X035", "a font is drawn (Type 3)", font.page, font.object)
