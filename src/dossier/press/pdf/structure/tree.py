"""The tree while it grows, and where on its pages the boxes stand."""

import re
from typing import Any

from weasyprint.matrix import Matrix

from dossier.press.pdf.structure.elements import Element

_TAG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
"""The form of a language tag (ISO 32000-1, 14.9.2.2, by way of RFC 3066): a malformed one must not reach a file."""


class Tree:
    """The elements so far, and the page at which boxes are met.

    Parameters
    ----------
    language:
        That of the document.
    """

    def __init__(self, language: str) -> None:
        self.root = Element("Document", None, language, 0)
        self.notes: dict[Any, tuple[Element, Element | None]] = {}
        """By the note's element of HTML: its call, and the note."""
        self.page = -1
        """The number of the page, counted from 0."""
        self.matrix: Matrix | None = None
        """How what stands around the box that is met is turned or moved."""
        self._to_points = Matrix()

    def turn(self, height: float) -> None:
        """Go to the next page, which is ``height`` CSS pixels high."""
        self.page += 1
        self.matrix = None
        self._to_points = Matrix(0.75, 0, 0, -0.75, 0, height * 0.75)

    def new(self, kind: str, parent: Element, box: Any, **options: Any) -> Element:
        """An element of ``kind`` for ``box``, at the end of ``parent``."""
        element = self.apart(kind, parent, box, **options)
        parent.kids.append(element)
        return element

    def apart(self, kind: str, parent: Element, box: Any, **options: Any) -> Element:
        """An element of ``kind`` for ``box`` that is not in the tree yet."""
        return Element(kind, parent, language_of(box) or parent.language, self.page, box.element, **options)

    def place(self, box: Any) -> tuple[float, float, float, float]:
        """Where the content of ``box`` stands on its page: left, bottom, right and top, in points from the page's lower left."""
        left, top = box.content_box_x(), box.content_box_y()
        corners = [(x, y) for x in (left, left + box.width) for y in (top, top + box.height)]
        matrix = self._to_points
        for turned in (self.matrix, box.transformation_matrix):
            matrix = turned @ matrix if turned else matrix
        across, up = zip(*(matrix.transform_point(*corner) for corner in corners), strict=True)
        return min(across), min(up), max(across), max(up)


def language_of(box: Any) -> str:
    """The language of ``box``; empty where it is unknown or no tag of a language."""
    tag = box.style["lang"] or ""
    return tag if _TAG.fullmatch(tag) else ""
