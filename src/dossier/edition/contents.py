"""The table of contents: parts, sources and their headings down to the third level."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dossier.edition.addresses import Addresses
from dossier.edition.house_style import HouseStyle, reproduced_language
from dossier.edition.phrases import Phrase
from dossier.edition.words import plain_text, set_words
from dossier.model.bundle import Entry
from dossier.model.translation import LocalizedDocument, State

DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the contents; ``anchor`` is its id."""

    title: Phrase
    address: str
    anchor: str
    level: int
    children: tuple["Heading", ...] = field(default=())


def headings(document: LocalizedDocument, title: Phrase, addresses: Addresses, style: HouseStyle) -> Heading:
    """A document and its headings as a tree. A level that an author skipped makes no empty entry."""
    own = document.document.id
    listed = [_heading(document, index, addresses, style) for index in _openings(document)]
    nested = _nested([heading for heading in listed if heading.level <= DEEPEST and heading.title])
    return Heading(title, addresses.address(own), addresses.anchor(own), 1, nested)


def entries(found: Iterable[Heading]) -> tuple[Entry, ...]:
    """The same as the press takes it."""
    return tuple(Entry(heading.title.text, heading.address, entries(heading.children)) for heading in found)


def _openings(document: LocalizedDocument) -> Iterable[int]:
    return (index for index, token in enumerate(document.tokens) if token.type == "heading_open" and "id" in token.attrs)


def _heading(document: LocalizedDocument, index: int, addresses: Addresses, style: HouseStyle) -> Heading:
    opening, inline = document.tokens[index], document.tokens[index + 1]
    woven = inline.meta.get("woven")
    tag = woven.language if woven else document.document.language
    language = style.language(tag)
    is_quoted = tag == reproduced_language(document.document.matter)
    words = plain_text(set_words(inline.children or (), language, style, is_quoted=is_quoted))
    target, own = str(opening.attrs["id"]), document.document.id
    state = woven.state if woven else State.ORIGINAL
    title = Phrase(words, tag, language.direction, tag != document.language, state, known=style.known)
    # Headings in a document stand below its title, also where an author began with “#”.
    return Heading(title, addresses.address(own, target), addresses.anchor(own, target), max(2, int(opening.tag[1:])))


def _nested(flat: Sequence[Heading]) -> tuple[Heading, ...]:
    done: list[Heading] = []
    position = 0
    while position < len(flat):
        head = flat[position]
        end = position + 1
        while end < len(flat) and flat[end].level > head.level:
            end += 1
        below = _nested(flat[position + 1 : end])
        done.append(Heading(head.title, head.address, head.anchor, head.level, below))
        position = end
    return tuple(done)
