"""What people write in ``dossier.toml`` and in front matter, validated.

Names follow CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables) wherever CSL has
one. The models carry no logic beyond validation: a key that is not here is an error, so that a typing slip cannot drop
a rights notice in silence.
"""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from dossier.model.edtf_date import parsed_date


def kebab(name: str) -> str:
    """``media_type`` → ``media-type``: the form keys have in TOML and YAML."""
    return name.replace("_", "-")


class Record(BaseModel):
    """Base of all records: frozen, kebab-case keys, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=kebab, str_strip_whitespace=True)


def known_date(value: str) -> str:
    """Check ``value`` against EDTF (Library of Congress, levels 0 to 2).

    Raises
    ------
    ValueError
        Where it is no EDTF date.
    """
    parsed_date(value)
    return value


def known_day(value: str) -> str:
    """Check that ``value`` is one day, ``YYYY-MM-DD``."""
    from datetime import date

    # fromisoformat also takes 20201209 and 2020-W50-3, which nobody means here.
    if date.fromisoformat(value).isoformat() != value:
        raise ValueError(f"“{value}” is no day of the form YYYY-MM-DD")
    return value


def known_language(value: str) -> str:
    """Check that ``value`` is a language Babel knows, written as BCP 47 writes it (``fa``, ``zh-Hans``)."""
    from babel.core import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(value, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise ValueError(f"“{value}” is no language tag that CLDR knows") from error
    canonical = str(locale).replace("_", "-")
    if value != canonical:
        raise ValueError(f"“{value}” is written “{canonical}”")
    return value


Text = Annotated[str, StringConstraints(min_length=1)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[._-][a-z0-9]+)*$")]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
EdtfDate = Annotated[str, AfterValidator(known_date)]
Day = Annotated[str, AfterValidator(known_day)]
Language = Annotated[str, AfterValidator(known_language)]


class Status(StrEnum):
    """Whether a person has reviewed a text in its original language."""

    DRAFT = "draft"
    REVIEWED = "reviewed"


class Output(StrEnum):
    """The formats an edition comes in."""

    PDF = "pdf"
    EPUB = "epub"
    HTML = "html"


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

    ``large_print`` sets everything but the figures that call notes at 16 points and more, after the RNIB's Clear Print guidance.
    """

    page_size: PageSize | None = None
    profile: Profile = Profile.SCREEN
    large_print: bool = False


class MarkdownSettings(Record):
    raw_html: bool = False


class Name(Record):
    """A person or body, in CSL-JSON's form: ``family`` and ``given``, or ``literal``."""

    family: str = ""
    given: str = ""
    literal: str = ""

    def __str__(self) -> str:
        return self.literal or " ".join(filter(None, (self.given, self.family)))


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

    ``replaces`` is the version whose place this one takes. ``base_url`` is where the folder ``build/`` is published; addresses
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
    keywords: tuple[str, ...] = ()
    parts: Annotated[tuple[Text, ...], Field(min_length=1)]
    sources: tuple[Text, ...] | None = None
    outputs: Annotated[tuple[Output, ...], Field(min_length=1)] = (Output.PDF, Output.EPUB, Output.HTML)
    base_url: BaseAddress = ""
    theme: Identifier = "default"
    policy: Policy = Policy()
    pdf: PdfSettings = PdfSettings()
    markdown: MarkdownSettings = MarkdownSettings()


class PartMatter(Record):
    """Front matter of an editorial part."""

    title: Text
    subtitle: str = ""
    language: Language | None = None
    status: Status = Status.DRAFT


class PublisherKind(StrEnum):
    INTERGOVERNMENTAL = "intergovernmental"
    STATE = "state"
    NGO = "NGO"
    NEWS = "news organisation"
    PARTY = "party to the matter"
    ACADEMIC = "academic"
    OTHER = "other"
    UNKNOWN = "unknown"


class Reproduce(StrEnum):
    """How much of a source stands in the dossier."""

    FULL = "full"
    EXCERPT = "excerpt"
    DIGEST = "digest"
    NOT_CONSULTED = "not-consulted"


class Snapshot(Record):
    """The copy of the source that was read: its digest, never its address on somebody's disk."""

    sha256: Digest
    media_type: Text
    retrieved: EdtfDate | None = None


def known_evidence(value: str) -> str:
    """Check the form of a statement of how a field is known."""
    if value in ("text", "unknown") or (value.startswith("inferred: ") and value.removeprefix("inferred: ").strip()):
        return value
    raise ValueError("expected “text”, “unknown” or “inferred: REASON”")


Evidence = Annotated[str, AfterValidator(known_evidence)]

MUST_BE_KNOWN: tuple[str, ...] = ("title", "publisher", "issued", "rights", "URL")
"""Fields of a source that are either given or unknown on purpose (``evidence: {rights: unknown}``)."""


class SourceRecord(Record):
    """Front matter of one source, in CSL-JSON's names.

    ``evidence`` says for each field how it is known. A field that is not given must be ``unknown`` there if it is one of
    :data:`MUST_BE_KNOWN`: silence is not the same as not knowing.
    """

    id: Identifier
    type: Text = "document"
    title: str = ""
    title_short: str = ""
    author: tuple[Name, ...] = ()
    publisher: str = ""
    publisher_place: str = ""
    publisher_kind: PublisherKind
    container_title: str = ""
    issued: EdtfDate | None = None
    accessed: EdtfDate | None = None
    URL: str = ""
    archive_location: str = ""
    language: Language
    rights: str = ""
    reproduce: Reproduce
    notices: tuple[str, ...] = ()
    withhold: tuple[str, ...] = ()
    snapshot: Snapshot | None = None
    evidence: dict[str, Evidence] = Field(default_factory=dict)
    status: Status = Status.DRAFT

    def known(self, field: str) -> str:
        """How ``field`` (its CSL name) is known; empty where the record does not say."""
        return self.evidence.get(field, "")

    @property
    def was_consulted(self) -> bool:
        """Whether the source was read for the dossier; if not, nothing in the dossier derives from it."""
        return self.reproduce is not Reproduce.NOT_CONSULTED

    def silent_fields(self) -> tuple[str, ...]:
        """Fields that are neither given nor unknown on purpose."""
        given: dict[str, Any] = self.model_dump(by_alias=True)
        return tuple(name for name in MUST_BE_KNOWN if not given[name] and self.known(name) != "unknown")
