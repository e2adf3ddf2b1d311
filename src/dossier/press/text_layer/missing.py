"""Codes for characters that a font has no glyph for: WeasyPrint counts them on from the last glyph, where our codes are."""

from collections.abc import Callable
from typing import Any

from dossier.press.text_layer.codes import Codes


def numbering(number: Callable[[Any, int], int]) -> Callable[[Any, int], int]:
    """``number``, the method ``get_unused_glyph_id`` of WeasyPrint's ``Font``, made to give codes that nobody else has."""

    def with_codes(font: Any, codepoint: int) -> int:
        codes: Codes | None = getattr(font, "codes", None)
        if codes is None:
            return number(font, codepoint)
        if codepoint not in font.missing:
            font.missing[codepoint] = codes.unused()
        found: int = font.missing[codepoint]
        return found

    return with_codes
