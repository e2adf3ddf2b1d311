"""XML from strangers: no entity is expanded, nothing is fetched, nothing grows."""

import re

from lxml import etree  # type: ignore[import-untyped]

from dossier.model.characters import NOT_XML
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.place import Place

LARGEST = 50_000_000
"""Bytes of a file that is imported; 10,000 entries are about 10 MB."""


def parsed(data: bytes, path: str) -> etree._Element:
    """The root of the XML document ``data``.

    Raises
    ------
    DossierError
        T049 where it is too large, not well-formed, or declares entities of its own. They are what makes XML grow without
        bounds or read other files, and no translation needs them.
    """
    if len(data) > LARGEST:
        raise too_large(len(data), path)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise unreadable(str(error.msg).rpartition(", line ")[0] or str(error.msg), Place(path, line, column)) from error
    except ValueError as error:
        raise unreadable(str(error), Place(path)) from error
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise unreadable("the file declares entities, which are never expanded", Place(path, 1))
    for entity in root.iter(etree.Entity):
        raise unreadable(f"the entity {entity.text} is not known", Place(path, entity.sourceline or 0))
    return root


def too_large(size: int, path: str) -> DossierError:
    """T049: a file of more bytes than any translation needs."""
    message = f"the file has {size:,} bytes; at most {LARGEST:,} are read"
    return unreadable(message, Place(path), mend="let the other tool save one file for each document")


def unreadable(message: str, place: Place, details: tuple[tuple[str, str], ...] = (), mend: str = "") -> DossierError:
    """T049: a file that is not imported."""
    return DossierError(Diagnostic(CODES["T049"], message, place, details, mend))


def place_of(element: etree._Element, path: str) -> Place:
    """Where ``element`` begins."""
    return Place(path, element.sourceline or 0)


def holds_controls(text: str) -> bool:
    """Whether ``text`` has characters that XML 1.0 cannot hold, not even as references."""
    return NOT_XML.search(text) is not None


def pieces(text: str) -> list[str]:
    """``text`` cut before and behind each character that XML cannot hold; such a character is a piece by itself."""
    return [piece for piece in re.split(f"({NOT_XML.pattern})", text) if piece]


def visible(text: str) -> str:
    """``text`` with signs for the characters that XML cannot hold (U+2400 and following), where there is no other way."""
    return NOT_XML.sub(lambda found: chr(0x2400 + ord(found[0])) if found[0] < " " else "\N{REPLACEMENT CHARACTER}", text)
