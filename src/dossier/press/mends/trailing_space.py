"""Lines that end where the text before a link ends.

Pango 1.50 (Debian 12) breaks a line at its *first* opportunity where the text fits the line but for the space at its end: “Les”
stands alone on a line, and “sources rapportent …” on the next; WeasyPrint may then part a word that would have had room. It hands
text over in such pieces whenever an inline element follows, so that one line in a few hundred is hit.
"""

from collections.abc import Callable
from typing import Any

_NO_BREAK_SPACES = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_NARROWEST = 0.25
"""A letter's width on average, in ems, below which no line of text comes."""


def mend() -> None:
    """Replace WeasyPrint 70's ``split_first_line`` in the layout of lines."""
    from weasyprint.layout import inline
    from weasyprint.text import line_break

    inline.split_first_line = _with_spaces_hanging(inline.split_first_line, line_break)


def _with_spaces_hanging(split: Callable[..., Any], line_break: Any) -> Callable[..., Any]:
    def splitting(text: str, style: Any, context: Any, max_width: Any, *arguments: Any, **options: Any) -> Any:
        found = split(text, style, context, max_width, *arguments, **options)
        if not _is_suspect(text, style, max_width, found):
            return found
        layout = line_break.create_layout(text.rstrip(f" {_NO_BREAK_SPACES}"), style, context, None, 0)
        width, _ = line_break.line_size(layout.get_first_line()[0], style)
        if width > max_width:
            return found
        # A space that hangs over the end is taken off later. One that allows no break must go to the next line with its word.
        wanted = width - 0.01 if text[-1] in _NO_BREAK_SPACES else float("inf")
        return split(text, style, context, wanted, *arguments, **options)

    return splitting


def _is_suspect(text: str, style: Any, max_width: Any, found: Any) -> bool:
    """Whether a text that ends in a space was broken, and is short enough to fit the line if its letters are narrow."""
    if found[2] is None or max_width is None or style["white_space"] != "normal":
        return False
    return text[-1:] in (" ", *_NO_BREAK_SPACES) and len(text) * _NARROWEST * style["font_size"] <= max_width
