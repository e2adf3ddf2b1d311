"""What a catalogue reads in a PDF: the information dictionary and XMP (ISO 16684-1) from :class:`~dossier.model.bundle.Metadata`.

Import this module only after :func:`dossier.press.engine.load_engine`.
"""

from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring

from weasyprint.pdf.metadata import NS, DocumentMetadata

from dossier.model.bundle import Metadata
from dossier.press.pdf.accessibility import claim
from dossier.press.toolchain import generator, pdf_toolchain, recorded

_RDF = f"{{{NS['rdf']}}}"
_DC = f"{{{NS['dc']}}}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


class CatalogueMetadata(DocumentMetadata):  # type: ignore[misc]
    """WeasyPrint's metadata, with the terms of Dublin Core it leaves out.

    They are written inside ``rdf:RDF``; WeasyPrint's own ``xmp_metadata`` option would append them outside, where no reader
    looks. All are properties of XMP's own schemas, so PDF/A asks for no extension schema, but for the claim of PDF/UA.

    Parameters
    ----------
    metadata:
        What is told.
    accessible:
        Whether the file calls itself PDF/UA-1, unless ``lacks_alternatives`` is set when its structure is written.
    """

    lacks_alternatives = False

    def __init__(self, metadata: Metadata, *, accessible: bool = False) -> None:
        moment = datetime.fromtimestamp(metadata.modified, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        super().__init__(
            title=metadata.title,
            authors=list(metadata.creators),
            description=metadata.description or None,
            keywords=list(metadata.subjects),
            generator=generator(),
            created=moment,
            modified=moment,
            lang=metadata.language,
            custom=_custom(metadata),
        )
        self._edition, self._accessible = metadata, accessible

    def generate_rdf_metadata(self, variant: str, version: int | None, conformance: str | None) -> bytes:
        """The packet's ``rdf:RDF``."""
        rdf = fromstring(super().generate_rdf_metadata(variant, version, conformance))
        rdf.append(_dublin_core(self._edition))
        if self._accessible and not self.lacks_alternatives:
            rdf.extend(claim(explained=variant == "a"))
        _tell_language(rdf, self._edition.language)
        data: bytes = tostring(rdf, encoding="utf-8")
        return data


def _custom(metadata: Metadata) -> dict[str, str]:
    entries = {
        "Identifier": metadata.identifier,
        "Subtitle": metadata.subtitle,
        "Review": metadata.review,
        "Version": metadata.version,
        "Toolchain": recorded(pdf_toolchain(), metadata.toolchain),
    }
    return {key: text for key, text in entries.items() if text}


def _dublin_core(metadata: Metadata) -> Element:
    description = Element(f"{_RDF}Description", {f"{_RDF}about": ""})
    SubElement(description, f"{_DC}format").text = "application/pdf"
    SubElement(description, f"{_DC}identifier").text = metadata.identifier
    _list(description, "language", "Bag", (metadata.language,))
    _list(description, "date", "Seq", (metadata.date,))
    _list(description, "publisher", "Bag", (metadata.publisher,))
    _list(description, "subject", "Bag", metadata.subjects)
    if metadata.sources:
        SubElement(description, f"{_DC}source").text = "; ".join(metadata.sources)
    _list(description, "relation", "Bag", tuple(filter(None, (metadata.work, metadata.replaces, metadata.series[0]))))
    # XMP has one rights statement a language, and no roles: the names alone are of use to a catalogue.
    _list(description, "contributor", "Bag", tuple(dict.fromkeys(person.name for person in metadata.contributors)))
    rights = "\n".join(filter(None, (metadata.rights, *metadata.source_rights)))
    if rights:
        _list(description, "rights", "Alt", (rights,))
    return description


def _list(parent: Element, term: str, kind: str, values: tuple[str, ...]) -> None:
    if not any(values):
        return
    container = SubElement(SubElement(parent, _DC + term), _RDF + kind)
    for value in values:
        item = SubElement(container, f"{_RDF}li")
        item.text = value
        if kind == "Alt":
            item.set(_LANGUAGE, "x-default")


def _tell_language(rdf: Element, language: str) -> None:
    """Say what is the default (``x-default``) once more, in its own language (language alternatives of ISO 16684-1)."""
    for alternatives in rdf.iter(f"{_RDF}Alt"):
        for told in [one for one in alternatives if one.get(_LANGUAGE) == "x-default"]:
            SubElement(alternatives, told.tag, {_LANGUAGE: language}).text = told.text
