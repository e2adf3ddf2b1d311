"""Lines that may end between a closing quotation mark and a bracket.

Pango 1.50 (Debian 12) breaks lines as Unicode 14 does: never between a quotation mark and an opening bracket, not even at the
space between them (UAX 14, LB15, which since Unicode 15.1 holds for opening marks only). A note says “Title,” [December 2020]:
its line ended before the last word of the title, or parted that word where the whole of it had room.
"""

import re
from collections.abc import Callable
from typing import Any

_BREAKS = re.compile(r"[”’»›\"'] +(?=[\[(])")


def mend() -> None:
    """Replace WeasyPrint 70's ``split_first_line`` in the layout of lines."""
    from weasyprint.layout import inline

    inline.split_first_line = _with_breaks_after_quotations(inline.split_first_line)


def _with_breaks_after_quotations(split: Callable[..., Any]) -> Callable[..., Any]:
    def splitting(text: str, style: Any, context: Any, max_width: Any, *arguments: Any, **options: Any) -> Any:
        found = split(text, style, context, max_width, *arguments, **options)
        if found[2] is None or max_width is None or style["white_space"] != "normal":
            return found
        for end in _ends_after(text, found[2]):
            layout, length, resume_at, *sizes = split(text[:end].rstrip(" "), style, context, max_width, *arguments, **options)
            if resume_at is None and sizes[0] <= max_width:
                return (layout, length, len(text[:end].encode()), *sizes)
        return found

    return splitting


def _ends_after(text: str, resume_at: int) -> list[int]:
    """Where a line could end later than at byte ``resume_at``, the last place first."""
    ends = [match.end() for match in _BREAKS.finditer(text)]
    return [end for end in reversed(ends) if len(text[:end].encode()) > resume_at]
