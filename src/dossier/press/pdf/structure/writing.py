"""The tree as objects of a PDF, and the way back from content to it (``/ParentTree``)."""

from dataclasses import dataclass, field
from typing import Any

import pydyf

from dossier.press.pdf.structure.elements import Annotation, Element
from dossier.press.pdf.structure.gathering import Gathering
from dossier.press.pdf.structure.marks import Mark
from dossier.press.pdf.structure.rules import RULES
from dossier.press.pdf.structure.rules.notes import in_place


def add_structure(pdf: Any, document: Any, _version: Any, streams: list[Any]) -> None:
    """Write the structure tree of ``document`` into ``pdf``: takes the place of WeasyPrint's ``add_tags``.

    Where a figure has no alternative, ``document.metadata.lacks_alternatives`` is set: such a file is not PDF/UA.
    """
    gathering = Gathering(_language(pdf))
    for page, stream in zip(document.pages, streams, strict=True):
        gathering.page(page, stream._tags)
    in_place(gathering.tree.notes)
    for rule in RULES:
        rule(gathering.tree.root)
    _Writing(pdf, streams).write(gathering.tree.root)
    figures = (element for element in gathering.tree.root.walk() if element.kind == "Figure")
    document.metadata.lacks_alternatives = any("Alt" not in figure.entries for figure in figures)
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})


def _language(pdf: Any) -> str:
    said = pdf.catalog.get("Lang")
    return str(said.string) if said else ""


@dataclass(slots=True)
class _Writing:
    pdf: Any
    streams: list[Any]
    pages: tuple[bytes, ...] = ()
    owners: dict[int, dict[int, bytes]] = field(default_factory=dict)
    """By stream: the elements of its pieces, by their numbers."""
    forms: dict[int, Any] = field(default_factory=dict)
    """Streams that are no page's own."""
    annotations: list[tuple[bytes, Any]] = field(default_factory=list)
    names: dict[str, bytes] = field(default_factory=dict)
    shared: dict[str, bytes] = field(default_factory=dict)
    """Attributes that many elements have are written once."""

    def write(self, document: Element) -> None:
        self.pages = self.pdf.page_references
        root = self._added({"Type": "/StructTreeRoot"})
        self.pdf.catalog["StructTreeRoot"] = root.reference
        root["K"] = self._element(document, root.reference, "")
        root["ParentTree"] = self._added({"Nums": pydyf.Array(self._numbers())}).reference
        root["ParentTreeNextKey"] = len(self.streams) + len(self.forms) + len(self.annotations)
        if self.names:
            pairs = [part for name in sorted(self.names) for part in (pydyf.String(name), self.names[name])]
            root["IDTree"] = self._added({"Names": pydyf.Array(pairs)}).reference

    def _added(self, entries: dict[str, Any]) -> Any:
        dictionary = pydyf.Dictionary(entries)
        self.pdf.add_object(dictionary)
        return dictionary

    def _element(self, element: Element, parent: bytes, language: str) -> bytes:
        written = self._added({"S": f"/{element.kind}", "P": parent})
        reference: bytes = written.reference
        if language and element.language.lower() != language.lower():
            written["Lang"] = pydyf.String(element.language)
        for name, value in element.entries.items():
            written[name] = pydyf.String(value)
        if "ID" in element.entries:
            self.names[element.entries["ID"]] = reference
        if element.attributes:
            written["A"] = self._attributes(element)
        page = next((kid.page for kid in element.kids if not isinstance(kid, Element)), None)
        if page is not None:
            written["Pg"] = self.pages[page]
        kids = [self._kid(kid, page, reference, element.language) for kid in element.kids]
        if kids:
            written["K"] = kids[0] if len(kids) == 1 else pydyf.Array(kids)
        return reference

    def _kid(self, kid: Element | Mark | Annotation, page: int | None, owner: bytes, language: str) -> Any:
        if isinstance(kid, Element):
            return self._element(kid, owner, language)
        if isinstance(kid, Annotation):
            self.annotations.append((owner, kid.dictionary))
            entries = {"Type": "/OBJR", "Obj": kid.dictionary.reference}
            return pydyf.Dictionary(entries if kid.page == page else {**entries, "Pg": self.pages[kid.page]})
        return self._mark(kid, page, owner)

    def _mark(self, mark: Mark, page: int | None, owner: bytes) -> Any:
        stream, number = mark.stream, mark.number
        assert number is not None
        self.owners.setdefault(id(stream), {})[number] = owner
        entries: dict[str, Any] = {"Type": "/MCR", "MCID": number}
        if stream is not self.streams[mark.page]:
            self.forms[id(stream)] = stream
            entries["Stm"] = stream.reference
        elif mark.page == page:
            return number
        if mark.page != page:
            entries["Pg"] = self.pages[mark.page]
        return pydyf.Dictionary(entries)

    def _attributes(self, element: Element) -> Any:
        written = [self._attribute(owner, values) for owner, values in element.attributes.items()]
        return written[0] if len(written) == 1 else pydyf.Array(written)

    def _attribute(self, owner: str, values: dict[str, Any]) -> bytes:
        entries = {"O": f"/{owner}", **{name: _value(value) for name, value in values.items()}}
        key = repr(pydyf.Dictionary(entries).data)
        if key not in self.shared:
            self.shared[key] = self._added(entries).reference
        return self.shared[key]

    def _numbers(self) -> list[Any]:
        numbers: list[Any] = []
        for key, stream in enumerate((*self.streams, *self.forms.values())):
            of = self.owners.get(id(stream), {})
            numbers += [key, pydyf.Array([of[number] for number in sorted(of)])]
            if key >= len(self.streams):
                stream.extra["StructParents"] = key
        for key, (owner, annotation) in enumerate(self.annotations, start=len(self.streams) + len(self.forms)):
            annotation["StructParent"] = key
            numbers += [key, owner]
        return numbers


def _value(value: Any) -> Any:
    if isinstance(value, tuple):
        return pydyf.Array(value)
    if isinstance(value, list):
        return pydyf.Array([pydyf.String(one) for one in value])
    return value
