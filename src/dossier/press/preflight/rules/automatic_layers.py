"""X037: layers that change by themselves."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    if survey.layers.is_automatic:
        yield Finding("X037", "the layers have usage applications (AS)")
