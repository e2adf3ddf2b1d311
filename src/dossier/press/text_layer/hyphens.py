"""Which hyphens WeasyPrint has put at the end of a line: they are no part of the text (ISO 32000-1, 14.8.2.2.3)."""

from collections.abc import Callable
from typing import Any


class Parted(str):
    """The text of a line that ends within a word, with the hyphen WeasyPrint has put behind it.

    The text is what WeasyPrint hands on from the layout of a line to its justification and its drawing.
    """

    __slots__ = ()


def noting_hyphens(metrics: Callable[..., Any]) -> Callable[..., Any]:
    """``metrics``, WeasyPrint's ``first_line_metrics``, which is told of a hyphen, made to note it in the text of the layout."""

    def noting(
        first_line: Any,
        text: str,
        layout: Any,
        resume_at: Any,
        space_collapse: Any,
        style: Any,
        hyphenated: bool = False,
        hyphenation_character: str | None = None,
    ) -> Any:
        found = metrics(first_line, text, layout, resume_at, space_collapse, style, hyphenated, hyphenation_character)
        if hyphenated or isinstance(text, Parted):
            layout.text = Parted(layout.text)
        return found

    return noting
