"""A timeline: a definition list with the class ``timeline``, whose terms are EDTF dates.

::

    {.timeline .with-sources}
    1988-07/1988-09
    : What happened, according to whom.

Dates are set by machine in every language. A term of a timeline is therefore no inline Markdown, which a translator would be
asked for, but one token of its own, :data:`DATE`; the definitions stay blocks like any other.
"""

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

NAME = "timeline"
DATE = "timeline_date"
CLASS = "timeline"


def add_to(parser: MarkdownIt) -> None:
    """Let ``parser`` read the terms of timelines as dates."""
    # Behind "attr", which gives the list its class.
    parser.core.ruler.after("attr", NAME, _take_dates)


def is_timeline(token: Token) -> bool:
    """Whether ``token`` opens a timeline."""
    return token.type == "dl_open" and CLASS in str(token.attrs.get("class", "")).split()


def _take_dates(state: StateCore) -> None:
    if any(map(is_timeline, state.tokens)):
        state.tokens = list(_with_dates(state.tokens))


def _with_dates(tokens: Sequence[Token]) -> Iterator[Token]:
    open_lists: list[Token] = []
    term_of_timeline = False
    for token in tokens:
        if token.type == "dl_open":
            open_lists.append(token)
        elif token.type == "dl_close":
            open_lists.pop()
        elif token.type in ("dt_open", "dt_close"):
            term_of_timeline = token.type == "dt_open" and is_timeline(open_lists[-1])
        yield _date(token) if term_of_timeline and token.type == "inline" else token


def _date(term: Token) -> Token:
    written = term.content.strip()
    return Token(DATE, "", 0, content=written, meta={"edtf": written}, map=term.map, level=term.level, block=True)
