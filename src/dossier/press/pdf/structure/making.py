"""The elements that an element of HTML becomes when its first box is met."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from weasyprint.formatting_structure.boxes import InlineLevelBox
from weasyprint.logger import LOGGER

from dossier.press.pdf.structure.elements import Element
from dossier.press.pdf.structure.roles import KINDS, NUMBERING
from dossier.press.pdf.structure.tree import Tree

_SVG = "{http://www.w3.org/2000/svg}"
_CALL, _MARKERS = "::footnote-call", ("::marker", "::footnote-marker")
_HIDDEN = ("presentation", "none")
_BY_ROLE: Mapping[str, str] = MappingProxyType({"doc-index": "Index", "heading": "H"})


def made(tree: Tree, box: Any, around: Element) -> Element | None:
    """The element that takes the content of ``box``: a new one, ``around`` where it is none, or ``None`` for an artifact."""
    element, tag = box.element, box.element_tag
    if element.get("aria-hidden") == "true":
        return None
    if tag != element.tag:
        return _pseudo(tree, box, around)
    if tag in ("html", "body"):
        return around
    if element in tree.notes:
        return _note(tree, box)
    maker = _MAKERS.get(tag)
    return maker(tree, box, around) if maker else _plain(tree, box, around)


def _plain(tree: Tree, box: Any, around: Element) -> Element:
    inline = isinstance(box, InlineLevelBox)
    kind = _BY_ROLE.get(box.element.get("role", ""), "") or KINDS.get(box.element_tag, "")
    if kind:
        return tree.new(kind, around, box, is_inline=kind in ("Quote", "Code"))
    if box.link_annotation is not None and not _is_in_link(around):
        return tree.new("Link", around, box, is_inline=True)
    if not inline:
        return tree.new("Div", around, box)
    span = tree.apart("Span", around, box, is_inline=True)
    if span.language.lower() == around.language.lower():
        return around
    around.kids.append(span)
    return span


def _is_in_link(element: Element | None) -> bool:
    while element is not None and element.is_inline:
        if element.kind == "Link":
            return True
        element = element.parent
    return False


# -- what style puts before and behind an element, and beside it


def _pseudo(tree: Tree, box: Any, around: Element) -> Element:
    tag = box.element_tag
    if tag.endswith(_CALL):
        return _call(tree, box, around)
    if tag.endswith(_MARKERS):
        item = around.parent if around.kind == "LBody" and around.parent else around
        label = tree.apart("Lbl", item, box, is_inline=item.kind == "Note")
        # The body of an item is there before its marker is met.
        item.kids.insert(0, label)
        return label
    return around


def _call(tree: Tree, box: Any, around: Element) -> Element:
    reference = tree.new("Reference", around, box, is_inline=True)
    tree.notes[box.element] = (reference, None)
    if box.link_annotation is None:
        return reference
    return tree.new("Link", reference, box, is_inline=True)


def _note(tree: Tree, box: Any) -> Element:
    call, note = tree.notes[box.element]
    if note is None:
        assert call.parent is not None
        note = tree.apart("Note", call.parent, box, is_inline=True)
        tree.notes[box.element] = (call, note)
    return note


# -- lists, and contents


def _list(tree: Tree, box: Any, around: Element) -> Element:
    if _is_contents(around):
        return tree.new("TOC", around, box)
    made = tree.new("L", around, box)
    style = box.style["list_style_type"]
    made.attributes["List"] = {"ListNumbering": "/" + _numbering(box.element_tag, style)}
    return made


def _numbering(tag: str, style: Any) -> str:
    if tag == "dl":
        return "None"
    found = NUMBERING.get(style) if isinstance(style, str) else None
    return found or ("Decimal" if tag == "ol" else "Disc")


def _is_contents(around: Element) -> bool:
    """Whether a list within ``around`` leads through the document: it stands in ``nav``, under no further heading."""
    element: Element | None = around
    while element is not None and element.kind == "Div":
        element = element.parent
    return element is not None and (element.kind == "TOCI" or getattr(element.source, "tag", "") == "nav")


def _item(tree: Tree, box: Any, around: Element) -> Element:
    if around.kind == "TOC":
        return tree.new("TOCI", around, box)
    if around.kind != "L":
        return _plain(tree, box, around)
    return tree.new("LBody", tree.new("LI", around, box), box)


def _group(tree: Tree, box: Any, around: Element) -> Element:
    return tree.new("LI", around, box) if around.kind == "L" else _plain(tree, box, around)


def _term(tree: Tree, box: Any, around: Element) -> Element:
    if around.kind not in ("L", "LI"):
        return _plain(tree, box, around)
    return tree.new("Lbl", _entry(tree, box, around, is_new=True), box)


def _definition(tree: Tree, box: Any, around: Element) -> Element:
    if around.kind not in ("L", "LI"):
        return _plain(tree, box, around)
    return tree.new("LBody", _entry(tree, box, around, is_new=False), box)


def _entry(tree: Tree, box: Any, around: Element, *, is_new: bool) -> Element:
    """The item of a list of definitions that the next term or definition belongs to."""
    if around.kind != "L":
        return around
    last = around.kids[-1] if around.kids else None
    if isinstance(last, Element) and not (is_new and any(kid.kind == "LBody" for kid in last.elements())):
        return last
    return tree.new("LI", around, box)


# -- tables, figures, links, short forms


def _cell(tree: Tree, box: Any, around: Element) -> Element:
    if around.kind != "TR":
        return _plain(tree, box, around)
    cell = tree.new(box.element_tag.upper(), around, box)
    spans = {"ColSpan": box.colspan, "RowSpan": box.rowspan}
    if told := {name: span for name, span in spans.items() if span != 1}:
        cell.attributes["Table"] = told
    return cell


def _figure(tree: Tree, box: Any, around: Element) -> Element | None:
    alternative, is_decoration = _alternative(box.element)
    if is_decoration:
        return None
    figure = tree.new("Figure", around, box, is_inline=isinstance(box, InlineLevelBox))
    figure.attributes["Layout"] = {"BBox": tree.place(box)}
    if alternative:
        figure.entries["Alt"] = alternative
    else:
        LOGGER.error('Image "%s" has no required alt description', box.element.get("src", "unknown"))
    return figure


def _alternative(element: Any) -> tuple[str, bool]:
    """What is said in an image's place, and whether it is there for its looks alone (HTML, 4.8.4.4.6; WAI-ARIA 1.2)."""
    if element.get("role") in _HIDDEN:
        return "", True
    title = element.find(f"{_SVG}title") if element.tag == f"{_SVG}svg" else None
    written = element.get("aria-label") or (title.text if title is not None else None) or element.get("alt")
    return (written or "").strip(), element.tag == "img" and element.get("alt") == ""


def _link(tree: Tree, box: Any, around: Element) -> Element:
    if box.link_annotation is None or _is_in_link(around):
        return _plain(tree, box, around)
    if around.kind == "TOCI":
        around = tree.new("Reference", around, box, is_inline=True)
    return tree.new("Link", around, box, is_inline=True)


def _short_form(tree: Tree, box: Any, around: Element) -> Element:
    title = box.element.get("title")
    if not title:
        return _plain(tree, box, around)
    return tree.new("Span", around, box, is_inline=True, entries={"E": title})


_MAKERS: Mapping[str, Callable[[Tree, Any, Element], Element | None]] = MappingProxyType(
    {
        **dict.fromkeys(("ul", "ol", "dl"), _list),
        "li": _item,
        "div": _group,
        "dt": _term,
        "dd": _definition,
        **dict.fromkeys(("th", "td"), _cell),
        **dict.fromkeys(("img", f"{_SVG}svg"), _figure),
        "a": _link,
        "abbr": _short_form,
    }
)
"""By element of HTML; those not here, nor in :data:`.roles.KINDS`, are blocks or runs that say nothing by themselves."""
