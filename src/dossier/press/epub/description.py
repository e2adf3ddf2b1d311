"""What a book's package says of it: Dublin Core, identifiers, series, versions (EPUB 3.3, 5.5)."""

import re
from collections.abc import Iterator
from typing import Any

from dossier.model.bundle import Contributor, EpubBundle, Metadata
from dossier.model.identifiers import bare_isbn
from dossier.press.epub.access import accessibility
from dossier.press.toolchain import epub_toolchain, recorded

_ONIX = "onix:codelist5"
_DOI, _ISBN_10, _ISBN_13 = "06", "02", "15"
"""Types of identifiers in ONIX's code list 5 (EDItEUR)."""
_POSITION = re.compile(r"[0-9]+(\.[0-9]+)*")


def describe(book: Any, bundle: EpubBundle) -> None:
    """Put into EbookLib's ``book`` what is known of it.

    Raises
    ------
    lxml.etree.XMLSyntaxError
        Where a chapter is not well-formed.
    """
    metadata = bundle.metadata
    book.add_metadata("DC", "title", metadata.title, {"id": "title"})
    _meta(book, "title-type", "main", refines="#title")
    if metadata.subtitle:
        book.add_metadata("DC", "title", metadata.subtitle, {"id": "subtitle"})
        _meta(book, "title-type", "subtitle", refines="#subtitle")
    for term, values in _terms(metadata):
        for value in filter(None, values):
            book.add_metadata("DC", term, value, {})
    for number, person in enumerate(metadata.contributors, start=1):
        _contributor(book, f"contributor-{number}", person)
    for name, (value, kind) in _identifiers(metadata):
        book.add_metadata("DC", "identifier", value, {"id": name})
        _meta(book, "identifier-type", kind, refines=f"#{name}", scheme=_ONIX)
    _series(book, *metadata.series)
    for name, value in _standing(metadata):
        _meta(book, name, value)
    for name, value, attributes in accessibility(bundle):
        _meta(book, name, value, **attributes)
    made_by = recorded(epub_toolchain(), metadata.toolchain)
    book.add_metadata("OPF", "toolchain", "", {"name": "dossier:toolchain", "content": made_by})


def _terms(metadata: Metadata) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        ("creator", metadata.creators),
        ("publisher", (metadata.publisher,)),
        ("date", (metadata.date,)),
        ("description", (metadata.description,)),
        ("rights", (metadata.rights, *metadata.source_rights)),
        ("subject", metadata.subjects),
        ("source", metadata.sources),
    )


def _identifiers(metadata: Metadata) -> Iterator[tuple[str, tuple[str, str]]]:
    """Id, value and type of the identifiers besides the book's own: a DOI, and the ISBN of this format."""
    if metadata.doi:
        yield "doi", (f"doi:{metadata.doi}", _DOI)
    number = bare_isbn(dict(metadata.isbn).get("epub", ""))
    if number:
        yield "isbn", (f"urn:isbn:{number}", _ISBN_13 if len(number) == 13 else _ISBN_10)


def _standing(metadata: Metadata) -> Iterator[tuple[str, str]]:
    """The work that this is an edition of, its version, the version before (DCMI Metadata Terms), and how far it was reviewed."""
    told = (
        ("dcterms:isVersionOf", metadata.work),
        ("schema:version", metadata.version),
        ("dcterms:replaces", metadata.replaces),
        ("schema:creativeWorkStatus", metadata.review),
    )
    return ((name, value) for name, value in told if value)


def _series(book: Any, title: str, number: str, issn: str) -> None:
    """The series, and its number there (EPUB 3.3, D.3.3 to D.3.5: numbers, with points between them)."""
    if not title:
        return
    _meta(book, "belongs-to-collection", title, id="series")
    _meta(book, "collection-type", "series", refines="#series")
    if _POSITION.fullmatch(number):
        _meta(book, "group-position", number, refines="#series")
    if issn:
        _meta(book, "dcterms:identifier", f"urn:issn:{issn}", refines="#series")


def _contributor(book: Any, id: str, person: Contributor) -> None:
    """Name and role (EPUB 3.3, 5.5.3.2.1 and D.3.6), in the vocabulary of https://id.loc.gov/vocabulary/relators."""
    book.add_metadata("DC", "contributor", person.name, {"id": id})
    _meta(book, "role", person.role, refines=f"#{id}", scheme="marc:relators")


def _meta(book: Any, name: str, value: str, **attributes: str) -> None:
    book.add_metadata("OPF", name, value, {"property": name, **attributes})
