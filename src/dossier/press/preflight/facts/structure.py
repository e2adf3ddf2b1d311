"""The structure tree (ISO 32000-1, 14.7, 14.8): its elements in reading order, each once however the tree is tied."""

from typing import Any

import pikepdf

from dossier.press.preflight.facts import safe
from dossier.press.preflight.facts.values import Element, Structure

MOST_ELEMENTS = 1_000_000
MOST_CONTENTS = 5_000_000
"""Pieces of marked content that elements refer to: many may share one list of them."""
_DEEPEST = 500

_STANDARD = frozenset(
    [
        "Document",
        "Part",
        "Art",
        "Sect",
        "Div",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "Private",
        "H",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "P",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "TR",
        "TH",
        "TD",
        "THead",
        "TBody",
        "TFoot",
        "Span",
        "Quote",
        "Note",
        "Reference",
        "BibEntry",
        "Code",
        "Link",
        "Annot",
        "Ruby",
        "RB",
        "RT",
        "RP",
        "Warichu",
        "WT",
        "WP",
        "Figure",
        "Formula",
        "Form",
    ]
)


def structure_of(root: Any, pages: dict[int, int]) -> Structure | None:
    """The structure below ``/StructTreeRoot``; ``pages`` gives numbers of pages by their objects."""
    if not safe.is_dictionary(root):
        return None
    return _Reader(safe.entry(root, "/RoleMap"), pages).read(root)


class _Reader:
    def __init__(self, roles: Any, pages: dict[int, int]) -> None:
        self._pages = pages
        self._roles = {key[1:]: safe.name(value) for key, value in safe.entries(roles)}
        self._elements: list[Element] = []
        self._annotations: set[int] = set()

    def read(self, root: Any) -> Structure:
        waiting: list[tuple[Any, str, int, tuple[str, ...]]] = [(kid, "", 0, ()) for kid in reversed(_kids(root))]
        seen: set[int] = set()
        contents = 0
        while waiting and len(self._elements) < MOST_ELEMENTS and contents < MOST_CONTENTS:
            value, language, page, inside = waiting.pop()
            number = safe.identity(value)
            if number in seen or len(inside) > _DEEPEST:
                continue
            if number:
                seen.add(number)
            element, kids = self._element(value, language, page, inside)
            self._elements.append(element)
            contents += len(element.contents)
            inner = (*inside, element.kind)
            waiting += [(kid, element.language, element.page, inner) for kid in reversed(kids)]
        return Structure(tuple(self._elements), frozenset(self._annotations), is_whole=not waiting)

    def _element(self, value: Any, language: str, page: int, inside: tuple[str, ...]) -> tuple[Element, list[Any]]:
        keys = safe.keys(value)
        kind = self._kind(safe.name(safe.entry(value, "/S")))
        if "/Pg" in keys:
            page = self._pages.get(safe.identity(safe.entry(value, "/Pg")), page)
        contents, kids = self._sorted(_kids(value), page)
        attributes = _attributes(value) if "/A" in keys else {}
        element = Element(
            kind,
            safe.identity(value),
            contents[0][0] if contents else page,
            safe.text(safe.entry(value, "/ID")) if "/ID" in keys else "",
            (safe.text(safe.entry(value, "/Lang")) if "/Lang" in keys else "") or language,
            any(isinstance(safe.entry(value, key), pikepdf.String) for key in ("/Alt", "/ActualText") if key in keys),
            safe.box(attributes.get("BBox")),
            "Scope" in attributes or "Headers" in attributes,
            tuple(contents),
            inside,
        )
        return element, kids

    def _kind(self, name: str) -> str:
        for _ in range(10):
            if name in _STANDARD or name not in self._roles:
                break
            name = self._roles[name]
        return name

    def _sorted(self, kids: list[Any], page: int) -> tuple[list[tuple[int, int]], list[Any]]:
        """Marked content with its page, and elements. References to annotations are kept aside."""
        contents: list[tuple[int, int]] = []
        elements: list[Any] = []
        for kid in kids:
            if not isinstance(kid, pikepdf.Object):
                contents.append((page, int(safe.number(kid) or 0)))
                continue
            kind = safe.name(safe.entry(kid, "/Type"))
            if kind == "MCR":
                number = safe.number(safe.entry(kid, "/MCID"))
                contents.append((self._pages.get(safe.identity(safe.entry(kid, "/Pg")), page), int(number or 0)))
            elif kind == "OBJR":
                self._annotations.add(safe.identity(safe.entry(kid, "/Obj")))
            elif safe.is_dictionary(kid):
                elements.append(kid)
        return contents, elements


def _kids(value: Any) -> list[Any]:
    kids = safe.entry(value, "/K")
    return [] if kids is None else safe.items(kids) or ([] if isinstance(kids, pikepdf.Array) else [kids])


def _attributes(value: Any) -> dict[str, Any]:
    """The attributes of all owners together."""
    owners = safe.entry(value, "/A")
    found: dict[str, Any] = {}
    for owner in safe.items(owners) or [owners]:
        found.update((key[1:], attribute) for key, attribute in safe.entries(owner))
    return found
