"""What an entry of a table of contents may hold (ISO 32000-1, table 333): references, and paragraphs."""

from dossier.press.pdf.structure.elements import Annotation, Element, is_inline
from dossier.press.pdf.structure.marks import Mark

_ALLOWED = frozenset({"Reference", "Lbl", "Note"})


def within_references(root: Element) -> None:
    """Put the loose words of each entry of a table of contents in paragraphs."""
    for element in list(root.walk()):
        if element.kind == "TOCI":
            kids: list[Element | Mark | Annotation] = []
            for kid in element.kids:
                if not is_inline(kid) or (isinstance(kid, Element) and kid.kind in _ALLOWED):
                    kids.append(kid)
                elif kids and isinstance(kids[-1], Element) and kids[-1].kind == "P":
                    kids[-1].adopt([*kids[-1].kids, kid])
                else:
                    paragraph = Element("P", element, element.language, element.page)
                    paragraph.adopt([kid])
                    kids.append(paragraph)
            element.adopt(kids)
