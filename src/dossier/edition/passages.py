"""The passages of a document, in the order they are read, and how an index or a back-link points at them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from markdown_it.token import Token

from dossier.edition.addresses import Addresses
from dossier.edition.footnotes import separated
from dossier.edition.marks import Marking
from dossier.edition.paragraphs import FIGURE, PARAGRAPH, TABLE, Block, blocks
from dossier.edition.phrases import Phrase
from dossier.model.translation import LocalizedDocument


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that can be pointed at.

    Parameters
    ----------
    address, anchor:
        Where a link leads, and the id it leads to.
    document:
        Title of its document.
    label:
        Which passage of the document it is: ``¶ 12``, ``note 3``.
    note:
        The number of the note that it is, from 1; 0 where it is none.
    """

    address: str
    anchor: str
    document: Phrase
    label: str
    note: int = 0


@dataclass(frozen=True, slots=True)
class DocumentPassages:
    """Passages of one document."""

    title: Phrase
    places: tuple[Passage, ...]


def by_document(found: Iterable[Passage]) -> tuple[DocumentPassages, ...]:
    """Passages by their documents."""
    grouped = groupby(found, key=lambda place: place.document)
    return tuple(DocumentPassages(title, tuple(places)) for title, places in grouped)


def passages(
    document: LocalizedDocument, addresses: Addresses, title: Phrase, marking: Marking
) -> Iterator[tuple[Token, Passage]]:
    """Every ``inline`` token of ``document`` that can be pointed at, and how; notes stand where they are called.

    Parameters
    ----------
    document, addresses:
        What, and where everything stands in the edition.
    title:
        The document's.
    marking:
        The edition's: its digits, and what translates the few words of labels.
    """
    return _Reading(document, Pointer(document, addresses, title, marking)).all()


class Pointer:
    """Makes passages of one document."""

    def __init__(self, document: LocalizedDocument, addresses: Addresses, title: Phrase, marking: Marking) -> None:
        self._document = document.document.id
        self._addresses = addresses
        self._title = title
        self._gettext = marking.gettext
        self._edition = marking.edition
        self._blocks = blocks(document, addresses)

    def heading(self, target: str) -> Passage:
        """The heading with the id ``target``."""
        _ = self._gettext
        return self._place(target, _("heading"))

    def note(self, number: int) -> Passage:
        """The note with this number, from 0."""
        _ = self._gettext
        return self._place(f"fn.{number + 1}", self._numbered(_("note {number}"), number + 1), number + 1)

    def block(self, token: Token) -> Passage | None:
        """The block whose words ``token`` holds; ``None`` where it has no name."""
        woven = token.meta.get("woven")
        block = self._blocks.get(woven.unit.target) if woven else None
        return self._place(block.target, self._label(block)) if block else None

    def _label(self, block: Block) -> str:
        _ = self._gettext
        patterns = {PARAGRAPH: "¶ {number}", FIGURE: _("figure {number}"), TABLE: _("table {number}")}
        return self._numbered(patterns.get(block.kind, _("term {number}")), block.number)

    def _numbered(self, pattern: str, number: int) -> str:
        return pattern.format(number=self._edition.in_digits(str(number)))

    def _place(self, target: str, label: str, note: int = 0) -> Passage:
        own = self._document
        return Passage(self._addresses.address(own, target), self._addresses.anchor(own, target), self._title, label, note)


class _Reading:
    """One reading of a document, from its beginning to its end."""

    def __init__(self, document: LocalizedDocument, pointer: Pointer) -> None:
        self._parts = separated(document.tokens)
        self._pointer = pointer
        self._notes_read: set[int] = set()

    def all(self) -> Iterator[tuple[Token, Passage]]:
        heading = ""
        for token in self._parts.body:
            if token.type == "heading_open":
                heading = str(token.attrs.get("id", ""))
            elif token.type == "heading_close":
                heading = ""
            elif token.type == "inline":
                place = self._pointer.heading(heading) if heading else self._pointer.block(token)
                if place is not None:
                    yield token, place
                yield from self._notes_of(token)

    def _notes_of(self, token: Token) -> Iterator[tuple[Token, Passage]]:
        for child in token.children or ():
            number = int(child.meta["id"]) if child.type == "footnote_ref" else None
            if number is None or number in self._notes_read:
                continue
            self._notes_read.add(number)
            for inner in self._parts.notes.get(number, ()):
                if inner.type == "inline":
                    yield inner, self._pointer.note(number)
                    yield from self._notes_of(inner)
