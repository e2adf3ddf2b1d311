"""Fonts in a PDF whose codes are not glyphs: the glyphs that are embedded, and the map from codes to them.

``CIDToGIDMap`` (ISO 32000-1, 9.7.4.3) is what a TrueType font has for this, so the encoding stays Identity-H, which all readers
know best. So it does where a font lacks a character: WeasyPrint writes an encoding of its own then, which sends all such codes to
one, and pypdf cannot read (nor MuPDF tell apart) what is in that font anywhere in the document.
"""

from array import array
from collections.abc import Callable, Mapping
from sys import byteorder
from typing import Any

import pydyf

from dossier.press.text_layer.codes import Codes
from dossier.press.text_layer.outlines import with_outlines


def cutting(clean: Callable[..., None]) -> Callable[..., None]:
    """``clean``, which cuts a ``Font`` of WeasyPrint's, made to keep the glyphs our codes show and to add composites."""

    def with_codes(font: Any, to_unicode: Mapping[int, str], hinting: bool) -> None:
        codes: Codes | None = getattr(font, "codes", None)
        if codes is None:
            clean(font, to_unicode, hinting)
            return
        clean(font, dict.fromkeys(_needed(codes, to_unicode), ""), hinting)
        _add_composites(font, codes)

    return with_codes


def _needed(codes: Codes, used: Mapping[int, str]) -> list[int]:
    own = {code for code in used if code < codes.font.glyph_count}
    shown = {part[0] for outline in codes.outlines.values() for part in outline.parts}
    # (Without any glyph WeasyPrint would embed the whole font.)
    return sorted(own | shown | {0})


def _add_composites(font: Any, codes: Codes) -> None:
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
