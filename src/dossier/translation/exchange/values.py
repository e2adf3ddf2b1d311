"""What leaves the project for another tool, and what comes back from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from dossier.model.document import Unit
from dossier.model.place import Place
from dossier.model.translation import State

Key = tuple[str | None, str]

UNREVIEWED = frozenset({State.MISSING, State.DRAFT, State.UNFINISHED, State.STALE})
"""What a person still has to read, or to write."""


class Format(StrEnum):
    """A format that other tools read and write."""

    XLIFF = "xliff"
    PO = "po"
    TMX = "tmx"


@dataclass(frozen=True, slots=True)
class Base:
    """What an entry was when it was exported, as its export remembers it.

    Parameters
    ----------
    digest:
        Of the translation and whether it was reviewed (:func:`digest_of`); so an import can tell who changed what.
    remarks:
        Short digests of the comments that went out; a comment that is not among them was written in the other tool.
    """

    digest: str
    remarks: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return " ".join([f"sha256:{self.digest}", *sorted(self.remarks)])

    @classmethod
    def parsed(cls, text: str) -> "Base | None":
        """The base that ``text`` (:meth:`__str__`) tells of; ``None`` where it tells of none."""
        first, *remarks = text.split() or [""]
        name, _, digest = first.partition(":")
        return cls(digest, frozenset(remarks)) if name == "sha256" and digest else None

    @classmethod
    def of(cls, text: str, state: State, remarks: tuple[str, ...] = ()) -> "Base":
        """The base of a translation as it goes out with ``remarks``."""
        return cls(digest_of(text, state), frozenset(map(remark_digest, remarks)))


def digest_of(text: str, state: State) -> str:
    """A digest of a translation and of whether a person has reviewed it."""
    reviewed = "reviewed" if state is State.REVIEWED else ""
    return sha256(f"{reviewed}\n{bare(text)}".encode()).hexdigest()


def bare(text: str) -> str:
    """``text`` without what tools change unasked: spaces that XML is set out with around it, and the ends of lines."""
    return text.replace("\r\n", "\n").strip(" \t\n\r")


def remark_digest(remark: str) -> str:
    """A short digest of a comment."""
    return sha256(remark.strip().encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One entry on its way out: a text, where it stands, and its translation with its state."""

    places: tuple[Unit, ...]
    text: str = ""
    state: State = State.MISSING
    previous: str | None = None
    comments: tuple[str, ...] = ()

    @property
    def unit(self) -> Unit:
        return self.places[0]

    @property
    def kinds(self) -> str:
        """What the text is on the page; several things where it stands in several places."""
        return ", ".join(dict.fromkeys(str(unit.kind) for unit in self.places))

    @property
    def where(self) -> str:
        """The places, as compilers write them."""
        return " ".join(dict.fromkeys(f"{unit.place.file}:{unit.place.line}" for unit in self.places))


@dataclass(frozen=True, slots=True)
class OutgoingDocument:
    """The entries of one document, with what a translator wants to know of it."""

    id: str
    path: str
    title: str
    entries: tuple[Outgoing, ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Everything of a dossier that goes out in one language. ``source`` is the dossier's own language."""

    dossier: str
    source: str
    language: str
    documents: tuple[OutgoingDocument, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The languages its texts are written in, the dossier's own first."""
        found = dict.fromkeys(entry.unit.language for document in self.documents for entry in document.entries)
        return tuple(sorted(found, key=lambda tag: (tag != self.source, tag)))

    @property
    def states(self) -> Mapping[State, int]:
        """How many entries are in each state."""
        states = [entry.state for document in self.documents for entry in document.entries]
        return {state: states.count(state) for state in State if state in states}


@dataclass(frozen=True, slots=True)
class Incoming:
    """One translation as another tool gives it back.

    Parameters
    ----------
    place:
        Where it stands in the file that is imported.
    dossier, document:
        Where the file says that the text belongs; empty where it does not say.
    identifier:
        The unit's id in the file (:func:`unit_id` where it came from here).
    base:
        What the export remembered; ``None`` where the file is not from here, or a tool dropped it.
    previous:
        The text that a stale translation was made for.
    comments:
        What the file has of translators' comments.
    """

    source: str
    text: str
    state: State
    place: Place
    context: str | None = None
    dossier: str = ""
    document: str = ""
    identifier: str = ""
    base: Base | None = None
    previous: str | None = None
    comments: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        return self.context, self.source

    @property
    def is_ours(self) -> bool:
        """Whether the file says which document of ours the text belongs to."""
        return bool(self.document)


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """A file with translations. ``language`` is the tag of what they are translated into, as the file has it; may be empty."""

    path: str
    language: str
    entries: tuple[Incoming, ...] = field(default_factory=tuple)


def unit_id(key: Key) -> str:
    """A stable id for an entry, fit for XML (NMTOKEN): from what identifies it in a PO file, joined as gettext joins it."""
    context, msgid = key
    joined = msgid if context is None else f"{context}\x04{msgid}"
    return f"u{sha256(joined.encode()).hexdigest()[:16]}"
