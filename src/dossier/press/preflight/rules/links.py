"""X070, X071: links in the structure and in words (ISO 14289-1, 7.18.5)."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    if survey.structure is None:
        return
    for page in survey.pages:
        for annotation in page.annotations:
            if annotation.subtype != "Link" or annotation.is_hidden:
                continue
            if not annotation.in_structure or annotation.object not in survey.structure.annotations:
                yield Finding("X070", "a link is not part of the structure", page.number, annotation.object)
            if not annotation.contents.strip():
                yield Finding("X071", "a link has no Contents", page.number, annotation.object)
