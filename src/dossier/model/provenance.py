"""How an edition came about: what it was made from, by what, and what came out (terms of W3C PROV-DM where it has one).

The JSON form is told in ``docs/archiving.md``. No clock, no path of a machine and no user's name is in it.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from dossier.model.fields import Digest, Identifier, Text

SCHEMA: Literal["dossier-provenance/1"] = "dossier-provenance/1"
"""The version of the form: another number means another form."""

Count = Annotated[int, Field(ge=0)]
Share = Annotated[float, Field(ge=0, le=1)]


class _Entry(BaseModel):
    """Base of all entries: frozen, keys in camelCase as PROV-JSON and JSON-LD have them, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, alias_generator=to_camel, populate_by_name=True)


class FileEntity(_Entry):
    """A file (``prov:Entity``): ``path`` in the payload of the deposit, ``size`` in bytes."""

    path: Text
    sha256: Digest
    size: Count


class Generated(FileEntity):
    """A finished file: ``pages`` of a PDF (else 0), the steps that made it in their order, and the names of its agents."""

    media_type: Text
    pages: Count = 0
    was_generated_by: tuple[Text, ...]
    was_associated_with: tuple[Text, ...]


class Activity(_Entry):
    """A step (``prov:Activity``), and what it does in words."""

    id: Text
    label: Text


class Agent(_Entry):
    """A programme, library or face (``prov:SoftwareAgent``) and its version; of dossier's own files a digest."""

    name: Text
    version: str


class Face(_Entry):
    """A family of typefaces that pages may be set in, and the package it comes from."""

    family: Text
    package: Text
    version: str


class Machine(_Entry):
    """An engine of machine translation with its models, as the locale files name it, and what became of its drafts.

    ``words`` of the original, by how far their translation is (``draft``, ``post-edited``, ``approved-unchanged`` …).
    """

    name: Text
    words: dict[str, Count]


class Review(_Entry):
    """Shares of the words, from 0 to 1: by state of review, and drafted by a machine with no person's review."""

    by_state: dict[str, Share]
    reviewed: Share
    machine: Share


class Provenance(_Entry):
    """One edition.

    Parameters
    ----------
    schema_:
        :data:`SCHEMA`; ``schema`` in JSON.
    dossier, version, language, identifier:
        Which edition.
    source_date_epoch:
        Second since the epoch that every date in its files takes.
    used:
        Every file that it was made from (``prov:used``).
    activities:
        Every step, in order.
    agents:
        The toolchain.
    faces:
        Typefaces at hand.
    quotations:
        How many quotations have which verdict, as the readers of the edition are told.
    machines, review:
        Whose words its translation is made of.
    generated:
        Its files (``prov:generated``), the picture of the cover last.
    """

    schema_: Literal["dossier-provenance/1"] = Field(SCHEMA, alias="schema")
    dossier: Identifier
    version: str
    language: Annotated[str, Field(pattern=r"^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$")]
    identifier: Text
    source_date_epoch: Annotated[int, Field(ge=0, le=253402300799)]
    used: tuple[FileEntity, ...]
    activities: tuple[Activity, ...]
    agents: tuple[Agent, ...]
    faces: tuple[Face, ...]
    quotations: dict[str, Count]
    machines: tuple[Machine, ...]
    review: Review
    generated: tuple[Generated, ...]
