"""X034: attachments of a file for print."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for attachment in survey.attachments:
        yield Finding("X034", "a file is attached", 0, attachment.object, attachment.name[:60])
