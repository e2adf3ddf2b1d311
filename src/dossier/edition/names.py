"""The index of persons, bodies, places and terms: where an edition names what its glossary lists, in every language's form."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from dossier.edition.addresses import NAMES, Addresses
from dossier.edition.house_style import HouseStyle
from dossier.edition.marks import Marking
from dossier.edition.passages import DocumentPassages, Passage, by_document, passages
from dossier.edition.phrases import Phrase
from dossier.edition.words import set_text
from dossier.language.collation import sort_key
from dossier.language.name_search import BARRIER, Search, search_in
from dossier.language.registry import name_in
from dossier.language.value import Language
from dossier.model.glossary import GlossaryEntry, TermKind
from dossier.model.translation import LocalizedDossier

Gettext = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class OtherForm:
    """A name in another language than its headword. ``language`` is what the edition calls that; one of the two may be empty."""

    language: str
    form: Phrase
    abbreviation: Phrase


@dataclass(frozen=True, slots=True)
class PageSpan:
    """A page that names an entry, or the first and the last of pages in a row, as they are printed; ``last`` may be empty."""

    first: str
    last: str
    address: str


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A name with its forms and its passages; ``id`` is its own id in the edition, ``pages`` are known once they are set."""

    id: str
    headword: Phrase
    abbreviation: Phrase
    other_forms: tuple[OtherForm, ...]
    places: tuple[Passage, ...]
    pages: tuple[PageSpan, ...] = ()
    is_reference = False

    @property
    def documents(self) -> tuple[DocumentPassages, ...]:
        """The passages by their documents."""
        return by_document(self.places)


@dataclass(frozen=True, slots=True)
class SeeReference:
    """An abbreviation in its own place of the alphabet, and the name it stands for; ``address`` is that entry's."""

    abbreviation: Phrase
    headword: Phrase
    address: str
    is_reference = True


@dataclass(frozen=True, slots=True)
class NameGroup:
    """The entries of one kind, in the order of the edition's language."""

    kind: TermKind
    title: str
    entries: tuple[NameEntry | SeeReference, ...]


def index_of_names(
    localized: LocalizedDossier,
    addresses: Addresses,
    titles: Mapping[str, Phrase],
    marking: Marking,
) -> tuple[NameGroup, ...]:
    """The index of an edition: those entries of its glossary that its pages name.

    Names are looked for in the words that are shown, each passage with the forms of the language it is shown in; not in code
    and not in addresses.

    Parameters
    ----------
    localized, addresses:
        The edition, and where everything stands in it.
    titles:
        Titles of its documents, by their ids.
    marking:
        The edition's: its language, and what translates the index's few own words.

    Returns
    -------
    Groups in the order of :class:`TermKind`; none that is empty, and none at all without a glossary.
    """
    entries = localized.dossier.glossary.entries
    if not entries:
        return ()
    edition, style, gettext = marking.edition, marking.style, marking.gettext
    searches = _Searches(entries)
    found: dict[str, dict[str, Passage]] = {}
    for document in (*localized.parts, *localized.sources):
        title = titles[document.document.id]
        for token, place in passages(document, addresses, title, marking):
            for entry in _named(token, document.language, searches):
                found.setdefault(entry, {}).setdefault(place.anchor, place)
    listing = _Listing(edition, localized.dossier.config.languages, style)
    names = {entry.id: listing.entry(entry, tuple(found[entry.id].values())) for entry in entries if entry.id in found}
    kinds = {kind: [names[entry.id] for entry in entries if entry.kind is kind and entry.id in names] for kind in TermKind}
    return tuple(_group(kind, listed, listing, gettext) for kind, listed in kinds.items() if listed)


def anchors_of(groups: Iterable[NameGroup]) -> frozenset[str]:
    """The ids that an index refers to: :attr:`Setting.anchors` of an edition on paper."""
    entries = (entry for group in groups for entry in group.entries)
    return frozenset(place.anchor for entry in entries if isinstance(entry, NameEntry) for place in entry.places)


# -- finding


