"""Tables that are wider than the room they have."""

from collections.abc import Iterator, Sequence
from typing import Any

_READABLE = 2.6
"""How wide a column must be, by the size of the table's letters, for four digits."""


def mend() -> None:
    """Let a table that its words make too wide be as wide as its room, and its words be parted.

    No table is narrower than its longest words (CSS 2.2, 17.5.2.2), so WeasyPrint 70 lets a wide one run off the page, where a
    browser scrolls. Style sheets alone do not help: ``overflow-wrap: anywhere`` parts words in columns that have no need of it,
    in tables that would fit. Here words of the widest columns are hyphenated, where their language is; if that is not enough,
    the widest columns are made narrower until all fit, and ``overflow-wrap: break-word`` parts what stands in them. A table that
    fits stays as it is, and so does one whose style lets no word be parted. A table whose columns became too narrow to be read
    is marked ``is_too_narrow``.
    """
    from weasyprint.layout import preferred, table

    lay_out = table.auto_table_layout

    def within(context: Any, wrapper: Any, containing_block: Any) -> None:
        lay_out(context, wrapper, containing_block)
        inner = wrapper.get_wrapped_table()
        excess = _excess(wrapper, inner, containing_block)
        if inner.style["overflow_wrap"] == "normal" or not 0 < excess < sum(inner.column_widths):
            return
        whole = list(inner.column_widths)
        room = sum(whole) - excess
        _hyphenate(inner)
        context.tables.pop(inner, None)
        parted = preferred.table_and_columns_preferred_widths(context, wrapper, outer=False)[2]
        floors = parted if sum(parted) <= room else [0.0] * len(whole)
        inner.column_widths = limited(whole if sum(parted) <= room else parted, floors, room)
        inner.width -= excess
        inner.is_too_narrow = max(inner.column_widths) < _READABLE * inner.style["font_size"]

    table.auto_table_layout = within


def _excess(wrapper: Any, table: Any, containing_block: Any) -> float:
    """How much wider than its room a table is, in CSS pixels."""
    room = float(containing_block[0])
    margins = sum(margin for margin in (wrapper.margin_left, wrapper.margin_right) if margin != "auto")
    edges = table.padding_left + table.padding_right + table.border_left_width + table.border_right_width
    excess = float(table.width + margins + edges) - room
    return excess if excess > 1e-6 * room else 0.0


def _hyphenate(table: Any) -> None:
    """Let words be hyphenated that otherwise are only where their author put a soft hyphen."""
    for box in _within(table):
        if box.style["hyphens"] == "manual" and box.style["overflow_wrap"] != "normal":
            box.style["hyphens"] = "auto"


def _within(box: Any) -> Iterator[Any]:
    for child in getattr(box, "children", ()):
        yield child
        yield from _within(child)


def limited(widths: Sequence[float], floors: Sequence[float], room: float) -> list[float]:
    """``widths``, the widest of them cut to one length but none below its floor, so that together they are as wide as ``room``.

    Narrow columns (numbers, dates, short words) keep what they need.
    """

    def cut(limit: float) -> list[float]:
        return [max(floor, min(width, limit)) for width, floor in zip(widths, floors, strict=True)]

    low, high = 0.0, max(widths)
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(cut(middle)) <= room else (low, middle)
    return cut(low)
