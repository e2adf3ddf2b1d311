"""X065: words that stand at one place of several pages and are marked as content."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding, quoted

_OFTEN = 3


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    places: dict[tuple[str, int, int], set[int]] = {}
    for page in survey.pages:
        for shown in page.shown:
            if shown.text.strip() and any(map(str.isalnum, shown.text)):
                places.setdefault((shown.text, round(shown.x), round(shown.y)), set()).add(page.number)
    for (text, _, _), pages in sorted(places.items()):
        if len(pages) >= _OFTEN and len(pages) * 4 >= len(survey.pages):
            for number in sorted(pages):
                yield Finding("X065", "words repeat at the same place of several pages", number, 0, quoted(text))
