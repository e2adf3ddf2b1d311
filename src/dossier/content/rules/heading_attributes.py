"""``## Heading {#id .class}``: attributes at the end of a heading, as Pandoc and PHP Markdown Extra read them.

They are taken off before units are cut, so that a translator never sees them and cannot break an address.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from mdit_py_plugins.attrs.parse import ParseError, parse

from dossier.content.rules.attributes import ALLOWED_ATTRIBUTES, NOT_SHOWN

NAME = "heading_attributes"
_TRAILING = re.compile(r"[ \t]+(\{[^{}]*\})$")


def add_to(parser: MarkdownIt) -> None:
    """Let ``parser`` read attributes at the end of headings."""
    parser.core.ruler.after("attr", NAME, _take_off)


def _take_off(state: StateCore) -> None:
    for opening, inline in zip(state.tokens, state.tokens[1:], strict=False):
        found = _TRAILING.search(inline.content) if opening.type == "heading_open" else None
        if found is None:
            continue
        try:
            end, attributes = parse(found[1])
        except ParseError:
            continue
        if end == len(found[1]) - 1:
            opening.attrs.update({name: value for name, value in attributes.items() if name in ALLOWED_ATTRIBUTES})
            others = {name: value for name, value in attributes.items() if name not in ALLOWED_ATTRIBUTES}
            opening.meta.setdefault(NOT_SHOWN, {}).update(others)
            inline.content = inline.content[: found.start()]
