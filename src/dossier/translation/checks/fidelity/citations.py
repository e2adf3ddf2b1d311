"""T009: a translation cites what its original cites, at the same places of the sources; and its citations are read as such."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from dossier.translation.checks.finding import Finding, differences
from dossier.translation.checks.passage import Passage

_UNREAD = re.compile(r"\[[^\[\]]*@[A-Za-z0-9][^\[\]]*\]")


def check(one: Passage) -> Iterator[Finding]:
    """Compare sources and locators as multisets: words before and after them may be translated."""
    yield from differences("T009", "citation", one.original_parts["citation"], one.translated_parts["citation"], "[{}]".format)
    if one.original_parts["citation"]:
        before = _unread(one.original)
        for written in _unread(one.translated):
            if written not in before:
                message = f"“{written}” would be printed as it stands: it is not read as a citation"
                yield Finding("T009", message, "leave no bracket right behind it, and cite one source once; or take it out")


def _unread(tokens: Sequence[Token]) -> list[str]:
    return [
        found for token in tokens if token.type == "text" and "@" in token.content for found in _UNREAD.findall(token.content)
    ]
