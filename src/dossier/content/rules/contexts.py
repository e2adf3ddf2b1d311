"""``{context=month}``: tells a text apart from an equal one that is translated otherwise, as gettext's ``msgctxt``.

::

    {context=verb}
    Book

    ## May {context=month}

    | [May]{context=month} | [may]{context=verb} |

Before a block it holds for every text in it, a table's cells for instance; behind a heading, and behind words in brackets that
are the whole of a text, for that text. Nobody sees it on the page; translators see it in their locale files. It is taken off
before units are cut, and left in the ``meta`` of the ``inline`` token as :data:`CONTEXT`.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.attrs.parse import ParseError, parse

from dossier.content.rules import heading_attributes
from dossier.content.rules.attributes import NOT_SHOWN

NAME = "contexts"
CONTEXT = "context"
_WHOLE = re.compile(r"\[(?P<words>[^\[\]]+)\](?P<attributes>\{[^{}\n]+\})")
_PAIR = re.compile(rf"""[ \t]*\b{CONTEXT}=(?:"[^"]*"|[^\s"{{}}]+)""")


def add_to(parser: MarkdownIt) -> None:
    """Let ``parser`` read contexts."""
    parser.core.ruler.after(heading_attributes.NAME, NAME, _take_off)


def _take_off(state: StateCore) -> None:
    around: list[str | None] = []
    for token in state.tokens:
        if token.nesting == 1:
            around.append(token.meta.get(NOT_SHOWN, {}).get(CONTEXT))
        elif token.nesting == -1:
            around.pop()
        elif token.type == "inline":
            context = _own(token) or next(filter(None, reversed(around)), None)
            if context:
                token.meta[CONTEXT] = context


def _own(token: Token) -> str | None:
    """The context that the whole text of ``token`` has, taken off it."""
    found = _WHOLE.fullmatch(token.content) if CONTEXT in token.content else None
    context = _context(found["attributes"]) if found else None
    if found and context:
        left = _PAIR.sub("", found["attributes"])
        token.content = found["words"] if left.strip("{} \t") == "" else f"[{found['words']}]{left}"
    return context


def _context(attributes: str) -> str | None:
    try:
        _, found = parse(attributes)
    except ParseError:
        return None
    return found.get(CONTEXT)
