"""XLIFF 2.0: one file for each pair of languages, one ``<file>`` for each document.

lxml writes it, not translate-toolkit's ``xliff2``: version 3.20 of that has one ``<file>`` only, puts ``notes`` and ``xml:space``
into ``segment``, where the schema has no place for them, and drops characters that XML cannot hold. (Its reader reads what is
written here; a test holds it to that.)

Specification: XLIFF 2.0 (OASIS, 2014), core, and its metadata module.
"""

from lxml import etree  # type: ignore[import-untyped]

from dossier.language.registry import language
from dossier.model.translation import State
from dossier.translation.exchange.values import Base, Bundle, Outgoing, OutgoingDocument, unit_id
from dossier.translation.exchange.xml_input import holds_controls, pieces, visible

CORE = "urn:oasis:names:tc:xliff:document:2.0"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
PREFIX = "dossier"
"""The authority of our sub-states and metadata."""

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MACHINE = "machine:"
_STATES = {
    State.MISSING: ("initial", ""),
    State.DRAFT: ("translated", f"{PREFIX}:draft"),
    State.UNFINISHED: ("translated", f"{PREFIX}:unfinished"),
    State.STALE: ("translated", f"{PREFIX}:stale"),
    State.REVIEWED: ("reviewed", ""),
}


def write_xliff(bundle: Bundle, source: str) -> bytes:
    """The texts of ``bundle`` that are written in ``source``, with their translations.

    XLIFF has one source language a file. The same bundle gives the same bytes: nothing in it is the clock's or a person's name,
    but what translators' comments say.
    """
    root = etree.Element(_core("xliff"), nsmap={None: CORE, "mda": METADATA})
    root.attrib.update({"version": "2.0", "srcLang": source, "trgLang": bundle.language})
    texts: list[tuple[etree._Element, str]] = []
    for document in bundle.documents:
        entries = [entry for entry in document.entries if entry.unit.language == source]
        if entries:
            _file(root, bundle, document, entries, texts)
    etree.indent(root)
    for element, text in texts:  # filled in last, so that no indentation gets into a text
        _fill(element, text)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True)) + b"\n"


def file_id(document: str) -> str:
    """The id of a document's ``<file>``: an NMTOKEN, in which a slash has no place; no id of ours has a colon."""
    return document.replace("/", ":")


def _core(name: str) -> str:
    return f"{{{CORE}}}{name}"


def _file(
    root: etree._Element,
    bundle: Bundle,
    document: OutgoingDocument,
    entries: list[Outgoing],
    texts: list[tuple[etree._Element, str]],
) -> None:
    file = etree.SubElement(root, _core("file"), id=file_id(document.id), original=document.path, canResegment="no")
    file.set("srcDir", language(root.get("srcLang")).direction)
    file.set("trgDir", language(bundle.language).direction)
    file.set(_SPACE, "preserve")
    _metadata(file, {"dossier": bundle.dossier, "document": document.id})
    _notes(file, [("title", document.title)])
    for entry in entries:
        _unit(file, entry, texts)


def _unit(file: etree._Element, entry: Outgoing, texts: list[tuple[etree._Element, str]]) -> None:
    unit = etree.SubElement(file, _core("unit"), id=unit_id(entry.unit.key))
    notes = _remarks(entry)
    base = Base.of(entry.text, entry.state, tuple(text for _, text in notes))
    context = {} if entry.unit.context is None else {"context": entry.unit.context}
    _metadata(unit, {"base": str(base), **context})
    _notes(unit, notes)
    segment = etree.SubElement(unit, _core("segment"))
    state, sub_state = _STATES[entry.state]
    segment.set("state", state)
    if sub_state:
        segment.set("subState", sub_state)
    texts.append((etree.SubElement(segment, _core("source")), entry.unit.msgid))
    if entry.state is not State.MISSING:
        texts.append((etree.SubElement(segment, _core("target")), entry.text))


def _remarks(entry: Outgoing) -> list[tuple[str, str]]:
    """What a translator is told of the entry, by category."""
    told = [("kind", entry.kinds), ("place", entry.where)]
    if entry.previous is not None:
        told.append(("previous", entry.previous))
    told += [("machine" if comment.startswith(_MACHINE) else "comment", comment) for comment in entry.comments if comment]
    return [(category, visible(text)) for category, text in told]


def _metadata(parent: etree._Element, values: dict[str, str]) -> None:
    metadata = etree.SubElement(parent, f"{{{METADATA}}}metadata")
    group = etree.SubElement(metadata, f"{{{METADATA}}}metaGroup", category=PREFIX)
    for name, value in values.items():
        etree.SubElement(group, f"{{{METADATA}}}meta", type=name).text = visible(value)


def _notes(parent: etree._Element, remarks: list[tuple[str, str]]) -> None:
    notes = etree.SubElement(parent, _core("notes"))
    for category, text in remarks:
        etree.SubElement(notes, _core("note"), category=category).text = visible(text)


def _fill(element: etree._Element, text: str) -> None:
    """Put ``text`` into ``element``; what XML cannot hold becomes ``<cp hex="…"/>``, as the specification has it."""
    last: etree._Element | None = None
    for piece in pieces(text):
        if holds_controls(piece):
            last = etree.SubElement(element, _core("cp"), hex=f"{ord(piece):04X}")
        elif last is None:
            element.text = piece
        else:
            last.tail = piece
