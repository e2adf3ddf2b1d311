"""From the boxes of all pages to one tree: each element of HTML once, in the order of the document."""

from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from dossier.press.pdf.structure.elements import Annotation, Element
from dossier.press.pdf.structure.making import made
from dossier.press.pdf.structure.marks import Mark
from dossier.press.pdf.structure.tree import Tree


class Gathering:
    """The tree of a document while its pages are walked through.

    Parameters
    ----------
    language:
        That of the document.
    """

    def __init__(self, language: str) -> None:
        self.tree = Tree(language)
        self._holders: dict[tuple[Any, str], Element] = {}
        self._pieces: dict[Any, Mark] = {}
        self._counts: dict[int, int] = {}

    def page(self, page: Any, pieces: dict[Any, Mark]) -> None:
        """Walk through the next page; ``pieces`` is what was drawn of it, by box. What is nobody's stays an artifact."""
        self.tree.turn(page.height)
        self._pieces = pieces
        self._visit(page._page_box, self.tree.root)

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
        outer = self.tree.matrix
        if box.transformation_matrix:
            self.tree.matrix = box.transformation_matrix @ outer if outer else box.transformation_matrix
        if isinstance(box, boxes.ReplacedBox):
            self._take(box, holder)
        for child in box.children:
            if child.is_leader:
                self._leave(child, holder)
            else:
                self._visit(child, holder)
        self.tree.matrix = outer

    def _enter(self, box: Any, around: Element) -> None:
        key = (box.element, box.element_tag)
        holder = self._holders.get(key)
        if holder is None:
            holder = made(self.tree, box, around)
            if holder is None:
                self._leave(box, around)
                return
            if holder is not around:
                self._holders[key] = holder
        elif self._is_repeated(box, holder):
            self._leave(box, around, "/Type /Pagination")
            return
        if box.link_annotation is not None:
            _link_around(holder).kids.append(Annotation(self.tree.page, box.link_annotation))
        self._descend(box, holder)

    def _is_repeated(self, box: Any, holder: Element) -> bool:
        """Whether ``box`` shows again what another page has shown: heads of tables, what is fixed on all pages."""
        if holder.page == self.tree.page:
            return False
        is_row_group = isinstance(box, boxes.TableRowGroupBox)
        return bool((is_row_group and (box.is_header or box.is_footer)) or box.style["position"] == "fixed")

    def _take(self, box: Any, holder: Element) -> None:
        mark = self._pieces.pop(box, None)
        if mark is not None:
            number = self._counts.get(id(mark.stream), 0)
            self._counts[id(mark.stream)] = number + 1
            mark.belong(self.tree.page, number)
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
                link = self.tree.new("Link", around, box, is_inline=True)
            link.kids.append(Annotation(self.tree.page, box.link_annotation))
        for child in box.children:
            self._leave(child, around, properties)


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
