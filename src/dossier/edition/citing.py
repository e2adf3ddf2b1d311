"""Who cites what: from each source back to the passages that cite it, and parts and sources in one figure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from dossier.edition.addresses import Addresses
from dossier.edition.citation_notes import CALL
from dossier.edition.marks import Marking
from dossier.edition.passages import Passage, Pointer, passages
from dossier.edition.phrases import Phrase
from dossier.model.translation import LocalizedDocument

HEATS = 4
"""Into how many tints the figure's counts are parted."""


@dataclass(frozen=True, slots=True)
class CitedIn:
    """The passages of one document that cite a source; ``in_notes`` tells whether they are notes or paragraphs."""

    title: Phrase
    in_notes: bool
    places: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class CitingCell:
    """How often a part cites a source: ``count`` in the edition's digits, empty for never, and its tint from 0."""

    count: str
    heat: int


@dataclass(frozen=True, slots=True)
class CitingRow:
    """A source in the figure."""

    number: str
    title: Phrase
    address: str
    cells: tuple[CitingCell, ...]


@dataclass(frozen=True, slots=True)
class CitingMatrix:
    """Which part cites which source, and how often; ``columns`` are the parts that cite."""

    columns: tuple[Phrase, ...]
    rows: tuple[CitingRow, ...]


@dataclass(frozen=True, slots=True)
class _Mention:
    source: str
    document: str
    place: Passage


class Citing:
    """All cites of an edition's parts, found once.

    Parameters
    ----------
    parts, addresses:
        The localized parts, their citations set, and where everything stands.
    titles:
        Titles of documents by their ids.
    marking:
        The edition's: its digits, and what translates the labels of passages.
    """

    def __init__(
        self, parts: Sequence[LocalizedDocument], addresses: Addresses, titles: Mapping[str, Phrase], marking: Marking
    ) -> None:
        self._addresses = addresses
        self._titles = titles
        self._edition = marking.edition
        self._mentions = [mention for part in parts for mention in _mentions(part, addresses, titles[part.document.id], marking)]

    @property
    def anchors(self) -> frozenset[str]:
        """The ids of the passages that cite."""
        return frozenset(mention.place.anchor for mention in self._mentions)

    def cited_in(self, source: str) -> tuple[CitedIn, ...]:
        """Where ``source`` (the id of its record) is cited: of each document its notes together, then its other passages."""
        found = [mention for mention in self._mentions if mention.source == source]
        return tuple(
            CitedIn(self._titles[document], in_notes, _once(group))
            for document, mentions in groupby(found, key=lambda mention: mention.document)
            for in_notes, group in _notes_first(mentions)
        )

    def matrix(self, sources: Sequence[LocalizedDocument]) -> CitingMatrix | None:
        """The figure; ``None`` where nothing is cited."""
        counts = Counter((mention.source, mention.document) for mention in self._mentions)
        if not counts:
            return None
        documents = list(dict.fromkeys(mention.document for mention in self._mentions))
        most = max(counts.values())
        rows = (self._row(source, [counts[source.record.id, document] for document in documents], most) for source in sources)
        return CitingMatrix(tuple(self._titles[document] for document in documents), tuple(rows))

    def _row(self, source: LocalizedDocument, counts: Sequence[int], most: int) -> CitingRow:
        own, digits = source.document.id, self._edition.in_digits
        cells = tuple(CitingCell(digits(str(count)) if count else "", _heat(count, most)) for count in counts)
        return CitingRow(source.record.id, self._titles[own], self._addresses.address(own), cells)


def _heat(count: int, most: int) -> int:
    return -(-count * HEATS // most)


def _notes_first(mentions: Iterable[_Mention]) -> Iterable[tuple[bool, Iterable[_Mention]]]:
    ordered = sorted(mentions, key=lambda mention: (not mention.place.note, mention.place.note))
    return groupby(ordered, key=lambda mention: bool(mention.place.note))


def _once(mentions: Iterable[_Mention]) -> tuple[Passage, ...]:
    return tuple({mention.place.anchor: mention.place for mention in mentions}.values())


def _mentions(document: LocalizedDocument, addresses: Addresses, title: Phrase, marking: Marking) -> Iterable[_Mention]:
    pointer = Pointer(document, addresses, title, marking)
    for token, place in passages(document, addresses, title, marking):
        for child in token.children or ():
            if "citation" not in child.meta:
                continue
            # A citation in a note of its own is pointed at by the note's number.
            own = pointer.note(int(child.meta["id"])) if child.type == CALL else place
            yield from (_Mention(source, document.document.id, own) for source in dict.fromkeys(child.meta["citation"].sources))
