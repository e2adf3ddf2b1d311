"""The words of HTML, as paragraphs: own rules on a parsed tree.

Programmes that lay out HTML as text (inscriptis, html2text) add what is no word of the source: bullets, rules, columns of
spaces that interleave the cells of a table. A quotation across them would not be found, so that blocks are told apart here,
after the rendering section of HTML (https://html.spec.whatwg.org/multipage/rendering.html), and nothing is added.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

Element = Any
"""An element of ``xml.etree`` or of lxml: both are walked alike."""

_NAMES_OF_BLOCKS = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre search section summary table "
    "tbody td tfoot th thead tr ul xmp"
)
_NAMES_OF_UNSEEN = (
    "applet area audio base canvas command datalist embed frame frameset head iframe input link meta noembed noframes noscript "
    "object param rp script select source style svg template textarea title track video"
)
_BLOCKS = frozenset(_NAMES_OF_BLOCKS.split())
_UNSEEN = frozenset(_NAMES_OF_UNSEEN.split())
_AS_TYPED = frozenset(("listing", "plaintext", "pre", "xmp"))
_SPACES = re.compile(r"[ \t\n\f\r]+")
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE)
_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"


def paragraphs_of(root: Element) -> list[str]:
    """The words a reader sees below ``root``, block by block; ``<br>`` ends a line, two of them a paragraph.

    Left out is what no reader sees (scripts, styles, ``hidden``, ``display: none``), and the signs that call a note, which would
    stand in the middle of a quoted sentence.
    """
    found: list[list[str]] = [[]]
    for words in _flow(root):
        if words is None:
            found.append([])
        else:
            found[-1].append(words)
    return ["".join(pieces) for pieces in found if pieces]


def _flow(root: Element) -> Iterator[str | None]:
    """Words in their order, and ``None`` where a block begins or ends. A loop: hostile trees are deeper than Python's stack."""
    if _is_unseen(root):
        return
    stack: list[tuple[Element, Iterator[Element], bool]] = []
    yield from _entered(root, stack, as_typed=False)
    while stack:
        element, children, as_typed = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield from _left(element, bool(stack) and stack[-1][2], is_root=not stack)
        elif _is_unseen(child):
            yield _spaced(child.tail, as_typed)
        else:
            yield from _entered(child, stack, as_typed=as_typed)


def _entered(element: Element, stack: list[tuple[Element, Iterator[Element], bool]], *, as_typed: bool) -> Iterable[str | None]:
    name = _name(element)
    as_typed = as_typed or name in _AS_TYPED
    stack.append((element, iter(element), as_typed))
    if name in _BLOCKS:
        yield None
    if name == "q":
        yield "“"
    yield "\n" if name == "br" else _spaced(element.text, as_typed)


def _left(element: Element, as_typed: bool, *, is_root: bool) -> Iterable[str | None]:
    if _name(element) in _BLOCKS:
        yield None
    if _name(element) == "q":  # its marks are drawn by the browser
        yield "”"
    if not is_root:
        yield _spaced(element.tail, as_typed)


def _spaced(text: str | None, as_typed: bool) -> str:
    if not text:
        return ""
    return text.replace("\r\n", "\n") if as_typed else _SPACES.sub(" ", text)


def _name(element: Element) -> str:
    """The local name in small letters; of comments and instructions, which have a function in its place, nothing."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _is_unseen(element: Element) -> bool:
    name = _name(element)
    if not name or name in _UNSEEN or "hidden" in element.attrib:
        return True
    return bool(_HIDING.search(element.get("style", ""))) or _calls_a_note(element, name)


def _calls_a_note(element: Element, name: str) -> bool:
    """Whether it is the number of a note: said so (EPUB, DPUB-ARIA), or a raised link to a place of the same page."""
    said = (*element.get("role", "").split(), *element.get("epub:type", element.get(_EPUB_TYPE, "")).split())
    if "doc-noteref" in said or "noteref" in said:
        return True
    children = list(element)
    return (
        name == "sup"
        and len(children) == 1
        and not (element.text or "").strip()
        and not (children[0].tail or "").strip()
        and _name(children[0]) == "a"
        and children[0].get("href", "").startswith("#")
    )
