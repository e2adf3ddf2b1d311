"""X007: the metadata packet."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    if survey.packet.problem:
        yield Finding("X007", f"the metadata packet (XMP) cannot be used: {survey.packet.problem}")
