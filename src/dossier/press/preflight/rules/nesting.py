"""X019: boxes within one another (ISO 32000-1, 14.11.2)."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Box, Survey
from dossier.press.preflight.finding import Finding

_PAIRS = (("TrimBox", "BleedBox"), ("ArtBox", "BleedBox"), ("TrimBox", "MediaBox"), ("BleedBox", "MediaBox"))
_TOLERANCE = 0.01


def _is_area(box: Box) -> bool:
    return box[2] > box[0] and box[3] > box[1]


def _is_within(inner: Box, outer: Box) -> bool:
    left, bottom, right, top = (i - o for i, o in zip(inner, outer, strict=True))
    return left >= -_TOLERANCE and bottom >= -_TOLERANCE and right <= _TOLERANCE and top <= _TOLERANCE


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for page in survey.pages:
        if page.box("MediaBox") is None:
            yield Finding("X019", "there is no MediaBox", page.number, page.object)
        for inner, outer in _PAIRS:
            one, other = page.box(inner), page.box(outer)
            if one is not None and not _is_area(one):
                yield Finding("X019", f"{inner} is empty", page.number, page.object)
            elif one is not None and other is not None and not _is_within(one, other):
                yield Finding("X019", f"{inner} does not lie within {outer}", page.number, page.object)
