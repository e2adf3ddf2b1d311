"""The document's XMP packet (ISO 16684-1): its properties, and what the file claims to be."""

from typing import Any

import pikepdf
from lxml import etree  # type: ignore[import-untyped]

from dossier.press.limits import TooLargeError
from dossier.press.preflight.facts.opened import content_of
from dossier.press.preflight.facts.values import Packet

_LARGEST = 4 * 2**20
_MOST_ATTRIBUTES = 20_000
"""Of one element: libxml2 compares each with all others."""
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://www.npes.org/pdfx/ns/id/": "pdfxid",
    "http://www.aiim.org/pdfa/ns/id/": "pdfaid",
    "http://www.aiim.org/pdfua/ns/id/": "pdfuaid",
}


def packet_of(stream: Any) -> Packet:
    """The properties of the stream ``/Metadata``: the first value of each."""
    if not isinstance(stream, pikepdf.Stream):
        return Packet({}, "there is none")
    try:
        return Packet(_properties(content_of(stream, _LARGEST)))
    except (pikepdf.PikepdfError, TooLargeError):
        return Packet({}, "its stream cannot be decompressed")
    except (etree.XMLSyntaxError, ValueError):
        return Packet({}, "it is no XMP in well-formed XML")


def _properties(data: bytes) -> dict[str, str]:
    if any(tag.count(b"=") > _MOST_ATTRIBUTES for tag in data.split(b"<")):
        raise ValueError("an element with too many attributes")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(data.strip(b"\x00\r\n\t "), parser)
    found: dict[str, str] = {}
    packets = list(root.iter(f"{_RDF}RDF"))
    if not packets:
        raise ValueError("no rdf:RDF")
    for rdf in packets:
        for description in rdf.findall(f"{_RDF}Description"):
            for key, value in description.attrib.items():
                found.setdefault(_named(str(key)), str(value).strip())
            for child in description.iterchildren(tag=etree.Element):
                found.setdefault(_named(str(child.tag)), _value(child))
    return found


def _named(tag: str) -> str:
    space, _, name = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
    return f"{_PREFIXES.get(space, space)}:{name}"


def _value(element: Any) -> str:
    item = element.find(f".//{_RDF}li")
    return str((element if item is None else item).text or "").strip()
