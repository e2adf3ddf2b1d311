"""One side of a sheet as the operators of a content stream (ISO 32000-2, 8.2)."""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.press.imposition.boxes import Box
from dossier.press.imposition.plan import Side
from dossier.press.imposition.surface import MARK_DISTANCE, MARK_LENGTH, Surface

REGISTRATION = "All"
"""Name of the colour space of marks in the resources of a page: on every plate, whichever there are (ISO 32000-2, 8.6.6.4)."""
_HAIRLINE = 0.25  # points


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page ready to be drawn: the name of its form, and its trim in the form's own coordinates."""

    name: str
    trim: Box


def side_content(surface: Surface, side: Side, pages: dict[int, Drawn], creep: float, *, marks: bool) -> bytes:
    """The content of one side.

    Parameters
    ----------
    surface, side, pages:
        Where, which, and what they are.
    creep:
        How far the innermost pages of a signature are moved to the fold, in points: paper has a thickness, and the knife that
        evens the edge takes more from the inner leaves.
    marks:
        Whether to draw where to cut and where to fold.
    """
    inwards = side.depth * creep
    parts = []
    if side.left is not None:
        parts.append(_page(surface, surface.left, pages[side.left], inwards))
    if side.right is not None:
        parts.append(_page(surface, surface.right, pages[side.right], -inwards))
    if marks:
        parts.extend(_marks(surface))
    return "\n".join(parts).encode("ascii")


def _page(surface: Surface, place: Box, page: Drawn, shift: float) -> str:
    """``page`` in the middle of ``place``, clipped: there are neighbours."""
    scale, clip = surface.scale, surface.clip(place)
    across = place.left + (place.width - page.trim.width * scale) / 2 + shift - page.trim.left * scale
    up = place.bottom + (place.height - page.trim.height * scale) / 2 - page.trim.bottom * scale
    window = _numbers(clip.left, clip.bottom, clip.width, clip.height)
    return f"q {window} re W n {_numbers(scale, 0, 0, scale, across, up)} cm /{page.name} Do Q"


def _marks(surface: Surface) -> Iterator[str]:
    """Hairlines outside the bleed: at the corners where to cut, dashed at the middle where to fold."""
    spread, near = surface.spread, surface.bleed + MARK_DISTANCE
    far = near + MARK_LENGTH
    yield f"q /{REGISTRATION} CS 1 SCN {_number(_HAIRLINE)} w"
    for x in (spread.left, spread.right):
        yield _line(x, spread.bottom - near, x, spread.bottom - far)
        yield _line(x, spread.top + near, x, spread.top + far)
    for y in (spread.bottom, spread.top):
        yield _line(spread.left - near, y, spread.left - far, y)
        yield _line(spread.right + near, y, spread.right + far, y)
    yield "[2] 0 d"
    yield _line(surface.spine, spread.bottom - near, surface.spine, spread.bottom - far)
    yield _line(surface.spine, spread.top + near, surface.spine, spread.top + far)
    yield "Q"


def _line(x: float, y: float, to_x: float, to_y: float) -> str:
    return f"{_numbers(x, y)} m {_numbers(to_x, to_y)} l S"


def _numbers(*values: float) -> str:
    return " ".join(map(_number, values))


def _number(value: float) -> str:
    """Without an exponent, which PDF does not know, and without a minus before zero."""
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
