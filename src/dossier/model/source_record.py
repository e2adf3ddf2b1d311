"""The record of a source: what people write in its front matter, in the names of CSL-JSON.

https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables; names that CSL does not have are our own.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from dossier.model.fields import Digest, EdtfDate, Identifier, Language, Name, Record, Status, Text
from dossier.model.identifiers import known_doi, known_isbn, known_issn, known_web_address
from dossier.model.withheld import Withholding

WebAddress = Annotated[str, AfterValidator(known_web_address)]
Doi = Annotated[str, AfterValidator(known_doi)]
Isbn = Annotated[str, AfterValidator(known_isbn)]
Issn = Annotated[str, AfterValidator(known_issn)]


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


class Archived(Record):
    """A copy of the source in an archive of the web, and the day it was made."""

    URL: Annotated[WebAddress, Field(min_length=1)]
    date: EdtfDate | None = None


def known_evidence(value: str) -> str:
    """Check the form of a statement of how a field is known."""
    if value in ("text", "unknown") or (value.startswith("inferred: ") and value.removeprefix("inferred: ").strip()):
        return value
    raise ValueError("expected “text”, “unknown” or “inferred: REASON”")


Evidence = Annotated[str, AfterValidator(known_evidence)]

MUST_BE_KNOWN: tuple[str, ...] = ("title", "publisher", "issued", "rights", "URL")
"""Fields of a source that are either given or unknown on purpose (``evidence: {rights: unknown}``)."""

ROLES: Mapping[str, str] = MappingProxyType(
    {
        "author": "aut",
        "editor": "edt",
        "translator": "trl",
        "compiler": "com",
        "interviewer": "ivr",
        "recipient": "rcp",
        "director": "drt",
        "producer": "pro",
        "organizer": "orm",
        "narrator": "nrt",
        "host": "hst",
        "illustrator": "ill",
        "contributor": "ctb",
    }
)
"""CSL's name variables that a record takes, and the relator of MARC that each of them is (https://id.loc.gov/vocabulary/relators)."""
ISSUING_BODY = "isb"
"""MARC's relator of the body that issued a source: CSL's ``authority``."""
QUOTED_AUTHOR = "aqt"
"""MARC's relator of an author whose work is quoted or abstracted, and who had no part in the work that does so."""


class SourceRecord(Record):
    """Front matter of one source, in CSL-JSON's names.

    ``evidence`` says for each field how it is known; a field that is given without evidence stands in the source (``text``), but
    for ``publisher-kind``, which is somebody's judgement. A field that is not given must be ``unknown`` there if it is one of
    :data:`MUST_BE_KNOWN`: silence is not the same as not knowing.
    """

    id: Identifier
    type: Text = "document"
    title: str = ""
    title_short: str = ""
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    translator: tuple[Name, ...] = ()
    compiler: tuple[Name, ...] = ()
    interviewer: tuple[Name, ...] = ()
    recipient: tuple[Name, ...] = ()
    director: tuple[Name, ...] = ()
    producer: tuple[Name, ...] = ()
    organizer: tuple[Name, ...] = ()
    narrator: tuple[Name, ...] = ()
    host: tuple[Name, ...] = ()
    illustrator: tuple[Name, ...] = ()
    contributor: tuple[Name, ...] = ()
    authority: str = ""
    publisher: str = ""
    publisher_place: str = ""
    publisher_kind: PublisherKind
    container_title: str = ""
    section: str = ""
    collection_title: str = ""
    genre: str = ""
    medium: str = ""
    edition: str = ""
    volume: str = ""
    issue: str = ""
    number: str = ""
    page: str = ""
    event_title: str = ""
    event_place: str = ""
    event_date: EdtfDate | None = None
    issued: EdtfDate | None = None
    original_date: EdtfDate | None = None
    accessed: EdtfDate | None = None
    URL: WebAddress = ""
    DOI: Doi = ""
    ISBN: Isbn = ""
    ISSN: Issn = ""
    archive: str = ""
    archive_place: str = ""
    archive_location: str = ""
    call_number: str = ""
    archived: Archived | None = None
    language: Language
    rights: str = ""
    reproduce: Reproduce
    notices: tuple[str, ...] = ()
    withhold: tuple[Withholding, ...] = ()
    snapshot: Snapshot | None = None
    evidence: dict[str, Evidence] = Field(default_factory=dict)
    status: Status = Status.DRAFT

    def known(self, field: str) -> str:
        """How ``field`` (its CSL name) is known; empty where the record does not say."""
        return self.evidence.get(field, "")

    def is_stated(self, field: str) -> bool:
        """Whether ``field`` (its CSL name) may be passed on as a fact: neither inferred nor unknown."""
        known = self.known(field)
        return not known.startswith("inferred:") and known != "unknown"

    def people(self, role: str) -> tuple[Name, ...]:
        """The names that the record gives for ``role``, one of :data:`ROLES`."""
        names: tuple[Name, ...] = getattr(self, role)
        return names

    @property
    def archived_address(self) -> str:
        """Where a copy lies in an archive of the web; empty where the record names none."""
        if self.archived is not None:
            return self.archived.URL
        return self.archive_location if self.archive_location.startswith(("http://", "https://")) else ""

    @property
    def was_consulted(self) -> bool:
        """Whether the source was read for the dossier; if not, nothing in the dossier derives from it."""
        return self.reproduce is not Reproduce.NOT_CONSULTED

    def silent_fields(self) -> tuple[str, ...]:
        """Fields that are neither given nor unknown on purpose."""
        given: dict[str, Any] = self.model_dump(by_alias=True)
        return tuple(name for name in MUST_BE_KNOWN if not given[name] and self.known(name) != "unknown")
