"""X033: annotations within the bleed (ISO 15930-7, 6.3)."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Box, Page, Survey
from dossier.press.preflight.finding import Finding

_ALLOWED = ("TrapNet", "PrinterMark")


def _is_inside(box: Box | None, page: Page) -> bool:
    """Whether a part of ``box`` is printed; what has no box, or a page none, may be anywhere."""
    edge = page.box("BleedBox") or page.box("TrimBox") or page.box("MediaBox")
    if box is None or edge is None:
        return True
    return box[0] < edge[2] and box[2] > edge[0] and box[1] < edge[3] and box[3] > edge[1]


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for page in survey.pages:
        for annotation in page.annotations:
            if annotation.subtype not in _ALLOWED and _is_inside(annotation.box, page):
                kind = f"annotation of the kind {annotation.subtype[:40] or '(none)'}"
                yield Finding("X033", f"{kind} on the printed page", page.number, annotation.object)
