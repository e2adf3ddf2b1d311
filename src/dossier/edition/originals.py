"""The original below a draft that carries a claim: nobody should have to trust an unreviewed translation for a figure."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from markdown_it.token import Token

from dossier.content.claim_marks import claim_marks
from dossier.content.markdown import parse_inline
from dossier.content.rules.attributes import CLAIM
from dossier.edition.house_style import reproduced_language
from dossier.edition.marks import QUOTED, UNREVIEWED, Marking
from dossier.edition.words import set_words
from dossier.model.document import Document
from dossier.model.translation import WovenUnit

_LEFT_OUT = ("footnote_ref", "citation", "image", "html_inline")
"""What stands in the translation already, and would be counted or numbered twice."""

_BLOCKS = ("paragraph_open", "heading_open")


def with_originals(tokens: Sequence[Token], document: Document, marking: Marking) -> list[Token]:
    """``tokens`` with the original behind each unreviewed translation of a passage that carries a claim.

    Parameters
    ----------
    tokens:
        The marked tokens of a localized document; they are not changed.
    document:
        The document as it was written.
    marking:
        The edition's.

    Returns
    -------
    The tokens: behind paragraphs, list items and headings there is a paragraph with the class ``original``; in a cell, a term or
    a caption, where no block may stand, the words follow in small type.
    """
    done: list[Token] = []
    waiting: list[Token] = []
    for token in tokens:
        if waiting and token.nesting == -1:
            done += [token, *waiting]
            waiting = []
            continue
        original = _original(token, done, document, marking)
        if original and done[-1].type in _BLOCKS:
            waiting = _paragraph(original, done[-1].level)
        elif original:
            token = token.copy(children=[*(token.children or ()), Token("hardbreak", "br", 0), *_small(original)])
        done.append(token)
    return done


def _original(
    token: Token, before: Sequence[Token], document: Document, marking: Marking
) -> tuple[dict[str, str], list[Token]] | None:
    """The language and the words of the original, where the reader should see them."""
    woven: WovenUnit | None = token.meta.get("woven") if token.type == "inline" else None
    if woven is None or woven.state not in UNREVIEWED or woven.language == woven.unit.language:
        return None
    written = parse_inline(woven.unit.msgid, document.environment, raw_html=document.raw_html)
    if before[-1].type == "figcaption_open":
        written = parse_inline(str(written[0].attrs.get("title", "")), document.environment, raw_html=document.raw_html)
    if not any(claim_marks(written)):
        return None
    own = marking.style.language(woven.unit.language)
    is_quoted = own.tag == reproduced_language(document.matter) or marking.style.are_own_words(token.meta[QUOTED], own.tag)
    words = set_words(written, own, marking.style, is_quoted=is_quoted)
    attributes = {"class": "original", "lang": own.tag, "dir": own.direction}
    return attributes, [*_label(marking), *_without_marks(words)]


def _without_marks(children: Sequence[Token]) -> Iterator[Token]:
    for child, following in zip_longest(children, children[1:]):
        if child.type in _LEFT_OUT:
            continue
        attributes = {name: value for name, value in child.attrs.items() if name not in (CLAIM, "id")}
        # A citation stands behind a space; without it, that would stand before the comma.
        parted = following is not None and following.type in _LEFT_OUT
        yield child.copy(attrs=attributes, content=child.content.rstrip(" ") if parted else child.content)


def _label(marking: Marking) -> list[Token]:
    _ = marking.gettext
    original = _("Original")
    edition = marking.edition
    attributes = {"class": "mark mark-original", "lang": edition.tag, "dir": edition.direction}
    return [
        Token("mark_open", "small", 1, attrs=dict(attributes)),
        Token("mark_text", "", 0, content=f"[{original}]"),
        Token("mark_close", "small", -1),
        Token("text", "", 0, content=" "),
    ]


def _paragraph(original: tuple[dict[str, str], list[Token]], level: int) -> list[Token]:
    attributes, children = original
    return [
        Token("paragraph_open", "p", 1, attrs=dict(attributes), level=level, block=True),
        Token("inline", "", 0, children=children, level=level + 1, block=True),
        Token("paragraph_close", "p", -1, level=level, block=True),
    ]


def _small(original: tuple[dict[str, str], list[Token]]) -> list[Token]:
    attributes, children = original
    return [Token("original_open", "small", 1, attrs=dict(attributes)), *children, Token("original_close", "small", -1)]
