"""X043: white that leaves what is below."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for page in survey.pages:
        overprinted = {use.colour for use in page.texts if use.is_overprinting}
        overprinted |= {use.colour for use in page.areas if use.is_overprinting}
        if any(colour.inks == (0, 0, 0, 0) for colour in overprinted):
            yield Finding("X043", "white is set to overprint", page.number)
