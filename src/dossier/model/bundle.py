"""What an edition hands to the press: finished markup, and every byte it may see."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.model.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that goes with the markup: an image, a style sheet, a typeface."""

    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Contributor:
    """Somebody who had a part in an edition or in one of its sources; ``role`` is MARC's relator (``trl``)."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What catalogues ask of an edition (Dublin Core's terms).

    Parameters
    ----------
    identifier:
        A URN or URI, the same at every build of this edition.
    language, direction:
        BCP 47 tag; ``ltr`` or ``rtl``.
    date:
        ISO 8601 day of the edition.
    modified:
        Second since the epoch that all written dates take: ``SOURCE_DATE_EPOCH`` or the dossier's own date at 00:00 UTC.
    sources:
        One line for each source (``dc:source``).
    source_rights:
        One line for each source whose rights are stated (``dc:rights``, beside the dossier's own in ``rights``).
    contributors:
        Who had a part in the sources, and which (``dc:contributor``).
    toolchain:
        Names and versions of what made the file, in a fixed order.
    digits:
        Those of its page numbers, from 0 to 9.
    work:
        A URN of the dossier itself, the same for all its editions.
    version, edition_version, replaces:
        Which version this is; its identifier, by which a later one says that it replaces it; the identifier of the version whose
        place it takes.
    doi, isbn, series:
        Where given: a DOI without its resolver; number by format (``pdf``, ``epub``); title, number and ISSN of a series.
    """

    identifier: str
    title: str
    language: str
    direction: str
    date: str
    modified: int
    subtitle: str = ""
    description: str = ""
    creators: tuple[str, ...] = ()
    publisher: str = ""
    rights: str = ""
    subjects: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    source_rights: tuple[str, ...] = ()
    contributors: tuple[Contributor, ...] = ()
    toolchain: tuple[tuple[str, str], ...] = ()
    review: str = ""
    digits: str = "0123456789"
    work: str = ""
    version: str = ""
    edition_version: str = ""
    replaces: str = ""
    doi: str = ""
    isbn: tuple[tuple[str, str], ...] = ()
    series: tuple[str, str, str] = ("", "", "")

    @property
    def full_title(self) -> str:
        """Title and subtitle in one line, for formats that have one place for both; French has a space before the colon."""
        colon = "\N{NO-BREAK SPACE}: " if self.language.partition("-")[0] == "fr" else ": "
        return colon.join(filter(None, (self.title, self.subtitle)))


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a PDF for keeping carries along (associated file: ISO 32000-2, 14.13; ISO 19005-3, 6.8).

    Parameters
    ----------
    name:
        Its file name, unique in the PDF, with ``/`` between folders.
    media_type:
        RFC 6838.
    description:
        What it is, for a list of attachments.
    relationship:
        ``Source``, ``Data``, ``Alternative``, ``Supplement`` or ``Unspecified``.
    """

    name: str
    data: bytes
    media_type: str
    description: str = ""
    relationship: str = "Source"


@dataclass(frozen=True, slots=True)
class OutputIntent:
    """The printing condition that a PDF is made for (ISO 15930-7, 6.2.2).

    Parameters
    ----------
    profile:
        The bytes of a CMYK output profile (ICC.1).
    condition:
        Its name in the registry (``FOGRA39``), or what the printing house calls it.
    registry:
        Where ``condition`` is registered; empty for a house's own.
    info:
        The condition in words.
    """

    profile: bytes
    condition: str
    registry: str = ""
    info: str = ""


@dataclass(frozen=True, slots=True)
class HtmlBundle:
    """One HTML document and all it refers to.

    ``html`` refers to ``assets`` by their keys, as relative addresses (``images/map.png``, ``style.css``). There is
    nothing else: an address that is no key of ``assets`` does not exist for the press. ``attachments`` go into profiles that
    carry them, and nowhere else.
    """

    html: str
    metadata: Metadata
    assets: Mapping[str, Asset] = field(default_factory=dict)
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """One XHTML file of an EPUB, complete and well-formed; ``name`` is its file name inside the book (``part-1.xhtml``).

    ``properties`` are the manifest's (``svg``, ``mathml``).
    """

    name: str
    title: str
    xhtml: bytes
    linear: bool = True
    properties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a table of contents: ``address`` is relative to the book (``part-1.xhtml#anchor``)."""

    title: str
    address: str
    children: tuple["Entry", ...] = ()


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Who evaluated a book for accessibility, on which day (ISO 8601), to what it conforms, and the address of the report."""

    evaluator: str
    date: str
    conforms_to: str
    report: str = ""


@dataclass(frozen=True, slots=True)
class AccessSummary:
    """The sentences that a book may say of its accessibility, in ``language``; the press chooses those that are true.

    Parameters
    ----------
    structure:
        How the text is made.
    described, undescribed:
        That all images have alternative text; that some have none.
    pages:
        That page numbers are those of the PDF.
    conformance:
        What is claimed, by whom; or that nothing is.
    """

    language: str = "en"
    structure: str = (
        "Headings, lists, tables and notes are marked as such; the text fits every size, and contents and notes are linked."
    )
    described: str = "Images have alternative text."
    undescribed: str = "Some images have no alternative text."
    pages: str = "The list of pages gives the page numbers of the PDF of this edition."
    conformance: str = "The book has not been evaluated against WCAG, and no conformance is claimed."


@dataclass(frozen=True, slots=True)
class EpubBundle:
    """A book before it is packed: finished XHTML, its navigation document, and assets by their path in the book.

    Parameters
    ----------
    front:
        How many chapters stand before the navigation document in the order of reading; where 0, it does not stand in it.
    paginated:
        The identifier of the edition whose pages are marked in the text and listed in ``navigation``; empty where there are none.
    evaluation:
        On which a claim of conformance rests; without one nothing is claimed.
    summary:
        What there is to say of the book's accessibility.
    """

    metadata: Metadata
    chapters: tuple[Chapter, ...]
    navigation: bytes
    contents: tuple[Entry, ...]
    assets: Mapping[str, Asset] = field(default_factory=dict)
    front: int = 0
    paginated: str = ""
    evaluation: Evaluation | None = None
    summary: AccessSummary = AccessSummary()


@dataclass(frozen=True, slots=True)
class Page:
    """Where an anchor of the PDF came to stand: ``number`` counts from 1, ``label`` is what is printed."""

    number: int
    label: str


@dataclass(frozen=True, slots=True)
class PageText:
    """What stands on a page of the PDF, without notes, heads and feet, and what style sheets add.

    ``blocks`` are its paragraphs, headings, cells … in their order: a number, the same for the parts of a block that runs on over
    pages, and the words that stand here.
    """

    page: Page
    blocks: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class PdfResult:
    """A PDF, on how many pages it came out, and on which page each anchor (``id``) stands."""

    data: bytes
    pages: int
    page_map: Mapping[str, Page]
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Artifact:
    """A finished file: ``path`` is relative to the project's root."""

    path: str
    data: bytes
