"""An item of a list has at most one label and one body (ISO 32000-1, table 336; ISO 14289-1, 7.6)."""

from dossier.press.pdf.structure.elements import Element


def in_order(root: Element) -> None:
    """Join several terms, and several definitions, of one item; label before body."""
    for element in list(root.walk()):
        if element.kind == "LI":
            _join(element, "LBody", "Div", is_inline=False)
            _join(element, "Lbl", "Span", is_inline=True)
            element.kids.sort(key=lambda kid: not (isinstance(kid, Element) and kid.kind == "Lbl"))


def _join(item: Element, kind: str, part: str, *, is_inline: bool) -> None:
    parts = [kid for kid in item.elements() if kid.kind == kind]
    if len(parts) < 2:
        return
    first, *further = parts
    inner = Element(part, first, first.language, first.page, first.source, is_inline=is_inline)
    inner.adopt(first.kids)
    first.language = item.language
    for one in further:
        item.kids.remove(one)
        one.kind, one.is_inline = part, is_inline
    first.adopt([inner, *further])
