"""Citations: ``[@id]``, ``[@id, para. 4]``, ``[see @a; -@b, p. 3]``, ``[@letter, as quoted in @report, p. 3]``.

Pandoc's syntax in brackets (https://pandoc.org/MANUAL.html#citation-syntax), with *as quoted in* besides. They are read in
editorial text only: in a source that is reproduced, ``[@name]`` may be anything. A citation is one inline token, ``citation``,
whose ``meta`` holds a :class:`~dossier.model.citation.Citation` and, once its document is finished, its index in reading order.
"""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from dossier.content.quotation_marks import outer_pairs
from dossier.content.rules.locators import locator_and_suffix
from dossier.content.rules.reading_order import as_read
from dossier.model.citation import Citation, Cite

NAME = "citation"
NUMBERS = "citation_numbers"
ENABLED = "citations"
"""Key of markdown-it's ``env`` that says whether a document's citations are read."""

_BRACKETS = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\](?![(\[])")
_ANOTHER = re.compile(r"(?:^|\s)-?@[A-Za-z0-9]")
_PARTING = re.compile(r";|,?\s+(?P<quoted>(?:as\s+)?(?:quoted|cited)\s+in)\s+(?=-?@)")
_ID = r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*"
_CITE = re.compile(rf"(?P<prefix>(?:.*\s)?)(?P<minus>-?)@(?P<id>{_ID})(?P<rest>(?:[\s,:].*)?)", re.DOTALL)


def add_to(parser: MarkdownIt) -> None:
    """Let ``parser`` read citations, and number them in the end."""
    parser.inline.ruler.before("link", NAME, _read)
    parser.core.ruler.push(NUMBERS, _number)


def parsed(written: str) -> Citation | None:
    """The citation that ``written`` (brackets included) is; ``None`` where it is none."""
    match = _BRACKETS.fullmatch(written)
    if match is None or "@" not in match[1]:
        return None
    cites = [_cite(piece, quoted) for piece, quoted in _pieces(match[1])]
    return Citation(tuple(filter(None, cites)), written) if all(cites) else None


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """What stands between two semicolons, or behind “as quoted in”, and whether it is the latter."""
    end, quoted = 0, False
    spoken = tuple(outer_pairs(text))
    for parting in _PARTING.finditer(text):
        if any(start < parting.start() < stop for start, stop in spoken):
            continue  # in a source's own words it parts nothing
        yield text[end : parting.start()], quoted
        end, quoted = parting.end(), parting["quoted"] is not None
    yield text[end:], quoted


def _cite(piece: str, quoted: bool) -> Cite | None:
    match = _CITE.fullmatch(piece.strip())
    if match is None or _ANOTHER.search(match["prefix"]) or _ANOTHER.search(_unspoken(match["rest"])):
        return None  # each source stands by itself
    locator, suffix = locator_and_suffix(match["rest"])
    return Cite(match["id"], " ".join(match["prefix"].split()), suffix, locator, bool(match["minus"]), quoted)


def _unspoken(text: str) -> str:
    """``text`` without what stands between quotation marks."""
    for start, end in reversed(tuple(outer_pairs(text))):
        text = text[:start] + text[end + 1 :]
    return text


def _read(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[" or not state.env.get(ENABLED):
        return False
    match = _BRACKETS.match(state.src, state.pos, state.posMax)
    citation = parsed(match[0]) if match else None
    if match is None or citation is None:
        return False
    if not silent:
        token = state.push(NAME, "", 0)
        token.content = citation.written
        token.meta = {"citation": citation}
    state.pos = match.end()
    return True


def _number(state: StateCore) -> None:
    """Number the citations as a reader meets them: those of a note where the note is first called."""
    for index, token in enumerate(in_reading_order(state.tokens)):
        token.meta["index"] = index


def in_reading_order(tokens: Sequence[Token]) -> Iterator[Token]:
    """The citation tokens of a finished document, those of a note where it is first called."""
    return (token for token in as_read(tokens) if token.type == NAME)
