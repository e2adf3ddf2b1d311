"""Where things stand on a page: grounds under text, and what reaches the edge at which the page is cut."""

from collections.abc import Sequence
from dataclasses import dataclass, field

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
"""Left, bottom, right, top; in points."""

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
FAR = 1e6  # points; no sheet is as large
EVERYWHERE: Box = (-FAR, -FAR, FAR, FAR)
BLEED = 3 * 72 / 25.4
"""What is printed beyond the edge, so that no white shows where a page is cut: 3 mm, in points."""
_MIDDLE = 0.5  # on what is lighter, black is read better than white
_NEAR = 0.6  # what is this close to the edge is meant to reach it; WeasyPrint rounds


def multiplied(first: Matrix, then: Matrix) -> Matrix:
    """``first``, and ``then`` what is around it (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def placed(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """The point ``x``, ``y`` as the page has it."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def spanned(matrix: Matrix, points: Sequence[tuple[float, float]]) -> Box:
    """The upright box around ``points``, as the page has it."""
    where = [placed(matrix, x, y) for x, y in points]
    across, up = [x for x, _ in where], [y for _, y in where]
    return min(across), min(up), max(across), max(up)


def shared(one: Box, other: Box) -> Box:
    """What two boxes have in common; it ends before it begins where that is nothing."""
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


@dataclass
class Sheet:
    """One page while its colours are converted.

    Parameters
    ----------
    number:
        From 1; 0 for what no page shows.
    trim:
        Where the page is cut.
    grounds:
        What was filled, the last on top, and how light it is; ``None`` where that is not known.
    """

    number: int
    trim: Box | None = None
    grounds: list[tuple[Box, float | None]] = field(default_factory=list)

    def lay(self, where: Box, light: float | None) -> None:
        """Take down a ground."""
        if where[0] < where[2] and where[1] < where[3]:
            self.grounds.append((where, light))

    def is_on_dark(self, point: tuple[float, float], light: float) -> bool:
        """Whether text that is so ``light`` stands at ``point`` on something dark, where black would be read less well.

        On a picture or a gradient, light text is taken to stand on something dark: it could not be read otherwise.
        """
        x, y = point
        for (left, bottom, right, top), ground in reversed(self.grounds):
            if left <= x <= right and bottom <= y <= top:
                return ground < min(light, _MIDDLE) if ground is not None else light > _MIDDLE
        return False

    def bled(self, matrix: Matrix, x: float, y: float, width: float, height: float) -> Box | None:
        """The rectangle with those of its sides that lie on the edge moved out to the bleed; ``None`` where none does."""
        a, b, c, d, e, f = matrix
        if self.trim is None or b or c or not a or not d:
            return None
        across, moved_x = _moved(a * x + e, a * (x + width) + e, self.trim[0], self.trim[2])
        up, moved_y = _moved(d * y + f, d * (y + height) + f, self.trim[1], self.trim[3])
        if not moved_x and not moved_y:
            return None
        first, last = ((side - e) / a for side in across)
        low, high = ((side - f) / d for side in up)
        return first, low, last - first, high - low


def _moved(start: float, end: float, low: float, high: float) -> tuple[tuple[float, float], bool]:
    if start > end:
        (end, start), moved = _moved(end, start, low, high)
        return (start, end), moved
    new = (low - BLEED if abs(start - low) < _NEAR else start, high + BLEED if abs(end - high) < _NEAR else end)
    return new, new != (start, end)
