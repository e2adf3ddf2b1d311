"""X044, X045: transfer functions and halftones (ISO 15930-7, 6.3)."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Kind, Survey
from dossier.press.preflight.finding import Finding

_CODES = {Kind.TRANSFER: "X044", Kind.HALFTONE: "X045"}


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for mark in survey.marked(*_CODES):
        yield Finding(_CODES[mark.kind], mark.what, mark.page, mark.object)
