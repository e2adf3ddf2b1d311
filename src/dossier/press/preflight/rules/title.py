"""X062: the title of the document."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    if not survey.packet.problem and not survey.packet.get("dc:title"):
        yield Finding("X062", "the document has no title (dc:title)")
