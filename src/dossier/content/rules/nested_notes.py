"""A footnote that is defined within another one stands behind it.

``mdit-py-plugins`` reads a definition in the indented text of another, and then forgets what stands there before it, and whose
the text behind it is.
"""

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

NAME = "nested_notes"
_OPEN, _CLOSE = "footnote_reference_open", "footnote_reference_close"


def add_to(parser: MarkdownIt) -> None:
    """Let ``parser`` take notes out of notes."""
    parser.core.ruler.after("block", NAME, _take_out)


def _take_out(state: StateCore) -> None:
    if any(token.type == _OPEN for token in state.tokens):
        state.tokens = list(_side_by_side(state.tokens))


def _side_by_side(tokens: Sequence[Token]) -> Iterator[Token]:
    opened: list[list[Token]] = []
    done: list[list[Token]] = []
    for token in tokens:
        if token.type == _OPEN:
            done.append([])
            opened.append(done[-1])
        if not opened:
            yield token
            continue
        opened[-1].append(token)
        if token.type == _CLOSE:
            opened.pop()
        if not opened:
            yield from (one for note in done for one in note)
            done = []
