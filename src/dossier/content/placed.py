"""Inline tokens with the places in the Markdown that they come from, for those who have to write a part of it again.

markdown-it's inline tokens have no places. They are pushed while its state stands where they begin, and plain text is gathered
from where its first character stands; that is written down here. Where a token ends, the next one begins: so the attributes
behind a link, an image or code belong to it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from markdown_it.rules_inline import fragments_join
from markdown_it.token import Token

from dossier.content.markdown import inline_parser
from dossier.content.rules.flanking import State

_IN_BRACKETS = ("link_open", "span_open")


@dataclass(frozen=True, slots=True)
class Placed:
    """A token, and the part of the text that it was made from: ``text[start:end]``.

    What opens and closes emphasis has its marks in ``token.markup``; its own part may be one character short.
    """

    token: Token
    start: int
    end: int


def placed_inline(text: str, environment: Mapping[str, Any], *, raw_html: bool = False) -> tuple[Placed, ...]:
    """The inline tokens of ``text``, as :func:`dossier.content.markdown.parse_inline` gives them, with their places.

    Neighbouring text tokens are not joined.
    """
    parser, env = inline_parser(raw_html, environment)
    state = _State(text, parser, env, [])
    parser.inline.tokenize(state)
    starts = state.exact_starts()
    for rule in parser.inline.ruler2.getRules(""):
        if rule is not fragments_join:  # it would leave tokens that begin elsewhere
            rule(state)
    ends = [*starts[1:], len(text)] if starts else []
    placed = zip(state.tokens, starts, ends, strict=True)
    return tuple(Placed(token, start, end) for token, start, end in placed if token.type != "text" or token.content)


class _State(State):
    """Writes down where each token begins."""

    def __init__(self, *arguments: Any) -> None:
        self._starts: list[int] = []
        self._pending_start = 0
        super().__init__(*arguments)

    def append_pending(self, text: str) -> None:
        if not self.pending:
            self._pending_start = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802
        self._starts.append(self._pending_start)
        return super().pushPending()

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)  # which pushes pending text first
        self._starts.append(self.pos)
        return token

    def exact_starts(self) -> list[int]:
        """Where each token begins; the signs of one run of ``*``, ``_`` or ``~`` are all pushed at its beginning."""
        exact: list[int] = []
        for index, start in enumerate(self._starts):
            before = index - 1
            if self.tokens[index].type in _IN_BRACKETS and self.tokens[index].markup != "autolink":
                exact.append(start - len("["))  # they are pushed where their words begin
                continue
            follows = index and self._starts[before] == start and self.tokens[before].type == "text"
            exact.append(exact[before] + len(self.tokens[before].content) if follows else start)
        return exact
