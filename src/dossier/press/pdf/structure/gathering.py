"""From the boxes of all pages to one tree: each element of HTML once, in the order of the document."""

import re
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.matrix import Matrix

from dossier.press.pdf.structure.elements import Annotation, Element
from dossier.press.pdf.structure.making import made
from dossier.press.pdf.structure.marks import Mark

_TAG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
"""The form of a language tag (ISO 32000-1, 14.9.2.2, by way of RFC 3066): a malformed one must not reach a file."""


class Gathering:
    """The tree of a document while its pages are walked through.

    Parameters
    ----------
    language:
        That of the document.
    """

    def __init__(self, language: str) -> None:
        self.root = Element("Document", None, language, 0)
        self.notes: dict[Any, tuple[Element, Element | None]] = {}
        """By the note's element of HTML: its call, and the note."""
        self.number = -1
        self._holders: dict[tuple[Any, str], Element] = {}
        self._pieces: dict[Any, Mark] = {}
        self._counts: dict[int, int] = {}
        self._to_points: Matrix = Matrix()
        self._matrix: Matrix | None = None

    def page(self, page: Any, pieces: dict[Any, Mark]) -> None:
        """Walk through the next page; ``pieces`` is what was drawn of it, by box. What is nobody's stays an artifact."""
        self.number += 1
        self._pieces, self._matrix = pieces, None
        self._to_points = Matrix(0.75, 0, 0, -0.75, 0, page.height * 0.75)
        self._visit(page._page_box, self.root)

    def _visit(self, box: Any, holder: Element) -> None:
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        if isinstance(box, boxes.TextBox):
            self._take(box, holder)
        elif isinstance(box, boxes.MarginBox):
            self._leave(box, holder, _pagination(box.at_keyword))
        elif isinstance(box, boxes.LineBox) or box.element is None:
            self._descend(box, holder)
        else:
            self._enter(box, holder)

    def _descend(self, box: Any, holder: Element) -> None:
        outer = self._matrix
        if box.transformation_matrix:
            self._matrix = box.transformation_matrix @ outer if outer else box.transformation_matrix
        if isinstance(box, boxes.ReplacedBox):
            self._take(box, holder)
        for child in box.children:
            if child.is_leader:
                self._leave(child, holder)
            else:
                self._visit(child, holder)
        self._matrix = outer

    def _enter(self, box: Any, around: Element) -> None:
        key = (box.element, box.element_tag)
        holder = self._holders.get(key)
        if holder is None:
            holder = made(self, box, around)
            if holder is None:
                self._leave(box, around)
                return
            if holder is not around:
                self._holders[key] = holder
        elif self._is_repeated(box, holder):
            self._leave(box, around, "/Type /Pagination")
            return
        if box.link_annotation is not None:
            _link_around(holder).kids.append(Annotation(self.number, box.link_annotation))
        self._descend(box, holder)

    def _is_repeated(self, box: Any, holder: Element) -> bool:
        """Whether ``box`` shows again what another page has shown: heads of tables, what is fixed on all pages."""
        if holder.page == self.number:
            return False
        is_row_group = isinstance(box, boxes.TableRowGroupBox)
        return bool((is_row_group and (box.is_header or box.is_footer)) or box.style["position"] == "fixed")

    def _take(self, box: Any, holder: Element) -> None:
        mark = self._pieces.pop(box, None)
        if mark is not None:
            number = self._counts.get(id(mark.stream), 0)
            self._counts[id(mark.stream)] = number + 1
            mark.belong(self.number, number)
            holder.kids.append(mark)

    def _leave(self, box: Any, around: Element, properties: str = "") -> None:
        """Let all of ``box`` be an artifact, but for its links: each must be in the tree (ISO 14289-1, 7.18.5)."""
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        mark = self._pieces.pop(box, None)
        if mark is not None:
            mark.properties = properties
        if box.link_annotation is not None:
            link = _link_around(self._holders.get((box.element, box.element_tag), around))
            if link.kind != "Link":
                link = self.new("Link", around, box, is_inline=True)
            link.kids.append(Annotation(self.number, box.link_annotation))
        for child in box.children:
            self._leave(child, around, properties)

    # -- for those that make elements

    def new(self, kind: str, parent: Element, box: Any, **options: Any) -> Element:
        """An element of ``kind`` for ``box``, at the end of ``parent``."""
        element = self.apart(kind, parent, box, **options)
        parent.kids.append(element)
        return element

    def apart(self, kind: str, parent: Element, box: Any, **options: Any) -> Element:
        """An element of ``kind`` for ``box`` that is not in the tree yet."""
        return Element(kind, parent, language_of(box) or parent.language, self.number, box.element, **options)

    def place(self, box: Any) -> tuple[float, float, float, float]:
        """Where the content of ``box`` stands on its page: left, bottom, right and top, in points from the page's lower left."""
        left, top = box.content_box_x(), box.content_box_y()
        corners = [(x, y) for x in (left, left + box.width) for y in (top, top + box.height)]
        matrix = self._to_points
        for turned in (self._matrix, box.transformation_matrix):
            matrix = turned @ matrix if turned else matrix
        across, up = zip(*(matrix.transform_point(*corner) for corner in corners), strict=True)
        return min(across), min(up), max(across), max(up)


def language_of(box: Any) -> str:
    """The language of ``box``; empty where it is unknown or no tag of a language."""
    tag = box.style["lang"] or ""
    return tag if _TAG.fullmatch(tag) else ""


def _link_around(holder: Element) -> Element:
    element: Element | None = holder
    while element is not None and element.kind != "Link":
        element = element.parent
    return element or holder


def _pagination(keyword: str) -> str:
    for beginning, subtype in (("@top", "Header"), ("@bottom", "Footer")):
        if keyword.startswith(beginning):
            return f"/Type /Pagination /Subtype /{subtype}"
    return "/Type /Pagination"
