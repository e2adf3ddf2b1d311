"""The card of a source: who published it, when, where, under which rights, and how that is known.

What is unknown is called unknown. Withheld names were taken out when the record was read.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from dossier.edition.marks import Marking
from dossier.edition.phrases import Phrase, as_written, identifier, string
from dossier.language.dates import date_in_words
from dossier.language.registry import name_in
from dossier.model.bundle import Contributor
from dossier.model.records import ROLES, Name, PublisherKind, Reproduce, SourceRecord
from dossier.model.source_record import ISSUING_BODY, QUOTED_AUTHOR
from dossier.model.translation import LocalizedDocument

_INFERRED = "inferred:"
_IDENTIFIERS = ("URL", "DOI", "ISBN", "ISSN", "call-number", "archived", "archive-location")
"""Fields that a catalogue is asked for: a digit in another script finds nothing."""


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
        return replace(own, text=f"[{own.text}]")
    _ = marking.gettext
    untitled = _("Untitled")  # pybabel does not look inside f-strings
    return _own_words(f"[{untitled}]", marking)


def card(document: LocalizedDocument, record: SourceRecord, marking: Marking) -> Card:
    """The card of the source ``record``, whose strings are those of ``document``."""
    rows = tuple(_Rows(document, record, marking).all())
    notices = tuple(string(document, f"notices.{index}", text, marking) for index, text in enumerate(record.notices))
    head = " · ".join(filter(None, (record.id, _name(document, record, marking))))
    return Card(record.id, str(record.publisher_kind).lower().replace(" ", "-"), head, rows, notices)


def _name(document: LocalizedDocument, record: SourceRecord, marking: Marking) -> str:
    """What a source is called where there is little room: after its publisher, or by its title."""
    return record.publisher or source_title(document, record, marking).text


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
        for role, label in roles_in_words(_).items():
            yield from self._given(label, role, self._people(record.people(role)))
        yield from self._given(_("Issuing body"), "authority", record.authority)
        yield self._must("publisher", _("Publisher"), record.publisher)
        yield self._fixed("publisher-kind", _("Kind of publisher"), kind_in_words(record.publisher_kind, _))
        yield from self._given(_("Place"), "publisher-place", record.publisher_place)
        yield from self._description()
        yield self._fixed("issued", _("Date"), self._date(record.issued))
        yield from self._optional("original-date", _("Date of the original"), self._date(record.original_date))
        yield from self._optional("accessed", _("Consulted"), self._date(record.accessed))
        yield self._must("URL", _("Address"), record.URL, "address")
        yield from self._identifiers()
        yield from self._archive()
        yield self._must("rights", _("Rights"), record.rights)
        yield Row(_("Language"), self._words(name_in(record.language, self.marking.edition)))
        yield Row(_("In this dossier"), self._words(reproduced_in_words(record.reproduce, _)))
        yield from self._digest(_("Digest of the copy (SHA-256)"))

    def _description(self) -> Iterator[Row]:
        """What it is, and what it is part of."""
        _, record = self._, self.record
        yield from self._given(_("Form"), "genre", record.genre)
        yield from self._given(_("Medium"), "medium", record.medium)
        yield from self._given(_("Published in"), "container-title", record.container_title)
        yield from self._given(_("Section"), "section", record.section)
        yield from self._given(_("Series"), "collection-title", record.collection_title)
        yield from self._given(_("Edition"), "edition", record.edition)
        yield from self._given(_("Volume"), "volume", record.volume)
        yield from self._given(_("Issue"), "issue", record.issue)
        yield from self._given(_("Number"), "number", record.number)
        yield from self._given(_("Pages"), "page", record.page)
        yield from self._given(_("Event"), "event-title", record.event_title)
        yield from self._given(_("Place of the event"), "event-place", record.event_place)
        yield from self._optional("event-date", _("Date of the event"), self._date(record.event_date))

    def _identifiers(self) -> Iterator[Row]:
        record = self.record
        yield from self._given("DOI", "DOI", f"https://doi.org/{record.DOI}" if record.DOI else "", "address")
        yield from self._given("ISBN", "ISBN", record.ISBN)
        yield from self._given("ISSN", "ISSN", record.ISSN)

    def _archive(self) -> Iterator[Row]:
        _, record = self._, self.record
        yield from self._given(_("Archive"), "archive", record.archive)
        yield from self._given(_("Place of the archive"), "archive-place", record.archive_place)
        yield from self._given(_("Shelfmark"), "call-number", record.call_number)
        if record.archive_location != record.archived_address:
            yield from self._given(_("Location in the archive"), "archive-location", record.archive_location)
        yield from self._given(_("Archived copy"), "archived", record.archived_address, "address")
        archived_on = record.archived.date if record.archived else None
        yield from self._optional("archived", _("Date of the archived copy"), self._date(archived_on))

    def _people(self, names: tuple[Name, ...]) -> str:
        return ", ".join(map(str, names))

    def _original_title(self, label: str) -> Iterator[Row]:
        woven = self.document.strings.get("title")
        if woven is not None and woven.language != self.record.language:
            yield Row(label, as_written(self.record.title, self.record.language, self.marking))

    def _given(self, label: str, key: str, written: str, kind: str = "text") -> Iterator[Row]:
        """A row only where the record says something."""
        if written or self.record.known(key) == "unknown":
            yield self._must(key, label, written, kind)

    def _must(self, key: str, label: str, written: str, kind: str = "text") -> Row:
        """A row for a field that is given or unknown."""
        if not written:
            return Row(label, self._words(self._("unknown")))
        return Row(label, self._value(key, written), kind, *self._evidence(key))

    def _value(self, key: str, written: str) -> Phrase:
        if key in _IDENTIFIERS and key not in self.document.strings:
            return identifier(written, self.record.language, self.marking)
        return string(self.document, key, written, self.marking)

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
        return self._("inferred"), replace(own, text=reason)

    def _words(self, text: str) -> Phrase:
        return _own_words(text, self.marking)


def _own_words(text: str, marking: Marking) -> Phrase:
    return Phrase(text, marking.edition.tag, marking.edition.direction, known=marking.style.known)


def is_inferred(record: SourceRecord, key: str) -> bool:
    """Whether the field ``key`` (its CSL name) is not stated in the source but inferred."""
    return record.known(key).startswith(_INFERRED)


def name_withheld(_: Callable[[str], str]) -> str:
    """What stands in the place of a name that is withheld; ``_`` translates. The brackets are an editor's, and stay."""
    return _("[name withheld]")


