"""X069: where figures are said to be (ISO 32000-1, 14.8.5.4.3)."""

from collections.abc import Iterator

from dossier.press.preflight.elements import elements_of
from dossier.press.preflight.facts.values import Box, Page, Survey
from dossier.press.preflight.finding import Finding

_TOLERANCE = 2.0
_HALF = 0.5


def _meet(said: Box, painted: Box) -> bool:
    """Whether at least half of what is painted lies in the box, and half of the box is painted."""
    width = min(said[2], painted[2]) - max(said[0], painted[0])
    height = min(said[3], painted[3]) - max(said[1], painted[1])
    larger = max(_area(said), _area(painted))
    return larger <= 0 or (width > 0 and height > 0 and width * height >= _HALF * larger)


def _fits(said: Box, page: Page) -> bool:
    edge = page.box("MediaBox")
    if edge is None:
        return True
    return (
        said[0] >= edge[0] - _TOLERANCE
        and said[1] >= edge[1] - _TOLERANCE
        and said[2] <= edge[2] + _TOLERANCE
        and said[3] <= edge[3] + _TOLERANCE
    )


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for element in elements_of(survey, "Figure"):
        if not 0 < element.page <= len(survey.pages):
            continue
        page = survey.pages[element.page - 1]
        pieces = (number for on, number in element.contents if on == page.number)
        painted = [page.pictures_of[number] for number in pieces if number in page.pictures_of]
        if element.box is None:
            yield Finding("X069", "a Figure has no BBox", element.page, element.object)
        elif any(not _meet(element.box, box) for box in painted) or not _fits(element.box, page):
            yield Finding("X069", "the BBox of a Figure is not where its picture is", element.page, element.object)
