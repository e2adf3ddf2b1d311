"""Raw HTML in the forms that HTML's content models ask for, and EPUBCheck insists on (https://html.spec.whatwg.org/#dom).

What a browser would put up with is brought into the nearest form that is right; no word is lost.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

_BLOCKS = "aside blockquote details div dl figure h1 h2 h3 h4 h5 h6 hr ol p pre section table ul"
_FLOW = frozenset(_BLOCKS.split())
# Phrasing content of HTML: what may stand in a line, and must not hold blocks. (ins and del may be either.)
_PHRASING = frozenset(
    "a abbr b bdi bdo cite code dfn em i kbd mark q s samp small span strong sub sup time u var".split()  # noqa: SIM905
)
_LINES = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "p", "pre"])
_ROLES = frozenset(["doc-backlink", "doc-footnote", "doc-noteref", "group", "img", "none", "note", "presentation"])

_FORMS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "lang": re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*"),
        "xml:lang": re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*"),
        "dir": re.compile("ltr|rtl|auto"),
        "id": re.compile(r"\S+"),
        "role": re.compile("|".join(sorted(_ROLES))),
        "scope": re.compile("col|row|colgroup|rowgroup"),
        "colspan": re.compile("[1-9][0-9]{0,2}|1000"),
        "rowspan": re.compile("[0-9]{1,4}"),
        "width": re.compile("[0-9]{1,5}"),
        "height": re.compile("[0-9]{1,5}"),
        "start": re.compile("-?[0-9]{1,9}"),
        "type": re.compile("[1aAiI]"),
        "datetime": re.compile("[0-9]{4}(?:-[01][0-9](?:-[0-3][0-9])?)?"),
    }
)


def is_form(name: str, value: str) -> bool:
    """Whether an attribute's value has the form that HTML asks for."""
    form = _FORMS.get(name)
    return form is None or form.fullmatch(value) is not None


def repair(whole: Any) -> None:
    """Bring the elements within ``whole``, a tree of lxml's, into right forms.

    An element of a line that somebody forgot to close comes to hold all blocks that follow: it is taken away, its content
    stays. So it is with blocks in a heading, and with parts of lists, figures and tables that stand outside of one. An image
    whose address led nowhere is taken away whole.
    """
    for element in list(whole.iterdescendants()):
        if element.tag == "img" and "src" not in element.attrib:
            element.drop_tree()
        elif element.tag in _PHRASING and any(inner.tag in _FLOW for inner in element.iterdescendants()):
            element.drop_tag()
    for element in list(whole.iter()):
        if mend := _MENDS.get(element.tag):
            mend(element)


def _hold_lines(element: Any) -> None:
    """No blocks; and a heading without words is none."""
    if element.tag[0] == "h" and element.find(".//img") is None and not element.text_content().strip():
        element.tag = "div"
    for inner in [inner for inner in element.iterdescendants() if inner.tag in _FLOW]:
        inner.drop_tag()


def _list(element: Any) -> None:
    """Words and blocks beside the items of a list become items."""
    if element.text and element.text.strip():
        element.insert(0, _item(element, element.text))
        element.text = None
    for child in list(element):
        behind, child.tail = child.tail, None
        if child.tag != "li":
            item = _item(element, None)
            element.replace(child, item)
            item.append(child)
            child = item
        if behind and behind.strip():
            child.addnext(_item(element, behind))


def _item(element: Any, words: str | None) -> Any:
    item = element.makeelement("li")
    item.text = words
    return item


def _definitions(element: Any) -> None:
    """A list of definitions is one where each definition has its term before it, and each term its definition."""
    in_groups = not _has_words(element) and all(child.tag == "div" and _is_group(child) for child in element)
    if not (in_groups or _is_group(element)):
        _become_blocks(element)


def _has_words(element: Any) -> bool:
    """Whether words stand in ``element`` beside the elements in it."""
    return any(text and text.strip() for text in (element.text, *(child.tail for child in element)))


def _is_group(element: Any) -> bool:
    """Whether ``element`` holds terms and definitions in their order, and nothing else."""
    order = "".join({"dt": "t", "dd": "d"}.get(child.tag, "x") for child in element)
    return re.fullmatch("(t+d+)+", order) is not None and not _has_words(element)


def _become_blocks(element: Any) -> None:
    element.tag = "div"
    for child in element:
        if child.tag == "div":
            _become_blocks(child)
        elif child.tag in ("dt", "dd"):
            child.tag = "div"


def _within(*tags: str, otherwise: str = "div") -> Callable[[Any], None]:
    def mend(element: Any) -> None:
        if getattr(element.getparent(), "tag", "") not in tags:
            element.tag = otherwise

    return mend


def _term(element: Any) -> None:
    around = element.getparent()
    while around is not None and around.tag == "div":
        around = around.getparent()
    if around is None or around.tag != "dl":
        element.tag = "div"


def _caption(element: Any) -> None:
    """A figure has one caption, before or behind all else."""
    around = element.getparent()
    others = [] if around is None else [one for one in around if one.tag == "figcaption"]
    if around is None or around.tag != "figure" or others[0] is not element or not _is_at_edge(element, around):
        element.tag = "div"


def _is_at_edge(element: Any, around: Any) -> bool:
    is_first = around[0] is element and not (around.text or "").strip()
    return is_first or (around[-1] is element and not (element.tail or "").strip())


def _summary(element: Any) -> None:
    around = element.getparent()
    if around is None or around.tag != "details" or around[0] is not element:
        element.tag = "div"


def _details(element: Any) -> None:
    if (element.text or "").strip() or not len(element) or element[0].tag != "summary":
        element.tag = "div"


def _table(element: Any) -> None:
    """The foot stands behind the bodies."""
    for foot in [child for child in element if child.tag == "tfoot"]:
        element.append(foot)


_MENDS: Mapping[Any, Callable[[Any], None]] = MappingProxyType(
    {
        **dict.fromkeys(_LINES, _hold_lines),
        **dict.fromkeys(("ul", "ol"), _list),
        **dict.fromkeys(("dt", "dd"), _term),
        **dict.fromkeys(("rt", "rp"), _within("ruby", otherwise="span")),
        "li": _within("ul", "ol"),
        "dl": _definitions,
        "figcaption": _caption,
        "summary": _summary,
        "details": _details,
        "table": _table,
    }
)
"""By tag, in the order of the document: what holds others comes before them."""