def roles_in_words(_: Callable[[str], str]) -> dict[str, str]:
    """What those are called who had a part in a source, by CSL's name variables, in the order of a card; ``_`` translates."""
    return {
        "author": _("Author"),
        "editor": _("Editor"),
        "compiler": _("Compiler"),
        "translator": _("Translator"),
        "interviewer": _("Interviewer"),
        "recipient": _("Recipient"),
        "director": _("Director"),
        "producer": _("Producer"),
        "organizer": _("Organiser"),
        "narrator": _("Narrator"),
        "host": _("Host"),
        "illustrator": _("Illustrator"),
        "contributor": _("Contributor"),
    }


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
    return ". ".join(filter(None, fields))


def rights_line(record: SourceRecord, rights: str) -> str:
    """One line for catalogues (``dc:rights``): which source, and ``rights`` in it; empty where the record states none."""
    name = record.title or (f"[{record.title_short}]" if record.title_short else record.id)
    return f"{name}: {rights}" if rights and record.is_stated("rights") else ""


def contributors(record: SourceRecord) -> tuple[Contributor, ...]:
    """Who had a part in an edition by way of the source ``record``, in MARC's relators; nobody who was inferred.

    A source that is reproduced in full brings its own people along. Of one that is quoted or summarised the authors are those
    whose work is quoted; a translator has a part only where his words stand in the dossier.
    """
    if not record.was_consulted:
        return ()
    is_whole, has_words = record.reproduce is Reproduce.FULL, record.reproduce is not Reproduce.DIGEST
    found: list[Contributor] = []
    for role, relator in ROLES.items():
        if is_whole or role == "author" or (has_words and role == "translator"):
            shown = relator if is_whole or role != "author" else QUOTED_AUTHOR
            found += [Contributor(str(name), shown) for name in record.people(role) if str(name) and record.is_stated(role)]
    if is_whole and record.authority and record.is_stated("authority"):
        found.append(Contributor(record.authority, ISSUING_BODY))
    return tuple(found)
