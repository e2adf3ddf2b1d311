"""X010: the version of the format."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding

_NEWEST = "1.6"


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    if survey.version > _NEWEST:
        yield Finding("X010", f"the file is PDF {survey.version}, newer than {_NEWEST}")
