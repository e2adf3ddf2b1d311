"""X074: an outline of longer documents."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding

_LONG = 5


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    if len(survey.pages) >= _LONG and not survey.bookmarks:
        yield Finding("X074", f"there are {len(survey.pages)} pages and no bookmarks")
