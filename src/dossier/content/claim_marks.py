"""Words that are marked as a claim: ``[over 30,000]{claim=victims}``."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from dossier.content.rules.attributes import CLAIM

_WORDS = ("text", "text_special", "code_inline")
_BREAKS = ("softbreak", "hardbreak")


@dataclass(frozen=True, slots=True)
class ClaimMark:
    """Marked words.

    Parameters
    ----------
    claim:
        Id of the question that they answer, as it was written.
    words:
        The marked words, without markup and notes.
    first, last:
        Where the mark begins and ends among the inline tokens of its block.
    """

    claim: str
    words: str
    first: int
    last: int


def claim_marks(children: Sequence[Token]) -> Iterator[ClaimMark]:
    """The marks among the inline tokens of a block, in order; one may stand in another."""
    for first, token in enumerate(children):
        if CLAIM in token.attrs:
            last = _end(children, first)
            yield ClaimMark(str(token.attrs[CLAIM]), _plain(children[first : last + 1]), first, last)


def _end(children: Sequence[Token], first: int) -> int:
    """Where what ``first`` opens is closed; ``first`` itself where it opens nothing."""
    depth = 0
    for position in range(first, len(children)):
        depth += children[position].nesting
        if depth == 0:
            return position
    return len(children) - 1


def _plain(children: Sequence[Token]) -> str:
    return "".join(" " if token.type in _BREAKS else token.content for token in children if token.type in (*_WORDS, *_BREAKS))
