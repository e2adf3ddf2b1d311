"""About the sources: how many there are, of which kinds, from when, and how each of that is known.

The page is generated, so that no dossier can forget to say that most of its documents come from one side. It counts and does
not weigh: the number of sources that agree is no measure of truth.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dossier.edition.addresses import Addresses
from dossier.edition.cards import is_inferred, kind_in_words, reproduced_in_words, source_title
from dossier.edition.catalogs import Messages
from dossier.edition.date_columns import column_rule, in_time, is_uncertain
from dossier.edition.marks import Marking
from dossier.edition.phrases import Phrase
from dossier.language.dates import date_in_words
from dossier.language.numbers import format_number
from dossier.language.registry import name_in
from dossier.model.records import PublisherKind, SourceRecord
from dossier.model.translation import LocalizedDocument, LocalizedDossier

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of a figure of bars: ``share`` from 0 to 1 is its length, ``text`` says it in digits."""

    label: str
    share: float
    text: str


@dataclass(frozen=True, slots=True)
class Known:
    """A fact about a source in words, and whether it was inferred rather than stated."""

    words: str
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in the table of sources; ``address`` is where it stands in the edition."""

    number: str
    title: Phrase
    address: str
    kind: Known
    date: Known
    reproduced: str
    consulted: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """How many sources of a kind are from a time: those whose date is given, and those whose date is inferred or uncertain."""

    given: int
    unsure: int
    words: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Kinds of publishers by the dates of their documents; ``unsure`` tells whether a date in it is inferred or uncertain."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    unsure: bool


@dataclass(frozen=True, slots=True)
class Balance:
    """What an edition says about its sources.

    Parameters
    ----------
    sentences:
        The introduction.
    total, consulted, not_consulted:
        How many sources have a record, and how many of these were, or were not, consulted. The figures are about consulted ones.
    unknown_fields:
        How many fields their records call unknown.
    kinds, languages:
        Shares by kind of publisher, and by language of the original.
    matrix:
        Kinds by dates.
    rows:
        Every source, the ones not consulted among them.
    """

    sentences: tuple[str, ...]
    total: int
    consulted: int
    not_consulted: int
    unknown_fields: int
    kinds: tuple[Bar, ...]
    languages: tuple[Bar, ...]
    matrix: Matrix
    rows: tuple[SourceRow, ...]


def balance(localized: LocalizedDossier, marking: Marking, messages: Messages, where: Addresses) -> Balance:
    """Count the sources of ``localized``.

    Parameters
    ----------
    localized, marking:
        The woven dossier, and its edition's language and marks.
    messages:
        The templates' own strings in that language.
    where:
        Where the sources stand in the edition.
    """
    records = [document.record for document in localized.sources]
    consulted = [record for record in records if record.was_consulted]
    unknown_fields = sum(known == "unknown" for record in records for known in record.evidence.values())
    words = _Words(marking, messages)
    return Balance(
        sentences=tuple(words.introduction(consulted, len(records) - len(consulted), unknown_fields)),
        total=len(records),
        consulted=len(consulted),
        not_consulted=len(records) - len(consulted),
        unknown_fields=unknown_fields,
        kinds=words.shares(_ranked(record.publisher_kind for record in consulted), words.kind),
        languages=words.shares(_ranked(record.language for record in consulted), words.language),
        matrix=words.matrix(consulted),
        rows=tuple(words.row(document, document.record, where) for document in localized.sources),
    )


class _Words:
    """What the page says, in the edition's language."""

    def __init__(self, marking: Marking, messages: Messages) -> None:
        self.marking = marking
        self.edition = marking.edition
        self.messages = messages
        self._ = messages.gettext

    def introduction(self, consulted: Sequence[SourceRecord], others: int, unknown_fields: int) -> Iterable[str]:
        """What a reader should know before counting."""
        ngettext = self.messages.ngettext
        party = sum(record.publisher_kind is PublisherKind.PARTY for record in consulted)
        inferred = sum(is_inferred(record, "publisher-kind") for record in consulted)
        number = len(consulted)
        if number:
            text = ngettext("The dossier rests on {number} document.", "The dossier rests on {number} documents.", number)
            yield self._counted(text, number)
        if party:
            text = ngettext(
                "Of these, {number} is by a party to the matter.", "Of these, {number} are by a party to the matter.", party
            )
            yield self._counted(text, party)
        if inferred:
            text = self._("For {number} of the documents the kind of publisher is not stated but inferred.")
            yield self._counted(text, inferred)
        if others:
            text = ngettext(
                "Not counted in the figures is {number} more, which is named only and was not consulted.",
                "Not counted in the figures are {number} more, which are named only and were not consulted.",
                others,
            )
            yield self._counted(text, others)
        if unknown_fields:
            text = ngettext(
                "In the records of all sources, {number} field is marked as unknown.",
                "In the records of all sources, {number} fields are marked as unknown.",
                unknown_fields,
            )
            yield self._counted(text, unknown_fields)
        yield self._("The number of sources that agree is no measure of truth.")

    def _counted(self, text: str, number: int) -> str:
        return text.format(number=format_number(number, self.edition))

    def shares(self, counted: Sequence[tuple[Hashable, int]], label: Callable[..., str]) -> tuple[Bar, ...]:
        """Bars of counts; ``label`` names what was counted."""
        total = sum(count for _, count in counted)
        return tuple(Bar(label(key), count / total, format_number(count, self.edition)) for key, count in counted)

    def kind(self, kind: PublisherKind) -> str:
        """The name of a kind of publisher."""
        return kind_in_words(kind, self._)

    def date(self, value: str) -> str:
        """A date; that it is not known, where it is not."""
        return date_in_words(value, self.edition, self._) if value else self._("date unknown")

    def language(self, tag: str) -> str:
        """The name of a language."""
        return name_in(tag, self.edition)

    def matrix(self, consulted: Sequence[SourceRecord]) -> Matrix:
        """Kinds by dates."""
        column_of = column_rule([record.issued or "" for record in consulted])
        columns = in_time(column_of(record.issued or "") for record in consulted)
        cells = {
            kind: tuple(
                self._cell(
                    [record for record in consulted if record.publisher_kind is kind and column_of(record.issued or "") == column]
                )
                for column in columns
            )
            for kind, _ in _ranked(record.publisher_kind for record in consulted)
        }
        unsure = any(map(_is_unsure, consulted))
        return Matrix(tuple(map(self.date, columns)), tuple((self.kind(kind), row) for kind, row in cells.items()), unsure)

    def _cell(self, records: Sequence[SourceRecord]) -> Cell:
        ngettext = self.messages.ngettext
        unsure = sum(map(_is_unsure, records))
        given = len(records) - unsure
        said = []
        if given:
            said.append(self._counted(ngettext("{number} document", "{number} documents", given), given))
        if unsure:
            text = ngettext(
                "{number} document whose date is inferred or uncertain",
                "{number} documents whose date is inferred or uncertain",
                unsure,
            )
            said.append(self._counted(text, unsure))
        return Cell(given, unsure, "; ".join(said))

    def row(self, document: LocalizedDocument, record: SourceRecord, where: Addresses) -> SourceRow:
        """A line of the table of sources."""
        return SourceRow(
            number=record.id,
            title=source_title(document, record, self.marking),
            address=where.address(document.document.id),
            kind=Known(self.kind(record.publisher_kind), is_inferred(record, "publisher-kind")),
            date=Known(self.date(record.issued or ""), is_inferred(record, "issued")),
            reproduced=reproduced_in_words(record.reproduce, self._),
            consulted=record.was_consulted,
        )


# -- counting


def _is_unsure(record: SourceRecord) -> bool:
    """Whether the date of a source is less than given: inferred, uncertain, not known at all."""
    return not record.issued or is_inferred(record, "issued") or is_uncertain(record.issued)


def _ranked(found: Iterable[K]) -> list[tuple[K, int]]:
    """What was found and how often, most often first; equals in the order they came."""
    return Counter(found).most_common()
