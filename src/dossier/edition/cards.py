"""The card of a source: who published it, when, where, under which rights, and how that is known.

What is unknown is called unknown. Words that the record withholds appear on no card.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dossier.edition.marks import Marking
from dossier.edition.phrases import Phrase, as_written, string
from dossier.language.dates import date_in_words
from dossier.language.registry import name_in
from dossier.model.records import PublisherKind, Reproduce, SourceRecord
from dossier.model.translation import LocalizedDocument

_INFERRED = "inferred:"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a card.

    ``kind`` tells the template how to set ``value``: ``text``, ``address`` or ``digest``. ``reason`` says why an inferred value
    is believed.
    """

    label: str
    value: Phrase
    kind: str = "text"
    known: str = ""
    reason: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A source, for its readers.

    ``kind`` is the kind of publisher as a short name for style sheets; ``head`` names the source at the head of a page.
    """

    number: str
    kind: str
    head: str
    rows: tuple[Row, ...]
    notices: tuple[Phrase, ...]


def source_title(document: LocalizedDocument, record: SourceRecord, marking: Marking) -> Phrase:
    """The title of a source; one that was supplied stands in square brackets, as cataloguers write it."""
    if record.title:
        return string(document, "title", record.title, marking)
    if record.title_short:
        own = string(document, "title-short", record.title_short, marking)
        return Phrase(f"[{own.text}]", own.language, own.direction, own.foreign, own.state, own.label)
    _ = marking.gettext
    untitled = _("Untitled")  # pybabel does not look inside f-strings
    return _own_words(f"[{untitled}]", marking)


def card(document: LocalizedDocument, record: SourceRecord, marking: Marking) -> Card:
    """The card of the source ``record``, whose strings are those of ``document``."""
    rows = tuple(_Rows(document, record, marking).all())
    notices = (string(document, f"notices.{index}", text, marking) for index, text in enumerate(record.notices))
    shown = tuple(notice for notice in notices if not _is_withheld(notice.text, record))
    head = " · ".join(filter(None, (record.id, _name(document, record, marking))))
    return Card(record.id, str(record.publisher_kind).lower().replace(" ", "-"), head, rows, shown)


def _name(document: LocalizedDocument, record: SourceRecord, marking: Marking) -> str:
    """What a source is called where there is little room: after its publisher, or by its title."""
    publisher = "" if _is_withheld(record.publisher, record) else record.publisher
    return publisher or source_title(document, record, marking).text


class _Rows:
    """The rows of one card, in the order of the questions a reader asks."""

    def __init__(self, document: LocalizedDocument, record: SourceRecord, marking: Marking) -> None:
        self.document = document
        self.record = record
        self.marking = marking
        self._ = marking.gettext

    def all(self) -> Iterator[Row]:
        """Every row that there is something to say in."""
        _, record = self._, self.record
        yield from self._original_title(_("Original title"))
        yield from self._given(_("Author"), "author", ", ".join(map(str, record.author)))
        yield self._must("publisher", _("Publisher"), record.publisher)
        yield self._fixed("publisher-kind", _("Kind of publisher"), kind_in_words(record.publisher_kind, _))
        yield from self._given(_("Place"), "publisher-place", record.publisher_place)
        yield from self._given(_("Published in"), "container-title", record.container_title)
        yield self._fixed("issued", _("Date"), self._date(record.issued))
        yield from self._optional("accessed", _("Consulted"), self._date(record.accessed))
        yield self._must("URL", _("Address"), record.URL, "address")
        yield from self._given(_("Archive"), "archive-location", record.archive_location)
        yield self._must("rights", _("Rights"), record.rights)
        yield Row(_("Language"), self._words(name_in(record.language, self.marking.edition)))
        yield Row(_("In this dossier"), self._words(reproduced_in_words(record.reproduce, _)))
        yield from self._digest(_("Digest of the copy (SHA-256)"))

    def _original_title(self, label: str) -> Iterator[Row]:
        woven = self.document.strings.get("title")
        if woven is not None and woven.language != self.record.language:
            yield Row(label, as_written(self.record.title, self.record.language, self.marking))

    def _given(self, label: str, key: str, written: str) -> Iterator[Row]:
        """A row only where the record says something."""
        if written or self.record.known(key) == "unknown":
            yield self._must(key, label, written)

    def _must(self, key: str, label: str, written: str, kind: str = "text") -> Row:
        """A row for a field that is given, withheld or unknown."""
        if not written:
            return Row(label, self._words(self._("unknown")))
        if _is_withheld(written, self.record):
            return Row(label, self._words(self._("withheld")))
        return Row(label, string(self.document, key, written, self.marking), kind, *self._evidence(key))

    def _fixed(self, key: str, label: str, words: str) -> Row:
        """A row in the edition's own words."""
        if not words:
            return Row(label, self._words(self._("unknown")))
        return Row(label, self._words(words), "text", *self._evidence(key))

    def _optional(self, key: str, label: str, words: str) -> Iterator[Row]:
        if words:
            yield self._fixed(key, label, words)

    def _digest(self, label: str) -> Iterator[Row]:
        if self.record.snapshot is not None:
            yield Row(label, Phrase(self.record.snapshot.sha256, "zxx", "ltr"), "digest")

    def _date(self, value: str | None) -> str:
        return date_in_words(value, self.marking.edition, self.marking.gettext) if value else ""

    def _evidence(self, key: str) -> tuple[str, Phrase | None]:
        """How the field is known, and why it is believed where it was inferred."""
        known = self.record.known(key)
        if key == "issued" and known == "text":
            return self._("stated in the source"), None
        if not known.startswith(_INFERRED):
            return "", None
        own = string(self.document, f"evidence.{key}", known, self.marking)
        reason = own.text.removeprefix(_INFERRED).strip()
        shown = Phrase(reason, own.language, own.direction, own.foreign, own.state, own.label)
        return self._("inferred"), None if _is_withheld(reason, self.record) else shown

    def _words(self, text: str) -> Phrase:
        return _own_words(text, self.marking)


