"""X080: levels of headings."""

from collections.abc import Iterator

from dossier.press.preflight.elements import elements_of
from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding

_HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    level = 0
    for element in elements_of(survey, *_HEADINGS):
        found = int(element.kind[1])
        if found > level + 1:
            yield Finding(
                "X080", f"{element.kind} follows " + (f"H{level}" if level else "no heading"), element.page, element.object
            )
        level = found
