"""Names and terms with their one right form in each language: ``content/<dossier>/glossary.toml``."""

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from dossier.model.records import Identifier, Language, Record, Status, Text


class TermKind(StrEnum):
    """What an entry names; the index is ordered by it."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    TERM = "term"


class GlossaryEntry(Record):
    """One name or term.

    ``forms`` and ``abbreviations`` are by language tag. ``variants`` are further wordings under which it occurs in a text of
    that language (a short name, an inflected form); they are found, and never shown as the right form.
    """

    id: Identifier
    kind: TermKind
    forms: Mapping[Language, Text] = Field(min_length=1)
    abbreviations: Mapping[Language, Text] = Field(default_factory=dict)
    variants: Mapping[Language, tuple[Text, ...]] = Field(default_factory=dict)


class Glossary(Record):
    """The file. ``status`` tells whether a person who reads these languages has reviewed the forms."""

    status: Status = Status.DRAFT
    entries: tuple[GlossaryEntry, ...] = ()
