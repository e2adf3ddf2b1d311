"""X064: content outside of the structure (ISO 14289-1, 7.1)."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for page in survey.pages:
        if survey.is_tagged and page.untagged:
            yield Finding("X064", "content is neither tagged nor an artifact", page.number, 0, f"{page.untagged} times")
