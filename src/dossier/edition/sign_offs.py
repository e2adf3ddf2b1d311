"""Who has signed off which document of an edition, for its colophon."""

from collections.abc import Callable
from dataclasses import dataclass

from dossier.edition.cards import source_title
from dossier.edition.marks import Marking
from dossier.edition.phrases import Phrase, string
from dossier.language.dates import day_in_words
from dossier.model.document import DocumentKind
from dossier.model.records import PartMatter, SourceRecord
from dossier.model.translation import LocalizedDocument, LocalizedDossier, State


@dataclass(frozen=True, slots=True)
class Signature:
    """A reviewer's pseudonym, and the day in words."""

    reviewer: str
    day: str


@dataclass(frozen=True, slots=True)
class SignedDocument:
    """A document whose whole translation was read, and by whom."""

    title: Phrase
    signatures: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class SignedOff:
    """The documents with a valid sign-off, in reading order, and how many could have one."""

    documents: tuple[SignedDocument, ...]
    translated: int

    def __bool__(self) -> bool:
        return bool(self.documents)


def signed_off(localized: LocalizedDossier, marking: Marking) -> SignedOff:
    """The sign-offs of ``localized``, each with its document's title as the edition shows it."""
    found = []
    for document in localized.documents:
        own = sorted((one for one in localized.sign_offs if one.document == document.document.id), key=lambda one: one.date)
        signatures = tuple(Signature(one.reviewer, day_in_words(one.date, marking.edition)) for one in own)
        if signatures:
            found.append(SignedDocument(_title(document, marking), signatures))
    translated = sum(any(unit.state is not State.ORIGINAL for unit in document.units) for document in localized.documents)
    return SignedOff(tuple(found), translated)


def _title(document: LocalizedDocument, marking: Marking) -> Phrase:
    matter = document.document.matter
    if isinstance(matter, SourceRecord):
        return source_title(document, matter, marking)
    if isinstance(matter, PartMatter):
        return string(document, "title", matter.title, marking)
    return Phrase(_own_words(document.document.kind, marking.gettext), marking.edition.tag, marking.edition.direction)


def _own_words(kind: DocumentKind, _: Callable[[str], str]) -> str:
    """What the edition calls the strings of ``claims.toml`` and of ``dossier.toml``, which have no title."""
    return _("Who says what") if kind is DocumentKind.CLAIMS else _("Title, description and rights")
