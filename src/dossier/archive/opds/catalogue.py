"""What a catalogue of editions says, whichever way it is written down."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from dossier.model.bundle import Metadata
from dossier.model.characters import NOT_XML
from dossier.model.deposit import DossierRecord, EditionRecord, FileRecord
from dossier.model.identifiers import bare_isbn, doi_address
from dossier.model.records import Output

ACQUISITION = "http://opds-spec.org/acquisition/open-access"
ALTERNATE = "alternate"
RELATED = "related"
_NOT_TO_READ = (Output.PRINT, Output.BOOKLET)
"""Made for paper: a reading app that took the first PDF it finds must not take these."""
_NOBODY = "dossier"
"""The author of a feed that no publisher stands behind: Atom asks for one (RFC 4287, 4.1.1)."""
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!-~]+")  # RFC 3986, 3: a scheme, and nothing that a URI has to encode


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of an edition's language: what formats are called that share a media type."""

    formats: Mapping[Output, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Link:
    """An address and what is there; ``size`` in bytes and ``pages``, 0 where they are not known."""

    rel: str
    href: str
    media_type: str
    title: str = ""
    language: str = ""
    size: int = 0
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Publication:
    """An edition as it is offered.

    Parameters
    ----------
    identifier:
        A URI, always the same for this edition.
    metadata:
        What the edition says of itself.
    links:
        Its files, then the editions of the dossier, this one among them, as alternates.
    picture:
        Of its cover.
    summary, state:
        What it is; how far it was reviewed, which whoever chooses a book is told before.
    withdrawn:
        Whether it is no longer to be relied on.
    identifiers:
        Further ones: a DOI, ISBNs; all as URIs.
    """

    identifier: str
    metadata: Metadata
    links: tuple[Link, ...]
    picture: Link | None
    summary: str
    state: str
    withdrawn: bool
    identifiers: tuple[str, ...]

    @property
    def pages(self) -> int:
        """Of its PDF; 0 where there is none."""
        return max((link.pages for link in self.links if link.rel == ACQUISITION), default=0)

    @property
    def text(self) -> str:
        """Summary and state, which of a withdrawn edition comes first."""
        told = (self.state, self.summary) if self.withdrawn else (self.summary, self.state)
        return "\n\n".join(filter(None, told))

    @property
    def updated(self) -> str:
        """When it was last changed (RFC 3339): the date that its files bear."""
        return instant(self.metadata.modified)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All editions; ``author`` is who publishes them; ``base`` is the address of the folder, empty where it is not known."""

    identifier: str
    title: str
    author: str
    updated: str
    base: str
    publications: tuple[Publication, ...]


def catalogue(
    records: Sequence[DossierRecord], *, title: str, bases: Mapping[str, str], wording: Callable[[str], Wording]
) -> Catalogue:
    """The catalogue of ``records``.

    Parameters
    ----------
    records:
        The dossiers, in order. Withdrawn ones stay in it, and are told to be: whoever has the file is to learn of it.
    title:
        Of a catalogue of several publishers; that of a single one has its name.
    bases:
        For a dossier's id the address at which ``build/`` is published, as a URI that ends with ``/``. Addresses are relative
        where there is none.
    wording:
        Gives the words of a language, by its tag.
    """
    publications = tuple(
        _publication(record, edition, bases.get(record.config.id, ""), wording)
        for record in records
        for edition in record.editions
    )
    publishers = tuple(dict.fromkeys(filter(None, (record.config.publisher for record in records if record.editions))))
    known = {bases.get(record.config.id, "") for record in records}
    base = known.pop() if len(known) == 1 else ""
    name = clean(publishers[0]) if len(publishers) == 1 else title
    author = clean(", ".join(publishers)) or _NOBODY
    updated = max((one.metadata.modified for one in publications), default=0)
    return Catalogue(_identifier(records, base), name, author, instant(updated), base, publications)


def _identifier(records: Sequence[DossierRecord], base: str) -> str:
    """The same at every build: made from where the catalogue is published, or from the dossier that comes first."""
    first = next((record.config.identifier or record.config.id for record in records), "")
    return uuid5(NAMESPACE_URL, f"dossier:catalogue:{clean(base or first)}").urn


def _publication(record: DossierRecord, edition: EditionRecord, base: str, wording: Callable[[str], Wording]) -> Publication:
    metadata = edition.metadata
    names = wording(metadata.language).formats
    editions = tuple(_alternate(other, base) for other in record.editions if other.files)
    picture = edition.picture
    return Publication(
        identifier=as_uri(metadata.identifier, metadata.language),
        metadata=metadata,
        links=(*_offers(edition, base, names), *editions),
        picture=Link("", base + quote(picture.path), picture.media_type, size=picture.size) if picture else None,
        summary=clean(metadata.description),
        state=clean(metadata.review),
        withdrawn=record.config.withdrawn is not None,
        identifiers=tuple(_identifiers(metadata)),
    )


def _offers(edition: EditionRecord, base: str, names: Mapping[Output, str]) -> Iterator[Link]:
    """Files to read first; those for paper are related to them, unless there are no others."""
    to_read = to_be_read(edition.files)
    for file in (*to_read, *(one for one in edition.files if one not in to_read)):
        rel = ACQUISITION if file in to_read else RELATED
        name = names.get(file.output, "") if file.output else ""
        yield Link(rel, base + quote(file.path), file.media_type, clean(name), edition.metadata.language, file.size, file.pages)


def to_be_read(files: Sequence[FileRecord]) -> tuple[FileRecord, ...]:
    """Files for reading on a screen; all of them where there are only such for paper."""
    return tuple(file for file in files if file.output not in _NOT_TO_READ) or tuple(files)


def _alternate(edition: EditionRecord, base: str) -> Link:
    """Where the edition can be read: its web page, which opens everywhere, or else its first file."""
    offered = to_be_read(edition.files)
    file = next((one for one in offered if one.output is Output.HTML), offered[0])
    metadata = edition.metadata
    return Link(ALTERNATE, base + quote(file.path), file.media_type, clean(metadata.title), metadata.language)


def _identifiers(metadata: Metadata) -> Iterator[str]:
    if metadata.doi:
        yield doi_address(metadata.doi)
    yield from dict.fromkeys(f"urn:isbn:{bare_isbn(number)}" for _, number in metadata.isbn)


def as_uri(identifier: str, language: str) -> str:
    """``identifier`` where it is a URI; else a UUID made from it (RFC 9562, version 5)."""
    return identifier if _URI.fullmatch(identifier) else uuid5(NAMESPACE_URL, f"dossier:{clean(identifier)}:{language}").urn


def instant(second: int) -> str:
    """A second since the epoch as RFC 3339 writes it."""
    return datetime.fromtimestamp(second, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def clean(text: str) -> str:
    """``text`` without what neither XML nor UTF-8 can carry."""
    return NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
