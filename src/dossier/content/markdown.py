"""Markdown in two steps, so that translations can be woven in between.

:func:`parse_blocks` finds the blocks and leaves their inline Markdown as text. :func:`finish` parses that text, or what
stands in its place. Because a translation is parsed in its block, with the link references and footnotes of its document,
Markdown never has to be written back (the law: weaving an identity catalog changes nothing).

CommonMark 0.31.2 by markdown-it-py, with tables and strikethrough (GFM), footnotes, definition lists, attributes
(``{#id .class lang=fa}``) on headings, blocks, links, images, code and marked words (``[words]{.class}``), figures (a
paragraph that is one image), timelines (definition lists whose terms are dates), emphasis against the letters of scripts that
put no space there, and citations (``[@id]``) where the text is editorial.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from dossier.content.lost_notes import lost_notes, without_labels, without_notes
from dossier.content.rules import citations, contexts, figures, flanking, heading_attributes, heading_ids, nested_notes, timeline
from dossier.content.rules.attributes import ALLOWED_ATTRIBUTES, ALLOWED_INLINE

BLOCK = "block"
"""Key of an ``inline`` token's ``meta``: its index among the blocks, which is the same in every language."""
_BLOCK_RULES = (
    "normalize",
    "block",
    nested_notes.NAME,
    "attr",
    timeline.NAME,
    heading_attributes.NAME,
    contexts.NAME,
    heading_ids.NAME,
)
_INLINE_RULES = ("inline", figures.NAME, "footnote_tail", "text_join", citations.NUMBERS)


def _parser(raw_html: bool) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": raw_html}).enable(["table", "strikethrough"])
    parser.use(footnote_plugin).use(deflist_plugin)
    # Spans are looked for last, so that [^1]{…} stays a note.
    parser.use(attrs_plugin, spans=True, span_after="footnote_ref", allowed=ALLOWED_INLINE)
    parser.use(attrs_block_plugin, allowed=ALLOWED_ATTRIBUTES)
    for rule in (nested_notes, flanking, timeline, heading_attributes, contexts, heading_ids, figures, citations):
        rule.add_to(parser)
    return parser


@cache
def _block_parser(raw_html: bool) -> MarkdownIt:
    parser = _parser(raw_html)
    parser.core.ruler.enableOnly(_BLOCK_RULES)
    return parser


@cache
def _inline_parser(raw_html: bool) -> MarkdownIt:
    parser = _parser(raw_html)
    parser.core.ruler.enableOnly(_INLINE_RULES)
    return parser


def parse_blocks(text: str, *, raw_html: bool = False, with_citations: bool = False) -> tuple[tuple[Token, ...], dict[str, Any]]:
    r"""The blocks of a Markdown text, their inline Markdown not parsed.

    Parameters
    ----------
    text:
        Markdown without front matter, lines ended by ``\\n``.
    raw_html:
        Whether HTML in the text makes HTML tokens; where not, it is text like any other.
    with_citations:
        Whether ``[@id]`` is a citation: in editorial text.

    Returns
    -------
    The block tokens (each ``inline`` token has its source in ``content``, its index in ``meta`` and no children), and
    markdown-it's ``env`` with the link references and footnotes found.
    """
    parser = _block_parser(raw_html)
    state = StateCore(text, parser, {citations.ENABLED: True} if with_citations else {})
    parser.core.process(state)
    for index, token in enumerate(state.tokens):
        if token.type == "inline":
            token.meta[BLOCK] = index
    return tuple(state.tokens), dict(state.env)


def finish(
    blocks: Sequence[Token],
    environment: Mapping[str, Any],
    replacements: Mapping[int, Token] | None = None,
    *,
    raw_html: bool = False,
) -> tuple[list[Token], dict[str, Any]]:
    """Parse the inline Markdown of ``blocks`` and put figures and footnotes in their places.

    Parameters
    ----------
    blocks, environment:
        What :func:`parse_blocks` gave; neither is changed.
    replacements:
        ``inline`` tokens to use instead of those at these indices of ``blocks``.
    raw_html:
        As for :func:`parse_blocks`.

    Returns
    -------
    Tokens with children, ready to render, and the ``env`` that belongs to them.
    """
    chosen = replacements or {}
    tokens = [chosen.get(index, token) for index, token in enumerate(blocks)]
    done = _finished(tokens, environment, raw_html)
    if lost := lost_notes(done.tokens, environment):
        done = _finished(without_notes(tokens, lost), without_labels(environment, lost), raw_html)
    return done.tokens, dict(done.env)


def _finished(tokens: Iterable[Token], environment: Mapping[str, Any], raw_html: bool) -> StateCore:
    parser = _inline_parser(raw_html)
    state = StateCore("", parser, _fresh(environment))
    state.tokens = list(map(_copy, tokens))
    parser.core.process(state)
    return state


def parse_inline(text: str, environment: Mapping[str, Any], *, raw_html: bool = False) -> list[Token]:
    """The inline tokens of ``text`` in the surroundings (link references, footnotes) of its document."""
    parser = _inline_parser(raw_html)
    children: list[Token] = []
    parser.inline.parse(text, parser, _fresh(environment), children)
    return children


def inline_parser(raw_html: bool, environment: Mapping[str, Any]) -> tuple[MarkdownIt, dict[str, Any]]:
    """What :func:`parse_inline` parses with: the parser, and a copy of ``environment`` that it may write to."""
    return _inline_parser(raw_html), _fresh(environment)


def _fresh(environment: Mapping[str, Any]) -> dict[str, Any]:
    """A copy that inline rules may write to: they number footnotes, and only read link references."""
    return {**environment, "footnotes": _copied(environment["footnotes"])} if "footnotes" in environment else dict(environment)


def _copied(notes: Mapping[Any, Any]) -> dict[Any, Any]:
    # deepcopy does the same at ten times the price, once for every passage of a document with many notes.
    return {key: _copied(value) if isinstance(value, dict) else value for key, value in notes.items()}


def _copy(token: Token) -> Token:
    # Token.copy looks at every field of every token, which takes five times as long.
    return Token(
        token.type,
        token.tag,
        token.nesting,
        dict(token.attrs),
        token.map,
        token.level,
        [] if token.type == "inline" else token.children,
        token.content,
        token.markup,
        token.info,
        dict(token.meta),
        token.block,
        token.hidden,
    )
