"""The graphics state while a content stream is read (ISO 32000-1, 8.4), as far as rules ask about it."""

import math
from copy import copy
from dataclasses import dataclass
from typing import Any

from dossier.press.preflight.facts.colours import BLACK, Colour
from dossier.press.preflight.facts.fonts import Face

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def times(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does ``first`` and then ``then``."""
    a, b, c, d, e, f = first
    k, l, m, n, o, p = then  # noqa: E741 - the letters that follow
    return a * k + b * m, a * l + b * n, c * k + d * m, c * l + d * n, e * k + f * m + o, e * l + f * n + p


def scale(matrix: Matrix) -> float:
    """By how much lengths grow, on the average of both directions."""
    a, b, c, d, _, _ = matrix
    return math.sqrt(abs(a * d - b * c))


def unit_square(matrix: Matrix) -> tuple[float, float, float, float]:
    """The box around the unit square, which is where a picture is painted."""
    a, b, c, d, e, f = matrix
    across, up = (e, e + a, e + c, e + a + c), (f, f + b, f + d, f + b + d)
    return min(across), min(up), max(across), max(up)


@dataclass(slots=True)
class State:
    """What ``q`` keeps and ``Q`` brings back, and the text matrices."""

    matrix: Matrix = IDENTITY
    fill: Colour = BLACK
    stroke: Colour = BLACK
    fill_pattern: Any = None
    stroke_pattern: Any = None
    width: float = 1.0
    font: Face | None = None
    size: float = 0.0
    render: int = 0
    overprints_fill: bool = False
    overprints_stroke: bool = False
    overprint_mode: int = 0
    leading: float = 0.0
    text: Matrix = IDENTITY
    line: Matrix = IDENTITY

    def overprints(self, colour: Colour, *, filling: bool) -> bool:
        """Whether an ink that ``colour`` has nothing of leaves what is below it (ISO 32000-1, 11.7.4.3).

        In four inks that is so in mode 1 alone: in mode 0 white is white.
        """
        is_on = self.overprints_fill if filling else self.overprints_stroke
        return is_on and (self.overprint_mode == 1 or not colour.is_plain_cmyk)

    def copied(self) -> "State":
        return copy(self)

    def key(self) -> tuple[object, ...]:
        """Equal where a form would be painted alike."""
        place = tuple(round(value, 3) for value in self.matrix)
        return (
            place,
            self.fill,
            self.stroke,
            self.width,
            self.render,
            self.overprints_fill,
            self.overprints_stroke,
            self.overprint_mode,
        )
