"""Blocks hold blocks or lines, not both (ISO 32000-1, 14.8.4.3): loose lines become paragraphs."""

from itertools import groupby

from dossier.press.pdf.structure.elements import Annotation, Element, is_inline
from dossier.press.pdf.structure.marks import Mark

_GROUPS = frozenset({"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Index"})
"""Types that hold no content of their own (14.8.4.2)."""
_TEXTS = frozenset({"P", "Caption", "H1", "H2", "H3", "H4", "H5", "H6"})

Kid = Element | Mark | Annotation


def in_paragraphs(root: Element) -> None:
    """Wrap lines within groups in paragraphs; a ``Div`` of lines is a paragraph, and one of blocks is nothing by itself."""
    kids: list[Kid] = []
    for kid in root.kids:
        if isinstance(kid, Element):
            in_paragraphs(kid)
            kids.extend(kid.kids if _says_nothing(kid, root) else [kid])
        else:
            kids.append(kid)
    root.adopt(kids)
    if root.kind in _GROUPS:
        root.adopt(_wrapped(root, kids))
    if root.kind == "Div" and len(root.kids) == 1:
        _become_paragraph(root, root.kids[0])


def _become_paragraph(block: Element, only: Kid) -> None:
    if isinstance(only, Element) and only.kind == "P" and only.language == block.language and not only.entries:
        block.kind = "P"
        block.adopt(only.kids)


def _says_nothing(kid: Element, parent: Element) -> bool:
    if kid.language.lower() != parent.language.lower() or kid.entries or _is_captioned(kid):
        return False
    return kid.kind == "Div" or (kid.kind == "P" and (parent.kind in _TEXTS or parent.is_inline))


def _is_captioned(kid: Element) -> bool:
    """A figure and its caption belong together. Not as one ``Figure``: of that, a reader is told the alternative alone."""
    return any(inner.kind == "Caption" for inner in kid.elements())


def _wrapped(parent: Element, kids: list[Kid]) -> list[Kid]:
    found: list[Kid] = []
    for is_line, run in groupby(kids, is_inline):
        members = list(run)
        if is_line and all(isinstance(one, Element) and one.kind == "Figure" for one in members):
            _set_apart(members)
        elif is_line and not all(isinstance(one, Element) and one.kind == "Note" for one in members):
            paragraph = Element("P", parent, parent.language, parent.page)
            paragraph.adopt(members)
            members = [paragraph]
        found.extend(members)
    return found


def _set_apart(figures: list[Kid]) -> None:
    """Let ``figures`` be blocks: in the line where they stand is nothing else."""
    for figure in figures:
        if isinstance(figure, Element):
            figure.is_inline = False
            figure.attributes["Layout"]["Placement"] = "/Block"
