"""A localized dossier as an edition: the values that templates show, the same for every format."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TypedDict

from markupsafe import Markup

from dossier.edition.cards import contributors, rights_line, source_line
from dossier.edition.catalogs import Messages
from dossier.edition.citation_notes import with_citation_notes
from dossier.edition.citations import Attribution, Showing
from dossier.edition.house_style import house_style
from dossier.edition.marks import LegendEntry, Marking, is_mostly_draft, legend
from dossier.edition.phrases import Phrase, string
from dossier.edition.qr import qr_svg
from dossier.edition.review import Review, review
from dossier.edition.sign_offs import SignedOff, signed_off
from dossier.edition.text_digest import text_digest
from dossier.language.dates import day_in_words
from dossier.language.value import Language
from dossier.model.bundle import Metadata
from dossier.model.identifiers import doi_address, edition_urn, version_urn, work_urn
from dossier.model.published import edition_address
from dossier.model.records import DossierConfig, Output, Status
from dossier.model.translation import LocalizedDocument, LocalizedDossier

Toolchain = tuple[tuple[str, str], ...]
_NOTHING = Attribution()


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another edition of the same dossier, and where it lies beside this one."""

    language: Language
    current: bool


@dataclass(frozen=True, slots=True)
class Change:
    """What a version changed, and on which day, in words."""

    version: str
    day: str
    text: Phrase


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Since when, and why, the dossier must not be relied on."""

    day: str
    reason: Phrase


@dataclass(frozen=True, slots=True)
class Edition:
    """A dossier in one language, composed and ready for the templates.

    ``day`` is the dossier's date in words; ``siblings`` are its editions in all languages. ``published`` is the address where
    this edition can be read, and ``qr`` the same as a picture; both are empty where the dossier has no ``base-url``.
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
    replaces: str
    corrections: tuple[Change, ...]
    withdrawn: Withdrawal | None
    day: str
    published: str
    qr: Markup
    page_size: str
    large_print: bool
    outputs: tuple[Output, ...]
    siblings: tuple[Sibling, ...]
    review: Review
    signed_off: SignedOff
    legend: tuple[LegendEntry, ...]
    digest: str
    metadata: Metadata
    messages: Messages
    marking: Marking
    localized: LocalizedDossier
    attribution: Attribution

    @property
    def has_names(self) -> bool:
        """Whether there may be an index of names."""
        return bool(self.localized.dossier.glossary.entries)

    @property
    def names_are_draft(self) -> bool:
        """Whether nobody has reviewed the forms of names in the index."""
        return self.localized.dossier.glossary.status is Status.DRAFT

    @property
    def doi_address(self) -> str:
        """The address that the dossier's DOI is linked by; empty where it has none."""
        return doi_address(self.metadata.doi)

    @property
    def imprint_line(self) -> str:
        """Version and day, for the foot of every page: a sheet that lies about tells which edition it is from."""
        _ = self.messages.gettext
        version = _("Version {version}").format(version=self.language.in_digits(self.version)) if self.version else ""
        # No middle dot: beside Persian digits it would be read as a zero.
        return self.messages.pgettext("between two items of a list", ", ").join(filter(None, (version, self.day)))


def compose(
    localized: LocalizedDossier,
    messages: Messages,
    *,
    modified: int,
    toolchain: Toolchain = (),
    attribution: Attribution = _NOTHING,
) -> Edition:
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
    attribution:
        Its citations as a style set them, and what was found out about its quotations.
    """
    config, style = localized.dossier.config, house_style(localized)
    language = style.language(localized.language).dated_in(config.calendars)
    localized = _cited(localized, attribution, language, messages)
    marking = Marking(language, is_mostly_draft(localized.shares), messages.gettext, style)
    own = review(localized, language, messages.gettext)
    published = edition_address(config, language.tag)

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
        replaces=config.replaces,
        corrections=_changes(localized, marking),
        withdrawn=_withdrawal(localized, marking),
        day=day_in_words(config.date, language),
        published=published,
        qr=qr_svg(published, messages.gettext) if published else Markup(),
        page_size=str(config.pdf.page_size or ""),
        large_print=config.pdf.large_print,
        outputs=config.outputs,
        siblings=tuple(Sibling(style.language(tag), tag == language.tag) for tag in config.languages),
        review=own,
        signed_off=signed_off(localized, marking),
        legend=legend(marking, localized.shares),
        digest=text_digest(localized),
        metadata=_metadata(localized, marking, own, modified, toolchain),
        messages=messages,
        marking=marking,
        localized=localized,
        attribution=attribution,
    )


def _cited(localized: LocalizedDossier, attribution: Attribution, language: Language, messages: Messages) -> LocalizedDossier:
    def cited(document: LocalizedDocument) -> LocalizedDocument:
        return with_citation_notes(document, Showing(document, attribution, language, messages))

    return replace(localized, parts=tuple(map(cited, localized.parts)), sources=tuple(map(cited, localized.sources)))


def _changes(localized: LocalizedDossier, marking: Marking) -> tuple[Change, ...]:
    return tuple(
        Change(
            correction.version,
            day_in_words(correction.date, marking.edition),
            string(localized.front, f"corrections.{index}.text", correction.text, marking),
        )
        for index, correction in enumerate(localized.dossier.config.corrections)
    )


def _withdrawal(localized: LocalizedDossier, marking: Marking) -> Withdrawal | None:
    withdrawn = localized.dossier.config.withdrawn
    if withdrawn is None:
        return None
    reason = string(localized.front, "withdrawn.reason", withdrawn.reason, marking)
    return Withdrawal(day_in_words(withdrawn.date, marking.edition), reason)


def identifier(config: DossierConfig, language: str) -> str:
    """The identifier of an edition: the dossier's own for the original; a UUID made from it for every other language.

    What is made is the same at every build, on every machine; see :mod:`dossier.model.identifiers`.
    """
    if config.identifier and language == config.language:
        return config.identifier
    return edition_urn(config.identifier or config.id, language)


def _source_rights(localized: LocalizedDossier, marking: Marking) -> tuple[str, ...]:
    consulted = [one for one in localized.sources if one.record.was_consulted]
    lines = (rights_line(one.record, string(one, "rights", one.record.rights, marking).text) for one in consulted)
    return tuple(filter(None, lines))


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
        sources=tuple(source_line(one.record) for one in localized.sources if one.record.was_consulted),
        source_rights=_source_rights(localized, marking),
        contributors=tuple(dict.fromkeys(person for one in localized.sources for person in contributors(one.record))),
        toolchain=toolchain,
        review=own.summary,
        digits=language.digits,
        **_standing(config, language.tag),
    )


class _Standing(TypedDict):
    work: str
    version: str
    edition_version: str
    replaces: str
    doi: str
    isbn: tuple[tuple[str, str], ...]
    series: tuple[str, str, str]


def _standing(config: DossierConfig, language: str) -> _Standing:
    """Where the edition stands among others: of the same dossier, in the book trade, in a series."""
    own, series = config.identifier or config.id, config.series
    numbers = {one.output: one.number for one in config.isbn if one.language == language}
    return _Standing(
        work=work_urn(own),
        version=config.version,
        edition_version=version_urn(own, language, config.version) if config.version else "",
        replaces=version_urn(own, language, config.replaces) if config.replaces else "",
        doi=config.doi,
        isbn=tuple((output.value, numbers[output]) for output in config.outputs if output in numbers),
        series=(series.title, series.number, series.issn) if series else ("", "", ""),
    )
