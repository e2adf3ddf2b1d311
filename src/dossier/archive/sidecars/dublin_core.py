"""Dublin Core as repositories harvest it: the 15 elements, in the form of OAI-PMH.

Sources: https://www.dublincore.org/specifications/dublin-core/dces/, https://www.openarchives.org/OAI/2.0/oai_dc.xsd.
"""

from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]

from dossier.archive.payload import METADATA, others
from dossier.archive.sidecars.text import clean
from dossier.model.bundle import Metadata
from dossier.model.deposit import DossierRecord, EditionRecord
from dossier.model.identifiers import bare_isbn, doi_address

_OAI = "http://www.openarchives.org/OAI/2.0/oai_dc/"
_DC = "http://purl.org/dc/elements/1.1/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_IN_WORDS = ("title", "description", "subject")
"""Elements with words in the language of the edition; those of rights may be a source's own."""


def dublin_core(record: DossierRecord, edition: EditionRecord) -> tuple[str, bytes]:
    """The path and the bytes of the description of ``edition``."""
    root = etree.Element(f"{{{_OAI}}}dc", nsmap={"oai_dc": _OAI, "dc": _DC, "xsi": _XSI})
    root.set(f"{{{_XSI}}}schemaLocation", f"{_OAI} http://www.openarchives.org/OAI/2.0/oai_dc.xsd")
    language = edition.metadata.language
    for element, text in statements(record, edition):
        if words := clean(text):
            child = etree.SubElement(root, f"{{{_DC}}}{element}")
            child.text = words
            if element in _IN_WORDS:
                child.set(_LANG, language)
    data: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return f"{METADATA}/{language}/dublin-core.xml", data


def statements(record: DossierRecord, edition: EditionRecord) -> Iterator[tuple[str, str]]:
    """Elements and what they say of ``edition``; what is not known is empty."""
    about = edition.metadata
    yield "title", about.full_title
    yield from (("creator", name) for name in about.creators)
    yield from (("contributor", one.name) for one in about.contributors)
    yield "publisher", about.publisher
    yield from (("subject", word) for word in about.subjects)
    yield "description", about.description
    yield "description", about.review
    yield "date", about.date
    yield "type", "Text"
    yield from (("format", kind) for kind in dict.fromkeys(file.media_type for file in edition.files))
    yield from (("identifier", name) for name in _identifiers(about))
    yield from (("source", line) for line in about.sources)
    yield "language", about.language
    yield from (("relation", name) for name in _relations(record, edition))
    yield "rights", about.rights
    yield from (("rights", line) for line in about.source_rights)


def _identifiers(about: Metadata) -> Iterator[str]:
    yield about.identifier
    yield about.edition_version
    yield doi_address(about.doi)
    yield from (f"urn:isbn:{bare_isbn(number)}" for _, number in about.isbn)


def _relations(record: DossierRecord, edition: EditionRecord) -> Iterator[str]:
    """Dossier, version that is replaced, editions in other languages, series: Dublin Core does not say which is which."""
    about = edition.metadata
    yield about.work
    yield about.replaces
    yield from (one.metadata.identifier for one in others(record, edition))
    title, number, issn = about.series
    yield " ".join(filter(None, (title, number)))
    yield f"urn:issn:{issn.upper()}" if issn else ""
