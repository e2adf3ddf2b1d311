"""What runs off its page: words, pictures and code that are wider than the room they have.

Found in WeasyPrint's pages, which are trees of boxes with their places, down to the piece of a line. What hangs in a margin on
purpose (labels, numbers, frames) leaves free a strip along the edge of the sheet, which what runs off does not.

Import this module only after :func:`dossier.press.engine.load_engine`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from weasyprint.formatting_structure import boxes

from dossier.model.diagnostics import Diagnostic
from dossier.press.findings import off_the_page, too_many_columns

_HANGS = 5 * 96 / 25.4
"""How far anything may reach into the narrower margin, in CSS pixels: 5 mm."""
_ROUNDED = 0.5
_KINDS = {"table": "a table", "pre": "code", "code": "code", "img": "a picture", "svg": "a picture"}
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HOLDERS = _HEADINGS | _KINDS.keys()
_TEXT = "text"


class _Leaf(NamedTuple):
    """A piece of a line or a picture, and the outermost table, code or heading that holds it."""

    box: Any
    holder: Any


@dataclass(slots=True)
class _Excess:
    """What runs off: the heading before it, and its words that stand out farthest."""

    kind: str
    heading: str
    words: str
    reach: float


def beyond(document: Any) -> tuple[Diagnostic, ...]:
    """What of WeasyPrint's ``document`` does not fit, page by page.

    Returns
    -------
    tuple
        P011 for each table, picture, code and paragraph that runs off its page, P012 for each table of too many columns.
    """
    found: list[Diagnostic] = []
    heading, narrow = "", set[Any]()
    for number, page in enumerate(document.pages, start=1):
        told: dict[Any, _Excess] = {}
        width, free = page._page_box.margin_width(), _free(page._page_box)
        for leaf in _leaves(page._page_box):
            box, holder = leaf
            if isinstance(box, boxes.TableBox):
                if box.element not in narrow:
                    narrow.add(box.element)
                    found.append(too_many_columns(number, heading))
                continue
            if holder is not None and holder.element_tag in _HEADINGS:
                heading = holder.element.get("data-title") or heading
            reach = max(box.position_x + box.width - width, -box.position_x)
            if reach > _ROUNDED - free and _is_seen(box):
                _note(told, leaf, heading, reach)
        found.extend(_finding(number, one) for one in told.values())
    return tuple(found)


def _free(page: Any) -> float:
    """How wide the strip along both edges of ``page`` is that stays free, in CSS pixels."""
    return max(0.0, float(min(page.margin_left, page.margin_right)) - _HANGS)


def _finding(page: int, one: _Excess) -> Diagnostic:
    return off_the_page(page, one.kind, one.words, one.heading, is_cut=one.reach > _ROUNDED)


def _leaves(page: Any) -> Iterator[_Leaf]:
    """The leaves of ``page`` in their order, without its heads and feet and what lies over every page; also tables too narrow."""
    waiting = [_Leaf(child, None) for child in reversed(page.children)]
    while waiting:
        box, holder = leaf = waiting.pop()
        if isinstance(box, boxes.TextBox | boxes.ReplacedBox):
            yield leaf
        elif not isinstance(box, boxes.MarginBox) and box.style["position"] != "fixed":
            if getattr(box, "is_too_narrow", False):
                yield leaf
            if holder is None and box.element_tag in _HOLDERS:
                holder = box
            waiting.extend(_Leaf(child, holder) for child in reversed(getattr(box, "children", ())))


def _is_seen(box: Any) -> bool:
    return not isinstance(box, boxes.TextBox) or bool(box.text.strip())


def _note(told: dict[Any, _Excess], leaf: _Leaf, heading: str, reach: float) -> None:
    """Add what runs off, once for each table, paragraph, ….

    (Pieces of lines are of their innermost element: a link is told apart from its paragraph.)
    """
    holder = leaf.box if leaf.holder is None else leaf.holder
    words = leaf.box.text if isinstance(leaf.box, boxes.TextBox) else str(leaf.box.element.get("alt") or "")
    known = told.get(holder.element)
    if known is None:
        told[holder.element] = _Excess(_KINDS.get(str(holder.element_tag), _TEXT), heading, words, reach)
    elif reach > known.reach:
        known.words, known.reach = words, reach
