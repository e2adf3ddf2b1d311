"""X013 to X016: the output intent (ISO 15930-7, 6.2.2)."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    found = [intent for intent in survey.intents if intent.subtype == "GTS_PDFX"]
    if not found:
        yield Finding("X013", "the file has no output intent of the kind GTS_PDFX")
    if len(found) > 1:
        yield Finding("X014", f"the file has {len(found)} output intents of the kind GTS_PDFX", 0, found[1].object)
    for intent in found:
        if intent.problem:
            yield Finding("X015", intent.problem, 0, intent.object)
        if not intent.condition.strip():
            yield Finding("X016", "the output intent names no printing condition", 0, intent.object)
