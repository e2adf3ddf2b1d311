"""Where pages come to lie on a sheet of paper, in points."""

from dataclasses import dataclass
from enum import StrEnum

from dossier.press.imposition.boxes import Box
from dossier.press.imposition.errors import ImpositionError

MM = 72 / 25.4
MARK_LENGTH = 5 * MM
MARK_DISTANCE = 1 * MM
"""Of a mark from the bleed, or where there is none from the trim."""


class Paper(StrEnum):
    """A sheet as it is bought."""

    A3 = "A3"
    A4 = "A4"
    LETTER = "Letter"
    TABLOID = "Tabloid"

    @property
    def size(self) -> tuple[float, float]:
        """The short and the long side (ISO 216; ANSI/ASME Y14.1), in points."""
        return {
            Paper.A3: (297 * MM, 420 * MM),
            Paper.A4: (210 * MM, 297 * MM),
            Paper.LETTER: (612.0, 792.0),
            Paper.TABLOID: (792.0, 1224.0),
        }[self]


@dataclass(frozen=True, slots=True)
class Surface:
    """One side of a sheet: ``media`` is the paper, ``spread`` two trimmed pages, with their ``scale`` and ``bleed``."""

    media: Box
    spread: Box
    scale: float
    bleed: float

    @property
    def spine(self) -> float:
        """Where the two pages meet."""
        return (self.spread.left + self.spread.right) / 2

    @property
    def bleeding(self) -> Box:
        """The spread and what is drawn beyond it."""
        return self.spread.grown(self.bleed).within(self.media)

    @property
    def left(self) -> Box:
        """The place of the left page."""
        return Box(self.spread.left, self.spread.bottom, self.spine, self.spread.top)

    @property
    def right(self) -> Box:
        """The place of the right page."""
        return Box(self.spine, self.spread.bottom, self.spread.right, self.spread.top)

    def clip(self, place: Box) -> Box:
        """What a page at ``place`` may cover: its bleed, but nothing of its neighbour."""
        if place.right <= self.spine:
            return Box(self.bleeding.left, self.bleeding.bottom, self.spine, self.bleeding.top)
        return Box(self.spine, self.bleeding.bottom, self.bleeding.right, self.bleeding.top)


def surface(width: float, height: float, bleed: float, paper: Paper | None, *, marks: bool) -> Surface:
    """The sheet for pages of ``width`` and ``height``.

    Parameters
    ----------
    width, height, bleed:
        Of a trimmed page, and how far it is drawn beyond; in points.
    paper:
        The sheet, laid as the pages side by side lie, wide or tall; they are in its middle, made smaller where they must be, and
        never larger.
        ``None`` for a sheet of just two pages and their bleed.
    marks:
        Whether there is to be room for marks around the pages.

    Raises
    ------
    ImpositionError
        Where marks are asked for and the paper has no room for them.
    """
    room = bleed + (MARK_DISTANCE + MARK_LENGTH if marks else 0)
    if paper is None:
        return Surface(
            Box(0, 0, 2 * width + 2 * room, height + 2 * room), Box(room, room, room + 2 * width, room + height), 1, bleed
        )
    short, long = paper.size
    sheet = (long, short) if 2 * width >= height else (short, long)
    scale = _scale(2 * width, height, sheet)
    across, up = (sheet[0] - 2 * width * scale) / 2, (sheet[1] - height * scale) / 2
    if marks and min(across, up) < room * scale:
        message = f"{paper} has no room for marks around two pages of {width / MM:.0f} × {height / MM:.0f} mm"
        raise ImpositionError(message, "take a larger sheet, or no marks")
    spread = Box(across, up, sheet[0] - across, sheet[1] - up)
    return Surface(Box(0, 0, *sheet), spread, scale, bleed * scale)


def _scale(width: float, height: float, sheet: tuple[float, float]) -> float:
    across, up = sheet
    return min(1, across / width, up / height)
