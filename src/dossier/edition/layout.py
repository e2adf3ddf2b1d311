"""An edition laid out for one format: its documents rendered, its contents, its index, what there is to say of its sources."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from dossier.edition.addresses import NAMES, SOURCES, Addresses, Form, addresses
from dossier.edition.balance import Balance, balance
from dossier.edition.cards import Card, card, source_title
from dossier.edition.compose import Edition
from dossier.edition.contents import Heading, headings
from dossier.edition.footnotes import NotesMode
from dossier.edition.images import pictures
from dossier.edition.index_pages import with_pages
from dossier.edition.marks import Marking
from dossier.edition.names import NameGroup, anchors_of, index_of_names
from dossier.edition.phrases import Phrase, string
from dossier.edition.render import Setting, render
from dossier.edition.timeline import dated_sources
from dossier.model.bundle import Page
from dossier.model.document import DocumentKind
from dossier.model.records import PartMatter, SourceRecord
from dossier.model.translation import LocalizedDocument


@dataclass(frozen=True, slots=True)
class Section:
    """A document of an edition, rendered for one format.

    ``anchor`` is its id, ``file`` its name in an edition of many files; ``card`` is there for sources only.
    """

    anchor: str
    file: str
    kind: DocumentKind
    title: Phrase
    subtitle: Phrase
    body: Markup
    notes: Markup
    card: Card | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """All that the templates of one format show.

    ``names`` is empty without a glossary, ``balance`` is ``None`` without sources.
    """

    parts: tuple[Section, ...]
    sources: tuple[Section, ...]
    contents: tuple[Heading, ...]
    balance: Balance | None
    names: tuple[NameGroup, ...]

    @property
    def values(self) -> Mapping[str, object]:
        """The same by the names that templates use."""
        return {name: getattr(self, name) for name in self.__slots__}


def lay_out(edition: Edition, form: Form, notes: NotesMode, pages: Mapping[str, Page] | None = None) -> Layout:
    """Lay ``edition`` out as one file or many.

    Parameters
    ----------
    edition, form:
        What, and in how many files.
    notes:
        Where its notes stand.
    pages:
        On which page each anchor stands, as far as that is known: for the index.
    """
    where = edition_addresses(edition, form)
    names = _names(edition, where)
    on_paper = notes is NotesMode.PAGE
    parts, sources = sections(edition, where, notes, anchors=anchors_of(names) if on_paper else None)
    found = balance(edition.localized, edition.marking, edition.messages, where) if sources else None
    return Layout(parts, sources, contents(edition, where, with_names=bool(names)), found, with_pages(names, pages or {}))


def edition_addresses(edition: Edition, form: Form) -> Addresses:
    """Where everything stands in the edition, as one file or as many."""
    return addresses(_documents(edition), form)


def sections(
    edition: Edition, where: Addresses, notes: NotesMode, *, anchors: frozenset[str] | None = None
) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """Parts and sources rendered for one format; ``anchors`` as for :class:`~dossier.edition.render.Setting`.

    In an edition of one file the sources stand together under a heading of their own, one level down. On the web page the one
    first heading is the dossier's title, and everything stands below it.
    """
    deeper = 1 if notes is NotesMode.SECTION else 0
    shift = deeper + (1 if where.form is Form.SINGLE else 0)
    setting = Setting(
        notes=notes,
        addresses=where,
        pictures=pictures(edition.localized.dossier.images),
        marking=edition.marking,
        gettext=edition.messages.gettext,
        sources=dated_sources(edition.localized, edition.marking),
        anchors=anchors,
    )
    parts = tuple(_section(document, setting, deeper) for document in edition.localized.parts)
    return parts, tuple(_section(document, setting, shift) for document in edition.localized.sources)


def contents(edition: Edition, where: Addresses, *, with_names: bool = False) -> tuple[Heading, ...]:
    """The table of contents: the parts, then the sources under one heading, then the index of names."""
    _ = edition.messages.gettext
    found = [_headings(document, edition, where) for document in edition.localized.parts]
    if edition.localized.sources:
        below = tuple(_headings(document, edition, where) for document in edition.localized.sources)
        found.append(_own(_("Sources"), SOURCES, edition, where, below))
    if with_names:
        found.append(_own(_("Index of names"), NAMES, edition, where))
    return tuple(found)


def _own(title: str, anchor: str, edition: Edition, where: Addresses, below: tuple[Heading, ...] = ()) -> Heading:
    """An entry for a page of the edition's own."""
    address = f"#{anchor}" if where.form is Form.SINGLE else f"{anchor}.xhtml"
    return Heading(Phrase(title, edition.language.tag, edition.language.direction), address, anchor, 1, below)


def _names(edition: Edition, where: Addresses) -> tuple[NameGroup, ...]:
    titles = {document.document.id: document_title(document, edition.marking) for document in _documents(edition)}
    return index_of_names(edition.localized, where, titles, edition.messages.gettext)


def _documents(edition: Edition) -> tuple[LocalizedDocument, ...]:
    return (*edition.localized.parts, *edition.localized.sources)


def _section(document: LocalizedDocument, setting: Setting, shift: int = 0) -> Section:
    own, matter = document.document, document.document.matter
    rendered = render(document, setting, shift=shift)
    subtitle = matter.subtitle if isinstance(matter, PartMatter) else ""
    return Section(
        anchor=setting.addresses.anchor(own.id),
        file=setting.addresses.file(own.id),
        kind=own.kind,
        title=document_title(document, setting.marking),
        subtitle=string(document, "subtitle", subtitle, setting.marking),
        body=rendered.body,
        notes=rendered.notes,
        card=card(document, matter, setting.marking) if isinstance(matter, SourceRecord) else None,
    )


def document_title(document: LocalizedDocument, marking: Marking) -> Phrase:
    """What a document is called in an edition."""
    matter = document.document.matter
    if isinstance(matter, SourceRecord):
        return source_title(document, matter, marking)
    return string(document, "title", matter.title, marking)


def _headings(document: LocalizedDocument, edition: Edition, where: Addresses) -> Heading:
    return headings(document, document_title(document, edition.marking), where)
