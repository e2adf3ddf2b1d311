"""What is scored, and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.model.document import Document, Dossier, Unit
from dossier.model.place import Place
from dossier.model.translation import Catalog, Progress, Translation


@dataclass(frozen=True, slots=True)
class Known:
    """A dossier, and its translations into the language in question, by document id."""

    dossier: Dossier
    catalogs: Mapping[str, Catalog]


@dataclass(frozen=True, slots=True)
class Reference:
    """A passage of a dossier, and the translation of it that drafts are compared with.

    ``place`` is its entry in the dossier's own locale file, or where there is none, its line in the document.
    """

    dossier: Dossier
    document: Document
    unit: Unit
    translation: Translation
    place: Place

    @property
    def key(self) -> tuple[str, str | None, str]:
        """What makes it the same passage wherever it stands: its language, its context and its text."""
        return self.unit.language, *self.unit.key


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which translations are references, besides those that a person wrote or post-edited and reviewed.

    Parameters
    ----------
    fuzzy:
        Those of a person that wait for review.
    approved:
        Drafts of a machine that a person approved unchanged.
    """

    fuzzy: bool = False
    approved: bool = False


@dataclass(frozen=True, slots=True)
class References:
    """The references, each passage once; and how many translations of each kind were not taken."""

    taken: tuple[Reference, ...]
    progress: Mapping[Progress, int]
    left_out: Mapping[Progress, int]


@dataclass(frozen=True, slots=True)
class Contender:
    """One machine.

    Parameters
    ----------
    name:
        What made the drafts, as the comment ``# machine: …`` has it.
    drafts:
        For each reference its draft, inline Markdown as in the locale file; empty where the machine was asked and left the
        passage empty, ``None`` where it was not asked.
    notes:
        What is to be told of the drafts, a line each.
    """

    name: str
    drafts: tuple[str | None, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """A score of all passages together, from 0 to 100.

    Parameters
    ----------
    value:
        The score.
    margin:
        Half of the interval in which 95 of 100 scores lie when the passages are drawn anew (bootstrap).
    p:
        How likely a difference to the best machine as large as this one is by chance (paired bootstrap); ``None`` for the best
        itself, and where machines cannot be compared.
    """

    value: float
    margin: float
    p: float | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """How one machine did: ``passages`` that it was asked for, ``empty`` ones among them, ``words`` of their originals."""

    name: str
    passages: int
    empty: int
    words: int
    chrf: Score
    bleu: Score
    notes: tuple[str, ...] = ()

    @property
    def coverage(self) -> int:
        """How many passages in a hundred have a draft; 100 only where all have one."""
        return 100 * (self.passages - self.empty) // self.passages


@dataclass(frozen=True, slots=True)
class Scores:
    """All machines, the best by chrF first.

    Parameters
    ----------
    rows:
        A row for each.
    signatures:
        By the names of the measures what sacrebleu calls the way they were taken.
    comparable:
        Whether all were asked for the same passages.
    single:
        chrF of each draft by itself: for each reference, by the names of the machines that drafted it.
    """

    rows: tuple[Row, ...]
    signatures: Mapping[str, str]
    comparable: bool
    single: tuple[Mapping[str, float], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage beside its reference and its drafts, all as readers see them, with chrF of each draft."""

    reference: Reference
    source: str
    translation: str
    drafts: Mapping[str, tuple[str, float]]
