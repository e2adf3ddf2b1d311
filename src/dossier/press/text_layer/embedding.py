"""Fonts in a PDF whose codes are not glyphs: the glyphs that are embedded, and the map from codes to them.

``CIDToGIDMap`` (ISO 32000-1, 9.7.4.3) is what a TrueType font has for this, so the encoding stays Identity-H, which all readers
know best. So it does where a font lacks a character: WeasyPrint writes an encoding of its own then, which sends all such codes to
one, and pypdf cannot read (nor MuPDF tell apart) what is in that font anywhere in the document.
"""

import re
from array import array
from collections.abc import Callable, Mapping
from sys import byteorder
from typing import Any

import pydyf

from dossier.press.text_layer.codes import Codes, Outline
from dossier.press.text_layer.outlines import with_outlines

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")


def cutting(clean: Callable[..., None]) -> Callable[..., None]:
    """``clean``, which cuts a ``Font`` of WeasyPrint's, made to keep the glyphs our codes show and to add composites."""

    def with_codes(font: Any, to_unicode: Mapping[int, str], hinting: bool) -> None:
        _publish(font.to_unicode)
        codes: Codes | None = getattr(font, "codes", None)
        if codes is None:
            clean(font, to_unicode, hinting)
            return
        clean(font, dict.fromkeys(_needed(codes, to_unicode), ""), hinting)
        _add_composites(font, codes)

    return with_codes


def _publish(to_unicode: dict[int, str]) -> None:
    """Let no code stand for a character of private meaning (ISO 19005-3, 6.2.11.7.3): a reader is told that it is unknown."""
    for code, text in to_unicode.items():
        if _PRIVATE.search(text):
            to_unicode[code] = _PRIVATE.sub("\N{REPLACEMENT CHARACTER}", text)


def _needed(codes: Codes, used: Mapping[int, str]) -> list[int]:
    own = {code for code in used if code < codes.font.glyph_count}
    shown = {part[0] for outline in codes.outlines.values() for part in outline.parts}
    # (Without any glyph WeasyPrint would embed the whole font.)
    return sorted(own | shown | {0})


def _add_composites(font: Any, codes: Codes) -> None:
    for code in font.missing.values():
        # The box for a missing glyph is as wide as Pango made room for: widths have to agree (ISO 19005-3, 6.2.11.5).
        codes.outlines[code] = Outline(((0, 0, 0),), round(font.widths[code] * font.upem / 1000), made=True)
    made = list(dict.fromkeys(outline for outline in codes.outlines.values() if outline.glyph is None))
    font.file_content, numbers = with_outlines(font.file_content, made) if made else (font.file_content, [])
    glyphs = dict(zip(made, numbers, strict=True))
    for code, outline in codes.outlines.items():
        codes.glyphs[code] = glyphs[outline] if outline.glyph is None else outline.glyph


def describing(describe: Callable[..., None]) -> Callable[..., None]:
    """``describe``, WeasyPrint's ``_build_vector_font_dictionary``, with the map from codes to glyphs."""

    def with_map(font_dictionary: Any, pdf: Any, font: Any, widths: Any, compress: bool, *others: Any) -> None:
        codes: Codes | None = getattr(font, "codes", None)
        if codes is None or not (codes.outlines or font.missing):
            describe(font_dictionary, pdf, font, widths, compress, *others)
            return
        missing, font.missing = font.missing, {}
        describe(font_dictionary, pdf, font, widths, compress, *others)
        font.missing = missing
        stream = pydyf.Stream([_map(codes, widths)], compress=compress)
        pdf.add_object(stream)
        _descendant(font_dictionary, pdf)["CIDToGIDMap"] = stream.reference

    return with_map


def _map(codes: Codes, used: Mapping[int, Any]) -> bytes:
    glyphs = array("H", bytes(2 * (max(used) + 1)))
    for code in used:
        glyphs[code] = codes.glyphs.get(code, code if code < codes.font.glyph_count else 0)
    if byteorder == "little":
        glyphs.byteswap()
    return glyphs.tobytes()


def _descendant(font_dictionary: Any, pdf: Any) -> Any:
    """The CIDFont of a Type 0 font: WeasyPrint keeps its reference only."""
    number = int(bytes(font_dictionary["DescendantFonts"][0]).split()[0])
    return pdf.objects[number]
