"""Boxes of pages (ISO 32000-2, 14.11.2), made sane: whoever wrote a foreign file may have written anything into them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossier.press.imposition.errors import ImpositionError

if TYPE_CHECKING:
    import pikepdf

LARGEST = 14400.0
"""Side of the largest page that PDF readers agree on (ISO 32000-2, C.2), in points."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, its lower left corner and its upper right one."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def values(self) -> tuple[float, float, float, float]:
        """As PDF writes it."""
        return self.left, self.bottom, self.right, self.top

    def within(self, other: "Box") -> "Box":
        """The part of this that lies in ``other``."""
        return Box(
            max(self.left, other.left), max(self.bottom, other.bottom), min(self.right, other.right), min(self.top, other.top)
        )

    def around(self, other: "Box") -> "Box":
        """The smallest box around both."""
        return Box(
            min(self.left, other.left), min(self.bottom, other.bottom), max(self.right, other.right), max(self.top, other.top)
        )

    def grown(self, by: float) -> "Box":
        """``by`` points larger on every side."""
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)


def trim(page: "pikepdf.Page", number: int) -> Box:
    """What is left of ``page`` when the paper is cut; in a file that says nothing of cutting, what is shown of it.

    Raises
    ------
    ImpositionError
        Where the page has no area, or a larger one than a page can have.
    """
    found = _box(page.trimbox, number).within(_box(page.mediabox, number))
    if not 1 <= min(found.width, found.height) <= max(found.width, found.height) <= LARGEST:
        raise ImpositionError(f"page {number} is {found.width:g} × {found.height:g} points large, which is no size of a page")
    return found


def bleed(page: "pikepdf.Page", number: int) -> Box:
    """How far beyond its trim the page is drawn, for a knife that slips."""
    return trim(page, number).around(_box(page.bleedbox, number)).within(_box(page.mediabox, number))


def _box(written: "pikepdf.Object", number: int) -> Box:
    try:
        one, two, three, four = map(float, written)
    except (TypeError, ValueError, OverflowError) as error:
        raise ImpositionError(f"page {number} has a box that is none: {_short(written)}") from error
    if not all(map(math.isfinite, (one, two, three, four))):
        raise ImpositionError(f"page {number} has a box that is none: {_short(written)}")
    return Box(min(one, three), min(two, four), max(one, three), max(two, four))


def _short(written: object) -> str:
    text = " ".join(str(value) for value in written) if isinstance(written, Sequence) else str(written)
    return text[:60]


def turned(box: Box, matrix: "pikepdf.Matrix") -> Box:
    """The box around ``box`` after ``matrix``, which turns by quarters and scales."""
    corners = [matrix.transform(corner) for corner in ((box.left, box.bottom), (box.right, box.top))]
    (one, two), (three, four) = ((float(x), float(y)) for x, y in corners)
    return Box(min(one, three), min(two, four), max(one, three), max(two, four))
