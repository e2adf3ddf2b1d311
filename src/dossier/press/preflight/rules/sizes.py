"""X021: pages of several sizes."""

from collections import Counter
from collections.abc import Iterator

from dossier.press.preflight.facts.values import Page, Survey
from dossier.press.preflight.finding import Finding


def _size(page: Page) -> tuple[int, int] | None:
    """Width and height of the trimmed page in whole millimetres."""
    box = page.box("TrimBox") or page.box("ArtBox")
    if box is None or box[2] <= box[0] or box[3] <= box[1]:
        return None
    unit = page.unit * 25.4 / 72
    return round((box[2] - box[0]) * unit), round((box[3] - box[1]) * unit)


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    sizes = Counter(size for size in map(_size, survey.pages) if size)
    if len(sizes) > 1:
        usual = sizes.most_common(1)[0][0]
        for page in survey.pages:
            size = _size(page)
            if size and size != usual:
                text = f"{size[0]} by {size[1]} mm instead of {usual[0]} by {usual[1]}"
                yield Finding("X021", "the page is not of the same size as the others", page.number, page.object, text)
