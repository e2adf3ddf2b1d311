"""Take the notes of a document out of its tokens, so that each format can put them where it shows notes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from markdown_it.token import Token


class NotesMode(StrEnum):
    """Where notes stand: at the foot of the page, in a section after the text, or as the asides of an EPUB."""

    PAGE = "page"
    SECTION = "section"
    EPUB = "epub"


@dataclass(frozen=True, slots=True)
class Separated:
    """A document's tokens without its notes, the tokens of each note by its number (from 0), and how often it is referred to."""

    body: Sequence[Token]
    notes: Mapping[int, Sequence[Token]] = field(default_factory=dict)
    references: Mapping[int, int] = field(default_factory=dict)


def separated(tokens: Sequence[Token]) -> Separated:
    """Split off the block of notes that mdit-py-plugins puts at the end of a document."""
    body: list[Token] = []
    notes: dict[int, list[Token]] = {}
    references: dict[int, int] = {}
    current: list[Token] = body
    for token in tokens:
        if token.type == "footnote_open":
            current = notes.setdefault(int(token.meta["id"]), [])
        elif token.type == "footnote_close":
            current = body
        elif token.type == "footnote_anchor":
            number = int(token.meta["id"])
            references[number] = references.get(number, 0) + 1
        elif token.type not in ("footnote_block_open", "footnote_block_close"):
            current.append(token)
    return Separated(body, notes, references)
