"""Which words stand on which page: what a page list is made from.

WeasyPrint's pages are trees of boxes down to the piece of a line, and each box knows the element it comes from. What belongs to
the text is taken in its order; what belongs to the page (heads and feet, notes, table heads said again) and what style sheets
add (markers, figures that call notes) is left out.

Import this module only after :func:`dossier.press.engine.load_engine`.
"""

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

from dossier.model.bundle import Page, PageText
from dossier.press.pdf.viewing import printed

_ADDED = ("::before", "::after", "::marker", "::footnote-call", "::footnote-marker")
_OF_THE_PAGE = (boxes.MarginBox, boxes.FootnoteAreaBox)
_HYPHEN_STYLES = ("auto", "manual")


def page_texts(document: Any, digits: str) -> tuple[PageText, ...]:
    """The words of each page of WeasyPrint's ``document``; ``digits`` are those of its page numbers, from 0 to 9."""
    reader = _Reader()
    return tuple(
        PageText(Page(number, printed(number, digits)), tuple(reader.blocks(page._page_box)))
        for number, page in enumerate(document.pages, start=1)
    )


class _Reader:
    """Goes through pages in their order, and knows a block again that runs on from one page to the next."""

    def __init__(self) -> None:
        self._serial = 0
        self._last: Any = None
        self._heads: set[Any] = set()

    def blocks(self, page: Any) -> Iterator[tuple[int, str]]:
        """The blocks on ``page``: a number that is the same for all parts of one block, and the words that stand here."""
        pieces: dict[int, list[str]] = {}
        for element, words in self._lines(page):
            if element is not self._last:
                self._serial, self._last = self._serial + 1, element
            pieces.setdefault(self._serial, []).append(words)
        for serial, words_of_lines in pieces.items():
            yield serial, "".join(words_of_lines)

    def _lines(self, box: Any) -> Iterator[tuple[Any, str]]:
        if self._is_left_out(box):
            return
        if isinstance(box, boxes.LineBox):
            words = _words(box)
            if words.strip():
                yield box.element, words
            return
        for child in getattr(box, "children", ()):
            yield from self._lines(child)

    def _is_left_out(self, box: Any) -> bool:
        if isinstance(box, _OF_THE_PAGE) or _is_added(box) or box.style["position"] == "fixed":
            return True
        return isinstance(box, boxes.TableRowGroupBox) and box.is_header and self._is_said_again(box.element)

    def _is_said_again(self, head: Any) -> bool:
        known = head in self._heads
        self._heads.add(head)
        return known


def _is_added(box: Any) -> bool:
    return str(box.element_tag).endswith(_ADDED)


def _words(line: Any) -> str:
    """The words of ``line``, with a space behind them unless a word was parted at its end."""
    found = "".join(_pieces(line))
    parted = _parted_by(line)
    if parted and found.endswith(parted):
        return found[: -len(parted)]
    return f"{found.removesuffix(chr(0xAD))}" if found.endswith("\u00ad") else f"{found} "


def _pieces(box: Any) -> Iterator[str]:
    if _is_added(box) or isinstance(box, _OF_THE_PAGE):
        return
    if isinstance(box, boxes.TextBox):
        yield str(box.text)
    for child in getattr(box, "children", ()):
        yield from _pieces(child)


def _parted_by(line: Any) -> str:
    """The sign that ends ``line`` where a word was parted, by the style of its last piece."""
    last = line
    while getattr(last, "children", ()):
        last = last.children[-1]
    return str(last.style["hyphenate_character"]) if last.style["hyphens"] in _HYPHEN_STYLES else ""
