"""X060: that there is a structure."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    if not survey.is_tagged:
        missing = "no element" if survey.structure is None or not survey.structure.elements else "no Marked entry"
        yield Finding("X060", f"the file is not tagged: it has {missing}")
