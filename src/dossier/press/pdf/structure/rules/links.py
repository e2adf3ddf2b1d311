"""What a link says of itself (``/Contents``; ISO 14289-1, 7.18.5)."""

import pydyf

from dossier.press.pdf.structure.elements import Annotation, Element


def described(root: Element) -> None:
    """Describe each link by its words, or by those that HTML gives instead. WeasyPrint tells where it leads."""
    for element in root.walk():
        if element.kind == "Link":
            label = _label(element)
            for kid in element.kids:
                if isinstance(kid, Annotation) and label:
                    kid.dictionary["Contents"] = pydyf.String(label)


def _label(link: Element) -> str:
    source = link.source
    said = (source.get("aria-label") or source.get("title") or "".join(source.itertext())) if source.tag == "a" else ""
    shown = said.strip() or link.words() or " ".join(inner.entries.get("Alt", "") for inner in link.walk())
    return " ".join(shown.replace("\N{WORD JOINER}", "").split())
