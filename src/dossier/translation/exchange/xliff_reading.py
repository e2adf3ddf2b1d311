"""XLIFF 2 as other tools give it back: with other notes, without metadata, split into segments, with codes of their own.

Specification: XLIFF 2.0, 2.1 and 2.2 (OASIS), core. What is read of modules is our own metadata.
"""

from collections.abc import Iterator, Mapping

from lxml import etree  # type: ignore[import-untyped]

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.place import Place
from dossier.model.translation import State
from dossier.translation.exchange.values import Base, Incoming, IncomingFile
from dossier.translation.exchange.xliff_writing import METADATA, PREFIX
from dossier.translation.exchange.xml_input import place_of, unreadable

_FAMILY = "urn:oasis:names:tc:xliff:document:"
_REVIEWED = ("reviewed", "final")
_SUB_STATES = {f"{PREFIX}:{state}": state for state in (State.DRAFT, State.UNFINISHED, State.STALE)}
_WORST = (State.MISSING, State.STALE, State.DRAFT, State.UNFINISHED, State.REVIEWED)
_NO_PO = {"\x00": "U+0000", "\x04": "U+0004"}


def read_xliff(root: etree._Element, path: str) -> IncomingFile:
    """The translations in the XLIFF document ``root``.

    Raises
    ------
    DossierError
        T049 where it is XLIFF 1, where two files or two units have one id, or where a text holds what no PO file can hold.
    """
    namespace = etree.QName(root).namespace or ""
    version = root.get("version", "")
    if namespace.startswith(f"{_FAMILY}1") or version.startswith("1"):
        message = f"this is XLIFF {version or '1'}, and XLIFF 2 is read"
        raise unreadable(message, place_of(root, path), mend="let the other tool save XLIFF 2.0 or PO")
    if not namespace.startswith(f"{_FAMILY}2"):
        raise unreadable("the file has the root of XLIFF, but not its namespace", place_of(root, path))
    reader = _Reader(path, namespace)
    files = list(root.iterchildren(f"{{{namespace}}}file"))
    _refuse_twice(files, path)
    entries = tuple(entry for file in files for entry in reader.entries(file))
    return IncomingFile(path, root.get("trgLang", ""), entries)


def _refuse_twice(elements: list[etree._Element], path: str) -> None:
    first: dict[str, Place] = {}
    found = []
    for element in elements:
        name, place = element.get("id", ""), place_of(element, path)
        if name in first:
            message = f"the id “{name}” is given for the second time"
            found.append(Diagnostic(CODES["T049"], message, place, (("first", str(first[name])),)))
        first.setdefault(name, place)
    if found:
        raise DossierError(found)


class _Reader:
    """Reads the units of one document; ``namespace`` is that of the core in its version."""

    def __init__(self, path: str, namespace: str) -> None:
        self._path = path
        self._name = f"{{{namespace}}}".__add__

    def entries(self, file: etree._Element) -> Iterator[Incoming]:
        dossier, document = self._belongs(file)
        units = list(file.iter(self._name("unit")))
        _refuse_twice(units, self._path)
        for unit in units:
            yield self._entry(unit, dossier, document)

    def _belongs(self, file: etree._Element) -> tuple[str, str]:
        """Dossier and document of a file, from our metadata, or from ``original`` and ``id`` where a tool dropped that."""
        metadata = _metadata(file)
        parts = file.get("original", "").replace("\\", "/").split("/")
        in_content = len(parts) > 2 and parts[0] == "content"
        dossier = metadata.get("dossier", parts[1] if in_content else "")
        return dossier, metadata.get("document", file.get("id", "").replace(":", "/") if in_content else "")

    def _entry(self, unit: etree._Element, dossier: str, document: str) -> Incoming:
        parts = [part for part in unit if part.tag in (self._name("segment"), self._name("ignorable"))]
        data = {one.get("id", ""): self._text(one, {}) for one in unit.iter(self._name("data"))}
        source = "".join(self._text(one, data) for part in parts for one in part.iterchildren(self._name("source")))
        metadata = _metadata(unit)
        base = Base.parsed(metadata.get("base", ""))
        notes = self._notes(unit)
        return Incoming(
            source,
            self._allowed("".join(self._translated(part, data) for part in parts), unit),
            self._state([part for part in parts if part.tag == self._name("segment")]),
            place_of(unit, self._path),
            metadata.get("context"),
            dossier,
            document,
            unit.get("id", ""),
            base,
            next((text for category, text in notes if category == "previous"), None),
            tuple(text for category, text in notes if category in ("comment", "machine") or (base and not category)),
        )

    def _translated(self, part: etree._Element, data: Mapping[str, str]) -> str:
        """The translation of a segment; what stands between segments stays as it is where nobody translated it."""
        target = part.find(self._name("target"))
        if target is None and part.tag == self._name("ignorable"):
            target = part.find(self._name("source"))
        return "" if target is None else self._text(target, data)

    def _state(self, segments: list[etree._Element]) -> State:
        """The worst state of the segments; a translation that lacks a part is nobody's finished one."""
        found = [self._state_of(segment) for segment in segments] or [State.MISSING]
        worst = min(found, key=_WORST.index)
        return State.UNFINISHED if worst is State.MISSING and set(found) != {State.MISSING} else worst

    def _state_of(self, segment: etree._Element) -> State:
        target = segment.find(self._name("target"))
        if target is None or not self._text(target, {}).strip():
            return State.MISSING
        if segment.get("state") in _REVIEWED:
            return State.REVIEWED
        return _SUB_STATES.get(segment.get("subState", ""), State.UNFINISHED)

    def _notes(self, unit: etree._Element) -> list[tuple[str, str]]:
        found = ((note.get("category", ""), "".join(note.itertext())) for note in unit.iter(self._name("note")))
        return [(category, text) for category, text in found if text.strip()]

    def _text(self, element: etree._Element, data: Mapping[str, str]) -> str:
        """The text of an element; codes of another tool's making give back what they stand for."""
        made = [element.text or ""]
        for child in element:
            name = etree.QName(child).localname if isinstance(child.tag, str) else ""
            if name == "cp":
                made.append(self._character(child))
            else:
                before, behind = child.get("dataRefStart", child.get("dataRef", "")), child.get("dataRefEnd", "")
                made += [data.get(before, ""), self._text(child, data), data.get(behind, "")]
            made.append(child.tail or "")
        return "".join(made)

    def _character(self, element: etree._Element) -> str:
        try:
            return chr(int(element.get("hex", ""), 16)).encode().decode()
        except (ValueError, OverflowError) as error:
            raise unreadable(f"“{element.get('hex', '')}” is no code point", place_of(element, self._path)) from error

    def _allowed(self, text: str, unit: etree._Element) -> str:
        for character, name in _NO_PO.items():
            if character in text:
                raise unreadable(f"a translation holds {name}, which no PO file can hold", place_of(unit, self._path))
        return text


def _metadata(element: etree._Element) -> dict[str, str]:
    """Our own metadata of a file or unit."""
    groups = (group for metadata in element.iterchildren(f"{{{METADATA}}}metadata") for group in metadata)
    ours = (meta for group in groups if group.get("category") == PREFIX for meta in group)
    return {meta.get("type", ""): meta.text or "" for meta in ours}
