"""A file from another tool, whichever of the formats it is in."""

from lxml import etree  # type: ignore[import-untyped]

from dossier.model.diagnostics import Diagnostic
from dossier.translation.exchange.po_bundle import read_po_file
from dossier.translation.exchange.tmx import read_root
from dossier.translation.exchange.values import IncomingFile
from dossier.translation.exchange.xliff_reading import read_xliff
from dossier.translation.exchange.xml_input import LARGEST, parsed, place_of, too_large, unreadable

_XML_NAMES = (".xlf", ".xliff", ".tmx", ".xml")
_XML_STARTS = (b"<", b"\xfe\xff", b"\xff\xfe")


def read_incoming(data: bytes, path: str) -> tuple[IncomingFile | etree._Element, tuple[Diagnostic, ...]]:
    """What is in a file: translations, or the root of a TMX document (a memory has no states), and warnings.

    Raises
    ------
    DossierError
        T049 where it is none of the three formats, or breaks the rules of its own; T001, T002, T008 for a PO file.
    """
    if len(data) > LARGEST:
        raise too_large(len(data), path)
    if not _is_xml(data, path):
        return read_po_file(data, path)
    root = parsed(data, path)
    name = etree.QName(root).localname
    if name == "xliff":
        return read_xliff(root, path), ()
    if name == "tmx":
        return read_root(root, path), ()
    raise unreadable(f"the file is neither XLIFF nor TMX: its root is <{name}>", place_of(root, path))


def _is_xml(data: bytes, path: str) -> bool:
    return path.lower().endswith(_XML_NAMES) or data.removeprefix(b"\xef\xbb\xbf").lstrip()[:2].startswith(_XML_STARTS)
