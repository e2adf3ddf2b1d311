"""An edition laid out for one format: its documents rendered, its contents, its index, what there is to say of its sources."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from dossier.edition.addresses import BIBLIOGRAPHY, CLAIMS, NAMES, SOURCES, Addresses, Form, addresses
from dossier.edition.balance import Balance, Bar, balance
from dossier.edition.bibliography import BibliographyEntry, bibliography
from dossier.edition.cards import Card, card, source_title
from dossier.edition.citing import CitedIn, Citing, CitingMatrix
from dossier.edition.claims import WhoSaysWhat, claim_addresses, claim_headings, who_says_what
from dossier.edition.compose import Edition
from dossier.edition.contents import Heading, headings
from dossier.edition.footnotes import NotesMode
from dossier.edition.images import pictures
from dossier.edition.index_pages import with_pages
from dossier.edition.marks import Marking
from dossier.edition.names import NameGroup, anchors_of, index_of_names
from dossier.edition.phrases import Phrase, string
from dossier.edition.quotation_bars import quotation_bars
from dossier.edition.render import Setting, render
from dossier.edition.timeline import dated_sources
from dossier.model.bundle import Page
from dossier.model.document import DocumentKind
from dossier.model.records import PartMatter, SourceRecord
from dossier.model.translation import LocalizedDocument


@dataclass(frozen=True, slots=True)
class Section:
    """A document of an edition, rendered for one format.

    ``anchor`` is its id, ``file`` its name in an edition of many files; ``card`` and ``cited_in`` are there for sources only.
    """

    anchor: str
    file: str
    kind: DocumentKind
    title: Phrase
    subtitle: Phrase
    body: Markup
    notes: Markup
    card: Card | None = None
    cited_in: tuple[CitedIn, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """All that the templates of one format show.

    ``names`` is empty without a glossary; there is no ``citing`` and no ``bibliography`` without citations; ``balance`` is
    ``None`` without sources, ``claims`` without answers to compare.
    """

    parts: tuple[Section, ...]
    sources: tuple[Section, ...]
    contents: tuple[Heading, ...]
    balance: Balance | None
    names: tuple[NameGroup, ...]
    citing: CitingMatrix | None = None
    bibliography: tuple[BibliographyEntry, ...] = ()
    quotations: tuple[Bar, ...] = ()
    claims: WhoSaysWhat | None = None

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
    titles = {document.document.id: document_title(document, edition.marking) for document in _documents(edition)}
    names = index_of_names(edition.localized, where, titles, edition.marking)
    citing = Citing(edition.localized.parts, where, titles, edition.marking)
    on_paper = notes is NotesMode.PAGE
    parts, sources = sections(edition, where, notes, anchors=anchors_of(names) | citing.anchors if on_paper else None)
    found = balance(edition.localized, edition.marking, edition.messages, where) if sources else None
    cited = bibliography(edition.attribution.texts.bibliography, where)
    return Layout(
        parts=parts,
        sources=tuple(replace(section, cited_in=citing.cited_in(section.card.number)) for section in sources if section.card),
        # On paper the questions are seen at a glance, and would send the contents to a second page.
        contents=contents(edition, where, with_questions=not on_paper, with_bibliography=bool(cited), with_names=bool(names)),
        balance=found,
        names=with_pages(names, pages or {}),
        citing=citing.matrix(edition.localized.sources),
        bibliography=cited,
        quotations=quotation_bars(edition.attribution.checked, edition.language, edition.messages.gettext),
        claims=who_says_what(edition.localized, edition.marking, edition.messages, where),
    )


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
        claims=claim_addresses(edition.localized, where) if notes is not NotesMode.PAGE else {},
    )
    parts = tuple(_section(document, setting, deeper) for document in edition.localized.parts)
    return parts, tuple(_section(document, setting, shift) for document in edition.localized.sources)


def contents(
    edition: Edition,
    where: Addresses,
    *,
    with_questions: bool = True,
    with_bibliography: bool = False,
    with_names: bool = False,
) -> tuple[Heading, ...]:
    """The table of contents: the parts, who says what, the sources under one heading, the bibliography, the index of names."""
    _ = edition.messages.gettext
    found = [_headings(document, edition, where) for document in edition.localized.parts]
    if edition.localized.claims:
        questions = claim_headings(edition.localized, edition.marking, where) if with_questions else ()
        found.append(_own(_("Who says what"), CLAIMS, edition, where, questions))
    if edition.localized.sources:
        below = tuple(_headings(document, edition, where) for document in edition.localized.sources)
        found.append(_own(_("Sources"), SOURCES, edition, where, below))
    if with_bibliography:
        found.append(_own(_("Bibliography"), BIBLIOGRAPHY, edition, where))
    if with_names:
        found.append(_own(_("Index of names"), NAMES, edition, where))
    return tuple(found)


def _own(title: str, anchor: str, edition: Edition, where: Addresses, below: tuple[Heading, ...] = ()) -> Heading:
    """An entry for a page of the edition's own."""
    address = f"#{anchor}" if where.form is Form.SINGLE else f"{anchor}.xhtml"
    return Heading(Phrase(title, edition.language.tag, edition.language.direction), address, anchor, 1, below)


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
    assert isinstance(matter, PartMatter), "a document of an edition is a part or a source"
    return string(document, "title", matter.title, marking)


def _headings(document: LocalizedDocument, edition: Edition, where: Addresses) -> Heading:
    return headings(document, document_title(document, edition.marking), where, edition.marking.style)
