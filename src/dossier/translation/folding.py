"""Soft line breaks become spaces, wherever that changes nothing.

An editor who re-wraps a paragraph has not changed it; a translator should not have to look at it again.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from markdown_it.token import Token

from dossier.content.markdown import parse_inline

_SOFT_BREAK = re.compile(r"(?<![ \\]) ?\n[ \t]*(?=\S)")


def folded(content: str, environment: Mapping[str, Any], raw_html: bool) -> str:
    """``content`` with its soft breaks as spaces; ``content`` itself where the folded text would parse to another tree.

    Of CommonMark's 652 examples the plain substitution changes 71: a link's title may not hold a blank, a line that ends in
    two spaces is a hard break, and so on. Hence the comparison.
    """
    if "\n" not in content:
        return content
    candidate = _SOFT_BREAK.sub(" ", content)
    before = parse_inline(content, environment, raw_html=raw_html)
    after = parse_inline(candidate, environment, raw_html=raw_html)
    return candidate if outline(before) == outline(after) else content


def outline(tokens: Sequence[Token]) -> list[tuple[Any, ...]]:
    """The tree of inline tokens as comparable values: soft breaks count as spaces, neighbouring text is joined."""
    rows: list[tuple[Any, ...]] = []
    for token in tokens:
        text = " " if token.type == "softbreak" else token.content if token.type in ("text", "text_special") else None
        if text is None:
            children = tuple(outline(token.children)) if token.children else ()
            rows.append((token.type, token.tag, tuple(token.attrs.items()), token.content, str(token.meta), children))
        elif rows and rows[-1][0] == "text":
            rows[-1] = ("text", rows[-1][1] + text)
        else:
            rows.append(("text", text))
    return rows
