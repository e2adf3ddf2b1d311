"""The words of Markdown's tokens, as paragraphs."""

from collections.abc import Iterable, Iterator, Sequence

from markdown_it.token import Token

_BLOCKS_OF_TEXT = ("fence", "code_block")
_SAID = ("text", "code_inline")


def paragraphs_of(tokens: Iterable[Token]) -> Iterator[str]:
    """The words of each block of finished tokens; code is text, HTML, images and calls of notes have no words."""
    for token in tokens:
        if token.type == "inline":
            yield words_of(token.children or ())
        elif token.type in _BLOCKS_OF_TEXT:
            yield token.content


def words_of(children: Sequence[Token]) -> str:
    """The words of inline tokens, a line's end as such."""
    return "".join(_words(child) for child in children)


def _words(token: Token) -> str:
    if token.type in _SAID:
        return token.content
    return "\n" if token.type in ("softbreak", "hardbreak") else ""
