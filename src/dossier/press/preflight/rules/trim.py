"""X017, X018: where a page is cut."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for page in survey.pages:
        trim, art = page.box("TrimBox"), page.box("ArtBox")
        if trim is None and art is None:
            yield Finding("X017", "there is no TrimBox", page.number, page.object)
        if trim is not None and art is not None:
            yield Finding("X018", "there are a TrimBox and an ArtBox", page.number, page.object)
