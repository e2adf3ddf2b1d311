"""Marked words (``[over 30,000]{claim=victims}``) on the page: on screen a link to the table of who says what.

A link serves a reader better than a mark that only a machine sees: whoever doubts a figure is one step from the answers of all
sources. On paper, where there is nothing to follow, the words stand as they are.
"""

from collections.abc import Mapping, Sequence

from markdown_it.token import Token

from dossier.content.claim_marks import ClaimMark, claim_marks
from dossier.content.rules.attributes import CLAIM

DATA = "data-claim"
"""The attribute that carries the claim's id on the page."""

_LINKS = ("link_open", "footnote_ref", "citation", "set_citation", "html_inline")


def with_claims(tokens: Sequence[Token], addresses: Mapping[str, str]) -> list[Token]:
    """``tokens`` whose marked words are links.

    Parameters
    ----------
    tokens:
        Those of a document; they are not changed.
    addresses:
        Where the table of each claim stands, by its id; empty where nothing can be followed.
    """
    return [token.copy(children=_marked(token.children, addresses)) if token.children else token for token in tokens]


def _marked(children: Sequence[Token], addresses: Mapping[str, str]) -> list[Token]:
    done = list(children)
    for mark in claim_marks(children):
        attributes = {name: value for name, value in done[mark.first].attrs.items() if name != CLAIM} | {DATA: mark.claim}
        done[mark.first] = done[mark.first].copy(attrs=attributes)
        address = addresses.get(mark.claim, "")
        if address and _can_be_link(children, mark):
            kind = f"{attributes.get('class', '')} claim".strip()
            # Token types of their own: the renderer resolves the addresses of links that an author wrote, and this is none.
            done[mark.first] = Token("claim_open", "a", 1, attrs={**attributes, "class": kind, "href": address})
            done[mark.last] = Token("claim_close", "a", -1)
    return done


def _can_be_link(children: Sequence[Token], mark: ClaimMark) -> bool:
    """A link may hold no other, nor stand in one."""
    inside = children[mark.first + 1 : mark.last]
    before = [token.type for token in children[: mark.first]]
    if children[mark.first].type != "span_open" or before.count("link_open") > before.count("link_close"):
        return False
    return not any(token.type in _LINKS or CLAIM in token.attrs for token in inside)
