"""Addresses and digests, which no hyphen may alter."""

import re
from collections.abc import Callable
from typing import Any

_NO_WORD = re.compile(r"\w[/@=?&#%_]|[/@=?&#%_]\w|[^\W\d]\.[^\W\d]|\d[^\W\d]|[^\W\d]\d")


def mend() -> None:
    """Hyphenate words only, not letters among digits or in an address.

    WeasyPrint 70 hyphenates what Pango takes for a word, so also ``a0c55ad`` or a piece of an address that is written in running
    text: a reader who copies it by hand takes the hyphen for a part of it. They are parted without one.
    """
    from weasyprint.layout import inline, preferred

    for module in (inline, preferred):
        module.split_first_line = _words_only(module.split_first_line)


def _words_only(split: Callable[..., Any]) -> Callable[..., Any]:
    def splitting(text: str, style: Any, *arguments: Any, **options: Any) -> Any:
        found = split(text, style, *arguments, **options)
        if found[2] is None or style["hyphens"] != "auto":
            return found
        head = text.encode()[: found[2]].decode()
        parted = head[-1:] + text[len(head) : len(head) + 1]
        if not parted.isalnum() or not _NO_WORD.search(_around(text, len(head))):
            return found
        whole = style.copy()
        whole["hyphens"] = "manual"
        return split(text, whole, *arguments, **options)

    return splitting


def _around(text: str, place: int) -> str:
    """What stands between spaces around ``place``."""
    end = text.find(" ", place)
    return text[text.rfind(" ", 0, place) + 1 : len(text) if end < 0 else end]
