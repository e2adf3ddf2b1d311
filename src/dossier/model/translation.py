"""Translations with the state they are in, and documents woven from them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Any

from markdown_it.token import Token

from dossier.model.document import Document, Dossier, Unit
from dossier.model.place import Place
from dossier.model.records import SourceRecord
from dossier.model.signoff import SignOff


class State(StrEnum):
    """What readers are told about the words of one unit.

    ``ORIGINAL`` is text in the language it was written in. The others tell of a translation: ``REVIEWED`` has no ``fuzzy``
    flag; ``DRAFT`` is fuzzy and names a machine in a translator comment; ``UNFINISHED`` is fuzzy and nothing else: a
    person's own draft; ``STALE`` is fuzzy with a previous msgid; ``MISSING`` is empty or not there.
    """

    ORIGINAL = "original"
    REVIEWED = "reviewed"
    DRAFT = "draft"
    UNFINISHED = "unfinished"
    STALE = "stale"
    MISSING = "missing"


class Progress(StrEnum):
    """How far a translation is, and by whose work: ``State.REVIEWED`` told apart by what stood there before.

    ``APPROVED`` is a machine's draft that a reviewer left as it was, ``POST_EDITED`` one that was changed, ``TRANSLATED`` a
    person's own translation, with no machine behind it. The others are the states of the same names.
    """

    APPROVED = "approved-unchanged"
    POST_EDITED = "post-edited"
    TRANSLATED = "translated"
    DRAFT = "draft"
    UNFINISHED = "unfinished"
    STALE = "stale"
    MISSING = "missing"


REVIEWED = (Progress.APPROVED, Progress.POST_EDITED, Progress.TRANSLATED)
"""What a person has compared with the original, whoever wrote it."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many entries, and words of the original, are how far. Tallies can be added."""

    entries: Mapping[Progress, int] = field(default_factory=dict)
    words: Mapping[Progress, int] = field(default_factory=dict)

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(_sum(self.entries, other.entries), _sum(self.words, other.words))

    @property
    def total_entries(self) -> int:
        return sum(self.entries.values())

    @property
    def total_words(self) -> int:
        return sum(self.words.values())

    @property
    def reviewed(self) -> Fraction:
        """The part of the words that is reviewed, from 0 to 1; 1 where there is nothing to translate."""
        done = sum(self.words.get(progress, 0) for progress in REVIEWED)
        return Fraction(done, self.total_words) if self.total_words else Fraction(1)


def _sum(one: Mapping[Progress, int], other: Mapping[Progress, int]) -> dict[Progress, int]:
    return {progress: found for progress in Progress if (found := one.get(progress, 0) + other.get(progress, 0))}


@dataclass(frozen=True, slots=True)
class Origin:
    """The machine a draft came from: the comment ``# machine: argos en-fa 1.9 model:sha256:… draft:sha256:…``.

    ``draft_digest`` (hex, may be empty) is of the text the machine gave: a reviewed translation that still has it was
    approved unchanged, any other was post-edited.
    """

    description: str
    draft_digest: str = ""


@dataclass(frozen=True, slots=True)
class Translation:
    """One entry of a PO file, as the press needs it.

    ``place`` is the entry's line in the PO file; ``comments`` are the translator comments (``# …``), without the sign.
    """

    text: str
    state: State
    place: Place
    origin: Origin | None = None
    previous: str | None = None
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Catalog:
    """The translations of one document into one language, by the units' keys (msgctxt, msgid)."""

    language: str
    entries: Mapping[tuple[str | None, str], Translation] = field(default_factory=dict)

    def find(self, unit: Unit) -> Translation | None:
        return self.entries.get(unit.key)


@dataclass(frozen=True, slots=True)
class WovenUnit:
    """How one unit appears in an edition.

    Parameters
    ----------
    unit:
        The unit.
    state:
        Its state in this edition's language.
    text:
        The inline Markdown (or the front matter's string) that is shown.
    language:
        BCP 47 tag of the language the shown text is in: the edition's, or the source's where no translation is shown.
    progress:
        How far its translation is; ``None`` for a text that needs none.
    """

    unit: Unit
    state: State
    text: str
    language: str
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class LocalizedDocument:
    """A document in the language of an edition.

    ``tokens`` are markdown-it's, inline children parsed; each ``inline`` token that is a unit carries its
    :class:`WovenUnit` in ``token.meta["woven"]``. ``environment`` is markdown-it's ``env`` that belongs to them.
    ``strings`` gives the woven strings of the front matter by their key.
    """

    document: Document
    language: str
    tokens: Sequence[Token]
    environment: Mapping[str, Any]
    strings: Mapping[str, WovenUnit]
    units: Sequence[WovenUnit]

    @property
    def record(self) -> SourceRecord:
        """The record of a source; only sources have one."""
        matter = self.document.matter
        assert isinstance(matter, SourceRecord), "a source's front matter is a source record"
        return matter


@dataclass(frozen=True, slots=True)
class Shares:
    """How many units, and words of the original, are in each state; ``progress`` tells how far those are that are translated."""

    units: Mapping[State, int]
    words: Mapping[State, int]
    progress: Tally = field(default_factory=Tally)

    @property
    def total(self) -> int:
        return sum(self.units.values())

    def share(self, *states: State) -> float:
        """The part of the words that is in one of ``states``, from 0 to 1."""
        total = sum(self.words.values())
        return sum(self.words.get(state, 0) for state in states) / total if total else 0.0

    def share_so_far(self, progress: Progress) -> float:
        """The part of all words, original ones too, whose translation is so far, from 0 to 1."""
        total = sum(self.words.values())
        return self.progress.words.get(progress, 0) / total if total else 0.0


@dataclass(frozen=True, slots=True)
class LocalizedDossier:
    """A dossier in the language of an edition: what ``edition`` is made from. ``sign_offs`` holds the valid ones only."""

    dossier: Dossier
    language: str
    front: LocalizedDocument
    parts: tuple[LocalizedDocument, ...]
    sources: tuple[LocalizedDocument, ...]
    shares: Shares
    claims: LocalizedDocument | None = None
    sign_offs: tuple[SignOff, ...] = ()

    @property
    def documents(self) -> tuple[LocalizedDocument, ...]:
        return (self.front, *self.parts, *((self.claims,) if self.claims else ()), *self.sources)
