"""XML from strangers: no entity is resolved, nothing is fetched, nothing grows."""

import re
from html.entities import html5

from lxml import etree  # type: ignore[import-untyped]

from dossier.extraction.refusal import refused

LARGEST = 64_000_000
"""Bytes of one XML file: what is larger takes gigabytes as a tree."""

_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]*;)")
_OF_XML = (b"amp;", b"lt;", b"gt;", b"quot;", b"apos;")


def parsed(data: bytes, *, named_entities: bool = False, encoding: str = "") -> etree._Element:
    """The tree of an XML document.

    Parameters
    ----------
    data:
        Bytes of the document.
    named_entities:
        Whether ``&nbsp;`` and its like stand for what HTML says: XHTML has them without declaring them in the file.
    encoding:
        What the document is encoded in, whatever it declares; empty where its own declaration counts.

    Raises
    ------
    DossierError
        Q006 for a document that declares entities of its own (billion laughs, XXE), or is too large.
    lxml.etree.XMLSyntaxError
        Where it is not well-formed.
    """
    if len(data) > LARGEST:
        raise refused(f"an XML file of the snapshot has {len(data):,} bytes; at most {LARGEST:,} are read")
    if named_entities:
        data = _NAMED.sub(_numbered, data)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True, encoding=encoding or None)
    root = etree.fromstring(data, parser)
    refuse_entities(root)
    return root


def refuse_entities(root: etree._Element) -> None:
    """Refuse a document with entities of its own: what they stand for would be missing in its text.

    Raises
    ------
    DossierError
        Q006.
    """
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise refused("an XML file of the snapshot declares entities of its own, which are never resolved")
    if next(root.iter(etree.Entity), None) is not None:
        raise refused("an XML file of the snapshot uses an entity that is not declared")


def _numbered(reference: re.Match[bytes]) -> bytes:
    name = reference[1].decode("ascii")
    if reference[1] in _OF_XML or name not in html5:
        return reference[0]
    return "".join(f"&#{ord(character)};" for character in html5[name]).encode("ascii")
