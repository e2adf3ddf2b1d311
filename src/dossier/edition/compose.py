"""A localized dossier as an edition: the values that templates show, the same for every format."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from markupsafe import Markup

from dossier.edition.addresses import SOURCES, Addresses, Form, addresses
from dossier.edition.cards import Card, card, source_line, source_title
from dossier.edition.catalogs import Messages
from dossier.edition.contents import Heading, headings
from dossier.edition.footnotes import NotesMode
from dossier.edition.images import pictures
from dossier.edition.marks import Marking, is_mostly_draft
from dossier.edition.phrases import Phrase, string
from dossier.edition.render import Setting, render
from dossier.edition.review import Review, review
from dossier.language.dates import day_in_words
from dossier.language.registry import language as by_tag
from dossier.language.value import Language
from dossier.model.bundle import Metadata
from dossier.model.document import DocumentKind
from dossier.model.records import DossierConfig, Output, PartMatter, SourceRecord
from dossier.model.translation import LocalizedDocument, LocalizedDossier

Toolchain = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another edition of the same dossier, and where it lies beside this one."""

    language: Language
    current: bool


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
class Edition:
    """A dossier in one language, composed and ready for the templates.

    ``day`` is the dossier's date in words; ``siblings`` are its editions in all languages.
    """

    id: str
    language: Language
    title: Phrase
    subtitle: Phrase
    description: Phrase
    rights: Phrase
    publisher: Phrase
    editors: tuple[str, ...]
    version: str
    day: str
    page_size: str
    outputs: tuple[Output, ...]
    siblings: tuple[Sibling, ...]
    review: Review
    metadata: Metadata
    messages: Messages
    marking: Marking
    localized: LocalizedDossier


def compose(localized: LocalizedDossier, messages: Messages, *, modified: int, toolchain: Toolchain = ()) -> Edition:
    """The edition of ``localized``.

    Parameters
    ----------
    localized:
        The woven dossier.
    messages:
        The templates' own strings in its language.
    modified:
        Second since the epoch that all dates written into files take.
    toolchain:
        Names and versions of what makes the files, in a fixed order; shown in the colophon.
    """
    config, language = localized.dossier.config, by_tag(localized.language)
    marking = Marking(language, is_mostly_draft(localized.shares), messages.gettext)
    own = review(localized, language, messages.gettext)

    def front(key: str, written: str) -> Phrase:
        return string(localized.front, key, written, marking)

    return Edition(
        id=config.id,
        language=language,
        title=front("title", config.title),
        subtitle=front("subtitle", config.subtitle),
        description=front("description", config.description),
        rights=front("rights", config.rights),
        publisher=front("publisher", config.publisher),
        editors=tuple(map(str, config.editors)),
        version=config.version,
        day=day_in_words(config.date, language),
        page_size=str(config.pdf.page_size),
        outputs=config.outputs,
        siblings=tuple(Sibling(by_tag(tag), tag == language.tag) for tag in config.languages),
        review=own,
        metadata=_metadata(localized, marking, own, modified, toolchain),
        messages=messages,
        marking=marking,
        localized=localized,
    )


def identifier(config: DossierConfig, language: str) -> str:
    """The identifier of an edition: the dossier's own for the original; a UUID made from it for every other language.

    RFC 9562 UUIDs of version 5: the same at every build, on every machine.
    """
    if config.identifier and language == config.language:
        return config.identifier
    return uuid5(NAMESPACE_URL, f"dossier:{config.identifier or config.id}:{language}").urn


def _metadata(localized: LocalizedDossier, marking: Marking, own: Review, modified: int, toolchain: Toolchain) -> Metadata:
    config, language = localized.dossier.config, marking.edition

    def front(key: str, written: str) -> str:
        return string(localized.front, key, written, marking).text

    return Metadata(
        identifier=identifier(config, language.tag),
        title=front("title", config.title),
        language=language.tag,
        direction=language.direction,
        date=date.fromisoformat(config.date).isoformat(),
        modified=modified,
        subtitle=front("subtitle", config.subtitle),
        description=front("description", config.description),
        creators=tuple(map(str, config.editors)),
        publisher=front("publisher", config.publisher),
        rights=front("rights", config.rights),
        subjects=tuple(front(f"keywords.{index}", word) for index, word in enumerate(config.keywords)),
        sources=tuple(source_line(_record(document)) for document in localized.sources),
        toolchain=toolchain,
        review=own.summary,
    )


def _record(document: LocalizedDocument) -> SourceRecord:
    record = document.document.matter
    assert isinstance(record, SourceRecord), "a source's front matter is a source record"
    return record


def _title(document: LocalizedDocument, marking: Marking) -> Phrase:
    matter = document.document.matter
    if isinstance(matter, SourceRecord):
        return source_title(document, matter, marking)
    return string(document, "title", matter.title, marking)


def _documents(edition: Edition) -> tuple[LocalizedDocument, ...]:
    return (*edition.localized.parts, *edition.localized.sources)


def edition_addresses(edition: Edition, form: Form) -> Addresses:
    """Where everything stands in the edition, as one file or as many."""
    return addresses(_documents(edition), form)


def sections(edition: Edition, where: Addresses, notes: NotesMode) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """Parts and sources rendered for one format.

    In an edition of one file the sources stand together under a heading of their own, one level down.
    """
    shift = 1 if where.form is Form.SINGLE else 0
    setting = Setting(notes, where, pictures(edition.localized.dossier.images), edition.marking, edition.messages.gettext)
    parts = tuple(_section(document, setting) for document in edition.localized.parts)
    return parts, tuple(_section(document, setting, shift) for document in edition.localized.sources)


def _section(document: LocalizedDocument, setting: Setting, shift: int = 0) -> Section:
    own, matter = document.document, document.document.matter
    rendered = render(document, setting, shift=shift)
    subtitle = matter.subtitle if isinstance(matter, PartMatter) else ""
    return Section(
        anchor=setting.addresses.anchor(own.id),
        file=setting.addresses.file(own.id),
        kind=own.kind,
        title=_title(document, setting.marking),
        subtitle=string(document, "subtitle", subtitle, setting.marking),
        body=rendered.body,
        notes=rendered.notes,
        card=card(document, matter, setting.marking) if isinstance(matter, SourceRecord) else None,
    )


def contents(edition: Edition, where: Addresses) -> tuple[Heading, ...]:
    """The table of contents: the parts, then the sources under one heading."""
    listed = [_headings(document, edition, where) for document in edition.localized.parts]
    if not edition.localized.sources:
        return tuple(listed)
    _ = edition.messages.gettext
    language = edition.language
    title = Phrase(_("Sources"), language.tag, language.direction)
    address = f"#{SOURCES}" if where.form is Form.SINGLE else f"{SOURCES}.xhtml"
    below: Sequence[Heading] = [_headings(document, edition, where) for document in edition.localized.sources]
    return (*listed, Heading(title, address, SOURCES, 1, tuple(below)))


def _headings(document: LocalizedDocument, edition: Edition, where: Addresses) -> Heading:
    return headings(document, _title(document, edition.marking), where)
