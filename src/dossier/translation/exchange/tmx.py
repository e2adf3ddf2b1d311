"""TMX 1.4: the translation memory that tools share.

Written through translate-toolkit. Read with lxml: its reader takes what stands inside ``<bpt>`` and ``<ph>`` for words, and does
not find ``fr-FR`` where ``fr`` is asked for.

No ``creationid``, ``changeid`` or date is written: who translated what, and when, is nobody's business (and a file that is made
anew from the same translations has the same bytes).

Specification: TMX 1.4b (LISA, 2005).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree  # type: ignore[import-untyped]
from translate.storage.tmx import tmxfile, tmxunit

from dossier.model.translation import State
from dossier.translation.exchange.languages import matching_language
from dossier.translation.exchange.values import Bundle
from dossier.translation.exchange.xml_input import holds_controls, parsed, place_of, unreadable
from dossier.translation.locations import locale_folder

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DOCUMENT, _STATE = "x-dossier-document", "x-dossier-state"
_CODES = ("bpt", "ept", "it", "ph", "ut")
_NATIVE = re.compile(r"[<{\\]")
"""What marks codes of HTML, RTF or a tool's own; inline Markdown has none of it."""


@dataclass(frozen=True, slots=True)
class MemoryUnit:
    """A text and a translation of it that somebody remembers.

    ``document`` is ``<dossier>/<document>`` where it is known. ``reviewed`` is true only where the file says that a person has
    reviewed it in a dossier: what another tool remembers may be a machine's.
    """

    source: str
    target: str
    document: str
    reviewed: bool


@dataclass(frozen=True, slots=True, order=True)
class Remembered:
    """A :class:`MemoryUnit` with its languages, in the order in which a memory is written."""

    document: str
    source_language: str
    source: str
    target: str
    target_language: str
    state: str = ""

    @property
    def unit(self) -> MemoryUnit:
        return MemoryUnit(self.source, self.target, self.document, self.state == State.REVIEWED)


def memory_path(language: str) -> str:
    """``locales/fa/memory.tmx``: what was remembered elsewhere, in one language, for all dossiers of a project."""
    return f"{locale_folder(language)}/memory.tmx"


def read_tmx(data: bytes, path: str, source: str, target: str) -> tuple[MemoryUnit, ...]:
    """What a TMX file remembers from one language into another.

    Parameters
    ----------
    data, path:
        The file, and its name for diagnostics.
    source, target:
        BCP 47 tags; a region may be missing on either side (``fr`` and ``fr-FR``).

    Raises
    ------
    DossierError
        T049 where it cannot be read.
    """
    return tuple(one.unit for one in remembered_in(_root(data, path), (source,), target))


def remembered_in(root: etree._Element, sources: tuple[str, ...], target: str) -> Iterator[Remembered]:
    """Every unit of a TMX document from one of ``sources`` into ``target``, its languages named as they are here.

    Units without one of the two texts are passed over, and those whose two texts are of one language.
    """
    header = root.find("header")
    known = tuple(dict.fromkeys((*sources, target)))
    written_in = "" if header is None else header.get("srclang", "")
    for unit in root.iter("tu"):
        texts = _texts(unit, known)
        own = matching_language(unit.get("srclang", written_in), sources)
        source = own if own in texts else next((one for one in sources if one in texts and one != target), "")
        if source and source != target and texts.get(target, "").strip() and texts[source].strip():
            said = {one.get("type", ""): one.text or "" for one in unit.iterchildren("prop")}
            yield Remembered(said.get(_DOCUMENT, ""), source, texts[source], texts[target], target, said.get(_STATE, ""))


def languages_in(root: etree._Element) -> tuple[str, ...]:
    """The tags of all languages in a TMX document, as it has them."""
    return tuple(dict.fromkeys(one.get(_LANG, one.get("lang", "")) for one in root.iter("tuv")))


def read_root(root: etree._Element, path: str) -> etree._Element:
    """``root`` if it is a TMX document's.

    Raises
    ------
    DossierError
        T049 where it is another's.
    """
    if root.tag != "tmx" or root.find("body") is None:
        raise unreadable("the file is no TMX: it has no <tmx> with a <body>", place_of(root, path))
    return root


def exported(bundle: Bundle) -> tuple[list[Remembered], list[Remembered]]:
    """What a TMX file takes of ``bundle``, and what it cannot take: XML has no place for some characters."""
    found = [
        Remembered(
            f"{bundle.dossier}/{document.id}",
            entry.unit.language,
            entry.unit.msgid,
            entry.text,
            bundle.language,
            str(entry.state),
        )
        for document in bundle.documents
        for entry in document.entries
        if entry.state is not State.MISSING
    ]
    refused = [one for one in found if holds_controls(one.source + one.target)]
    return [one for one in found if one not in refused], refused


def merged(known: Iterable[Remembered], new: Iterable[Remembered]) -> list[Remembered]:
    """Two memories as one, each translation of a text once, the reviewed one before another, in a fixed order."""
    best: dict[tuple[str, ...], Remembered] = {}
    for one in sorted([*known, *new], key=lambda one: (one.state != State.REVIEWED, not one.document, one)):
        best.setdefault((one.source_language, one.source, one.target_language, one.target), one)
    return sorted(best.values())


def write_tmx(units: Iterable[Remembered], source: str) -> bytes:
    """A TMX file of ``units``; ``source`` is the language that most of them are written in."""
    store = tmxfile(sourcelanguage=source)
    for one in units:
        store.addunit(_unit(one, source))
    header = store.document.getroot().find("header")
    header.set("creationtool", "dossier")
    header.set("creationtoolversion", "1")
    header.set("segtype", "block")
    return bytes(store)


def _unit(one: Remembered, source: str) -> tmxunit:
    unit = tmxunit(None)
    if one.source_language != source:
        unit.xmlelement.set("srclang", one.source_language)
    for name, value in ((_DOCUMENT, one.document), (_STATE, one.state)):
        if value:
            etree.SubElement(unit.xmlelement, "prop", type=name).text = value
    for language, text in ((one.source_language, one.source), (one.target_language, one.target)):
        node: etree._Element = unit.createlanguageNode(language, text, "")  # type: ignore[no-untyped-call]
        unit.xmlelement.append(node)
    return unit


def _root(data: bytes, path: str) -> etree._Element:
    return read_root(parsed(data, path), path)


def _texts(unit: etree._Element, known: tuple[str, ...]) -> dict[str, str]:
    """The texts of a unit by language; of ``fr`` and ``fr-CA``, which both may be meant by ``fr``, the first."""
    texts: dict[str, str] = {}
    for variant in unit.iterchildren("tuv"):
        language = matching_language(variant.get(_LANG, variant.get("lang", "")), known)
        segment = variant.find("seg")
        if language and segment is not None:
            texts.setdefault(language, _flat(segment))
    return texts


def _flat(segment: etree._Element) -> str:
    """The words of a segment. Codes that may be Markdown stay, those of other formats go."""
    if len(segment) == 0:
        return str(segment.text or "")
    made = [segment.text or ""]
    for child in segment:
        inner = _flat(child)
        if child.tag not in _CODES or not _NATIVE.search(inner):
            made.append(inner)
        made.append(child.tail or "")
    return "".join(made)
