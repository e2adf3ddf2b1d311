"""OPDS Catalog 1.2: an Atom feed (RFC 4287) of acquisition entries (https://specs.opds.io/opds-1.2)."""

from collections.abc import Iterator, Mapping

from lxml import etree  # type: ignore[import-untyped]

from dossier.archive.opds.catalogue import Catalogue, Link, Publication, clean

TYPE = "application/atom+xml;profile=opds-catalog;kind=acquisition"
OTHER_TYPE = "application/opds+json"
_ATOM = "http://www.w3.org/2005/Atom"
_DC = "http://purl.org/dc/terms/"
_SCHEMA = "http://schema.org"  # without a last slash, as Readium's apps look for it
_NAMESPACES = {None: _ATOM, "dc": _DC, "schema": _SCHEMA}
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def opds1(catalogue: Catalogue, *, name: str = "opds.xml", other: str = "opds.json", page: str = "index.html") -> bytes:
    """The catalogue as an Atom document in UTF-8.

    Parameters
    ----------
    catalogue:
        What it says.
    name, other, page:
        File names of this catalogue, of the one in JSON, and of the web page that shows the same, all in one folder.
    """
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap=_NAMESPACES)
    _atom(feed, "id", catalogue.identifier)
    _atom(feed, "title", catalogue.title)
    _atom(feed, "updated", catalogue.updated)
    _person(feed, "author", catalogue.author)
    for rel, file, media_type in (
        ("self", name, TYPE),
        ("start", name, TYPE),
        ("alternate", page, "text/html"),
        ("alternate", other, OTHER_TYPE),
    ):
        _link(feed, rel, Link(rel, catalogue.base + file, media_type))
    for publication in catalogue.publications:
        _entry(feed, publication)
    etree.indent(feed)
    written: bytes = etree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(feed: etree._Element, publication: Publication) -> None:
    metadata = publication.metadata
    entry = etree.SubElement(feed, f"{{{_ATOM}}}entry", {_LANGUAGE: metadata.language})
    _atom(entry, "id", publication.identifier)
    _atom(entry, "title", metadata.full_title)  # an entry has no subtitle (RFC 4287, 4.1.2)
    _atom(entry, "updated", publication.updated)
    _atom(entry, "published", f"{metadata.date}T00:00:00Z")
    for creator in metadata.creators:
        _person(entry, "author", creator)
    for contributor in dict.fromkeys(one.name for one in metadata.contributors):
        _person(entry, "contributor", contributor)
    for subject in metadata.subjects:
        etree.SubElement(entry, f"{{{_ATOM}}}category", term=clean(subject), label=clean(subject))
    if metadata.rights:
        _atom(entry, "rights", metadata.rights)
    for name, text in (("summary", publication.summary), ("content", publication.text)):
        if text:
            _atom(entry, name, publication.text if publication.withdrawn else text, type="text")
    for name, value in _terms(publication):
        etree.SubElement(entry, f"{{{_DC}}}{name}").text = clean(value)
    _schema(entry, publication)
    _links(entry, publication)


def _terms(publication: Publication) -> Iterator[tuple[str, str]]:
    """Names and values of Dublin Core's terms."""
    metadata = publication.metadata
    yield "language", metadata.language
    yield "issued", metadata.date
    yield "identifier", publication.identifier
    yield from (("identifier", identifier) for identifier in publication.identifiers)
    optional = (
        ("publisher", metadata.publisher),
        ("isVersionOf", metadata.work),
        ("replaces", metadata.replaces),
        ("rights", metadata.rights),
    )
    yield from ((name, value) for name, value in optional if value)


def _schema(entry: etree._Element, publication: Publication) -> None:
    """What neither Atom nor Dublin Core has: schema.org's terms."""
    title, number, _ = publication.metadata.series
    if title:
        position = {"position": number} if number else {}
        _schema_term(entry, "Series", {"name": title, **position})
    if publication.metadata.version:
        _schema_term(entry, "version", {}, publication.metadata.version)
    if publication.withdrawn:
        _schema_term(entry, "creativeWorkStatus", {}, "Withdrawn")


def _schema_term(entry: etree._Element, name: str, attributes: Mapping[str, str], text: str = "") -> None:
    qualified = {f"{{{_SCHEMA}}}{key}": clean(value) for key, value in attributes.items()}
    etree.SubElement(entry, f"{{{_SCHEMA}}}{name}", qualified).text = clean(text) or None


def _links(entry: etree._Element, publication: Publication) -> None:
    if publication.picture:
        for rel in ("http://opds-spec.org/image", "http://opds-spec.org/image/thumbnail"):
            _link(entry, rel, publication.picture)
    for link in publication.links:
        _link(entry, link.rel, link)


def _link(parent: etree._Element, rel: str, link: Link) -> None:
    attributes = {"rel": rel, "href": link.href, "type": link.media_type}
    optional = {"hreflang": link.language, "title": link.title, "length": str(link.size) if link.size else ""}
    etree.SubElement(parent, f"{{{_ATOM}}}link", attributes | {key: value for key, value in optional.items() if value})


def _person(parent: etree._Element, role: str, name: str) -> None:
    _atom(etree.SubElement(parent, f"{{{_ATOM}}}{role}"), "name", name)


def _atom(parent: etree._Element, name: str, text: str, **attributes: str) -> None:
    etree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes).text = clean(text)