def _own_words(text: str, marking: Marking) -> Phrase:
    return Phrase(text, marking.edition.tag, marking.edition.direction)


def _is_withheld(text: str, record: SourceRecord) -> bool:
    return any(name and name in text for name in record.withhold)


def is_inferred(record: SourceRecord, key: str) -> bool:
    """Whether the field ``key`` (its CSL name) is not stated in the source but inferred."""
    return record.known(key).startswith(_INFERRED)


def kind_in_words(kind: PublisherKind, _: Callable[[str], str]) -> str:
    """What a kind of publisher is called; ``_`` translates."""
    return {
        PublisherKind.INTERGOVERNMENTAL: _("intergovernmental body"),
        PublisherKind.STATE: _("state"),
        PublisherKind.NGO: _("non-governmental organisation"),
        PublisherKind.NEWS: _("news organisation"),
        PublisherKind.PARTY: _("party to the matter"),
        PublisherKind.ACADEMIC: _("academic"),
        PublisherKind.OTHER: _("other"),
        PublisherKind.UNKNOWN: _("unknown"),
    }[kind]


def reproduced_in_words(how: Reproduce, _: Callable[[str], str]) -> str:
    """How much of a source stands in the dossier; ``_`` translates."""
    return {
        Reproduce.FULL: _("in full"),
        Reproduce.EXCERPT: _("in excerpts"),
        Reproduce.DIGEST: _("summarised, not reproduced"),
        Reproduce.NOT_CONSULTED: _("named only; it was not consulted"),
    }[how]


def source_line(record: SourceRecord) -> str:
    """One line for catalogues (``dc:source``): title, publisher, date as the record has it, address."""
    title = record.title or (f"[{record.title_short}]" if record.title_short else record.id)
    fields = (title, record.publisher, record.issued or "", record.URL)
    return ". ".join(field for field in fields if field and not _is_withheld(field, record))
