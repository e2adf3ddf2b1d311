"""Which page goes where: pure arithmetic of folded sheets, on pages counted from 1.

A sheet has two sides with two places each. A *signature* is some sheets laid one into the other and folded once; the signatures
of a booklet are gathered one behind the other. Both sides of a sheet are told as they are seen, the back after the sheet was
turned over like a page (about its short edge, where it lies wide).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

PAGES_A_SHEET = 4


class Binding(StrEnum):
    """The edge at which the pages of a book hold together: right, where lines run from right to left."""

    LEFT = "left"
    RIGHT = "right"


class Layout(StrEnum):
    """How pages lie on sheets: to be folded, or in the order in which they are read."""

    BOOKLET = "booklet"
    TWO_UP = "2-up"


@dataclass(frozen=True, slots=True)
class Side:
    """What stands on one side of a sheet: numbers of pages; ``None`` where nothing does.

    ``depth`` is how far inside its signature the sheet lies: 0 on the outside, 1 on the inside, where it is the only sheet 0.
    """

    left: int | None
    right: int | None
    depth: float = 0

    @property
    def mirrored(self) -> "Side":
        """The same, bound on the other edge."""
        return Side(self.right, self.left, self.depth)


def sides(pages: int, layout: Layout, signature: int = 0, binding: Binding = Binding.LEFT) -> tuple[Side, ...]:
    """The sides to print, in order.

    Parameters
    ----------
    pages:
        How many pages there are, at least one.
    layout:
        ``booklet``: fronts and backs of sheets take turns; ``2-up``: pages as they follow one another.
    signature:
        Pages of a booklet that are folded together, a multiple of 4; 0 for all of them. The last signature is shorter where it
        can be, so that no more than three places stay empty, and these come last.
    binding:
        Right for pages that are read from right to left.

    Raises
    ------
    ValueError
        Where ``pages`` is less than 1, or ``signature`` is negative or no multiple of 4.
    """
    if pages < 1 or signature < 0 or signature % PAGES_A_SHEET:
        raise ValueError(f"{pages} pages cannot be folded in signatures of {signature}")
    found = _pairs(pages) if layout is Layout.TWO_UP else _booklet(pages, signature)
    return tuple(side if binding is Binding.LEFT else side.mirrored for side in found)


def _pairs(pages: int) -> Iterator[Side]:
    return (Side(first, _there(first + 1, pages)) for first in range(1, pages + 1, 2))


def _booklet(pages: int, signature: int) -> Iterator[Side]:
    for first in range(1, pages + 1, signature or pages):
        rest = pages - first + 1
        yield from _signature(first, min(signature, _whole(rest)) if signature else _whole(rest), pages)


def _signature(first: int, places: int, pages: int) -> Iterator[Side]:
    """The sheets of one signature, the outermost first: it carries the first and the last two pages."""
    last = first + places - 1
    sheets = places // PAGES_A_SHEET
    for sheet in range(sheets):
        low, high = first + 2 * sheet, last - 2 * sheet
        depth = sheet / (sheets - 1) if sheets > 1 else 0
        yield Side(_there(high, pages), _there(low, pages), depth)
        yield Side(_there(low + 1, pages), _there(high - 1, pages), depth)


def _whole(pages: int) -> int:
    """Places on as few sheets as hold ``pages``."""
    return -(-pages // PAGES_A_SHEET) * PAGES_A_SHEET


def _there(page: int, pages: int) -> int | None:
    return page if page <= pages else None
