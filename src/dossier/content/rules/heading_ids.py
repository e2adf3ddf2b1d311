"""Every heading gets an id from its original words, so that addresses are the same in every language."""

from collections.abc import MutableMapping
from copy import deepcopy
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.anchors.index import slugify

NAME = "heading_ids"


def add_to(parser: MarkdownIt) -> None:
    """Let ``parser`` give ids to headings that have none."""
    parser.core.ruler.after("heading_attributes", NAME, _give_ids)


def _give_ids(state: StateCore) -> None:
    taken = {str(token.attrs["id"]) for token in state.tokens if "id" in token.attrs}
    environment = deepcopy(state.env)  # inline rules number footnotes in it; this is only a first look
    for opening, inline in zip(state.tokens, state.tokens[1:], strict=False):
        if opening.type == "heading_open" and "id" not in opening.attrs:
            opening.attrs["id"] = _free(slugify(_words(inline, state.md, environment)) or "section", taken)


def _free(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    taken.add(name)
    return name


def _words(inline: Token, parser: MarkdownIt, environment: MutableMapping[str, Any]) -> str:
    children: list[Token] = []
    parser.inline.parse(inline.content, parser, environment, children)
    return "".join(child.content for child in children if child.type in ("text", "code_inline"))