class _Searches:
    """The searches of a glossary, each made when a text in its language comes up."""

    def __init__(self, entries: Sequence[GlossaryEntry]) -> None:
        self._entries = entries
        self._made: dict[str, Search | None] = {}

    def found(self, text: str, language: str) -> Iterator[str]:
        if language not in self._made:
            self._made[language] = search_in(language, self._entries)
        search = self._made[language]
        return search.found(text) if search else iter(())


def _named(token: Token, language: str, searches: _Searches) -> Iterator[str]:
    woven = token.meta.get("woven")
    # The words of a note that is written in its paragraph (^[…]) are no unit of their own.
    return searches.found(_shown(token.children or ()), woven.language if woven else language)


def _shown(children: Sequence[Token]) -> str:
    """The words of inline tokens that are searched."""
    words: list[str] = []
    in_address = False
    for child in children:
        if child.type in ("link_open", "link_close"):
            in_address = child.type == "link_open" and child.info == "auto"
        elif child.type == "text":
            words.append(BARRIER if in_address else child.content)
        elif child.type in ("softbreak", "hardbreak"):
            words.append(" ")
        elif child.nesting == 0 and child.type != "html_inline":
            words.append(BARRIER)
    return "".join(words)


# -- listing


@dataclass(frozen=True, slots=True)
class _Listing:
    """How an edition writes entries: in its own language where it can, then in the dossier's languages in their order."""

    edition: Language
    languages: Sequence[str]
    style: HouseStyle

    def entry(self, entry: GlossaryEntry, places: tuple[Passage, ...]) -> NameEntry:
        tags = self._tags(entry)
        head = next(tag for tag in tags if tag in entry.forms)
        others = tuple(self._other(entry, tag) for tag in tags if tag != head)
        abbreviation = self._phrase(entry.abbreviations.get(head, ""), head)
        return NameEntry(_entry_id(entry.id), self._phrase(entry.forms[head], head), abbreviation, others, places)

    def key(self, phrase: Phrase) -> tuple[float, ...]:
        return sort_key(phrase.text, self.edition)

    def _tags(self, entry: GlossaryEntry) -> list[str]:
        order = (
            self.edition.tag,
            self.edition.tag.partition("-")[0],
            *self.languages,
            *sorted({*entry.forms, *entry.abbreviations}),
        )
        return [tag for tag in dict.fromkeys(order) if tag in entry.forms or tag in entry.abbreviations]

    def _other(self, entry: GlossaryEntry, tag: str) -> OtherForm:
        form, abbreviation = entry.forms.get(tag, ""), entry.abbreviations.get(tag, "")
        return OtherForm(name_in(tag, self.edition), self._phrase(form, tag), self._phrase(abbreviation, tag))

    def _phrase(self, text: str, tag: str) -> Phrase:
        language = self.style.language(tag)
        return Phrase(set_text(text, language), tag, language.direction, tag != self.edition.tag, known=self.style.known)


def _entry_id(identifier: str) -> str:
    return f"{NAMES}--{identifier}"


def _group(kind: TermKind, names: Sequence[NameEntry], listing: _Listing, gettext: Gettext) -> NameGroup:
    lines: list[tuple[Phrase, NameEntry | SeeReference]] = [(name.headword, name) for name in names]
    for name in names:
        if name.abbreviation and name.abbreviation.text != name.headword.text:
            lines.append((name.abbreviation, SeeReference(name.abbreviation, name.headword, f"#{name.id}")))
    lines.sort(key=lambda line: (listing.key(line[0]), line[0].text))
    return NameGroup(kind, _title(kind, gettext), tuple(_without_neighbours([line for _, line in lines])))


def _without_neighbours(lines: Sequence[NameEntry | SeeReference]) -> Iterator[NameEntry | SeeReference]:
    """Lines without the references that stand beside what they refer to, where they help nobody."""
    for index, line in enumerate(lines):
        around = (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])
        beside = {f"#{other.id}" for other in around if isinstance(other, NameEntry)}
        if isinstance(line, NameEntry) or line.address not in beside:
            yield line


def _title(kind: TermKind, gettext: Gettext) -> str:
    _ = gettext
    titles = {TermKind.PERSON: _("Persons"), TermKind.BODY: _("Bodies"), TermKind.PLACE: _("Places")}
    return titles.get(kind, _("Terms and abbreviations"))
