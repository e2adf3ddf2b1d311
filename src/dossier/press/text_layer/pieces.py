"""Clusters as codes: what is written in a PDF for each."""

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import combining

from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from dossier.press.text_layer.clusters import Cluster
from dossier.press.text_layer.codes import Outline, Part
from dossier.press.text_layer.items import BREAK, EMPTY, Item
from dossier.press.text_layer.reading import RIGHT_TO_LEFT_MARK

_NONE: frozenset[int] = frozenset()
_NOTHING = Outline((), 0)
_GAP = 0.06
"""A gap of a tenth of the size is a space to readers (poppler): a kern that comes near it becomes part of the letter."""
_STEPS = 50
"""A space that justifies a line is as wide as it is, to so many parts of the size: readers take what is left over for another."""
_MARKS = 0.11
"""What all marks of a letter may take of its advance: more than poppler's overlap (0.1), less than MuPDF's space (0.15)."""
# They say how to set a text and are no part of it; a soft hyphen that parts nothing is none of the word's letters.
_STEERING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_LINE_ENDS = (0x0A, 0x0D, 0x2028, 0x2029)
_UNSEEN: dict[int, int | None] = dict.fromkeys((0xAD, 0x2060, 0xFEFF, *_STEERING, *_LINE_ENDS))
_UNSEEN |= {0x09: 0x20, ord(BREAK): 0xAD}


@dataclass(frozen=True, slots=True)
class Piece:
    """What is written for a cluster: codes with the movements between them, and the characters of each code."""

    written: str
    texts: tuple[str, ...]


def piece(cluster: Cluster, item: Item, marked: frozenset[int] = _NONE) -> Piece:
    """The codes for ``cluster``, from left to right; it is worked out once.

    Parameters
    ----------
    marked:
        Before which of them a right-to-left mark is; their number for one behind the last. A mark is part of a code.
    """
    key = (cluster.text, cluster.glyphs, item.rtl, item.size, marked)
    found: Piece | None = item.codes.known.get(key)
    if found is None:
        found = item.codes.known[key] = _new_piece(cluster, item, marked)
    return found


def unseen(item: Item, text: str, right: int = 0) -> str:
    """A code for ``text`` that shows nothing, a little ``right`` (thousandths of the size) of where it belongs.

    At one place with a letter, poppler would put it on a line of its own; where a space is, there is room.
    """
    code = _hex(item.codes.code(_NOTHING, text))
    return f">{-right}<{code}>{right}<" if right else code


def _new_piece(cluster: Cluster, item: Item, marked: frozenset[int]) -> Piece:
    outline, shift = _outline(cluster, item)
    text = cluster.text.translate(_UNSEEN)
    if not text and not outline.parts:
        return Piece(_movement(-cluster.width, item), ())
    characters = _characters(text or cluster.text, item)
    texts = [RIGHT_TO_LEFT_MARK + char if at in marked else char for at, char in enumerate(characters)]
    if len(characters) in marked:
        texts[-1] += RIGHT_TO_LEFT_MARK
    shown = _shared_out(outline, characters, item.font.upem)
    codes = [item.codes.code(one, text) for one, text in zip(shown, texts, strict=True)]
    width = sum(item.font.widths[code] for code in codes)
    over = int(width + (shift - cluster.width) * item.thousandths)
    behind = f">{over}<" if over else ""
    return Piece(f"{''.join(map(_hex, codes[:-1]))}{_movement(-shift, item)}{_hex(codes[-1])}{behind}", characters)


def _characters(text: str, item: Item) -> tuple[str, ...]:
    """What each code of a cluster stands for, from left to right."""
    is_one = not item.rtl or len(set(text)) == 1
    return (text,) if is_one else tuple(reversed(text))


def _shared_out(outline: Outline, texts: Sequence[str], upem: int) -> list[Outline]:
    """Outlines side by side, one for each of ``texts``, that show together what ``outline`` shows; the last shows it all.

    A code without width stands where its neighbour does, and readers take it for a word of its own, or for a letter that is
    printed twice; but a vowel sign that is wide leaves a gap in MuPDF, which does not let it move the pen.
    """
    marks = sum(map(_is_mark, texts))
    of_mark = min(outline.advance // len(texts), int(_MARKS * upem) // max(marks, 1))
    of_letter = (outline.advance - marks * of_mark) // max(len(texts) - marks, 1)
    shares = [of_mark if _is_mark(text) else of_letter for text in texts[:-1]]
    back = sum(shares)
    if not shares or of_mark <= 0:
        return [*(_NOTHING for _ in shares), outline]
    parts = tuple((glyph, right - back, up) for glyph, right, up in outline.parts)
    return [*(Outline((), share) for share in shares), Outline(parts, outline.advance - back, made=True)]


def _is_mark(text: str) -> bool:
    return any(map(combining, text))


def _outline(cluster: Cluster, item: Item) -> tuple[Outline, int]:
    """What a cluster shows, and how far a glyph that stands alone is moved before it is shown, in Pango's units."""
    upem = item.font.upem
    units = upem * FROM_UNITS / item.size
    own = sum(_advance(glyph[0], item) for glyph in cluster.glyphs if glyph[0] != EMPTY)
    set_width = cluster.width * units
    if item.rtl and cluster.text == " " and set_width > own + upem / _STEPS:
        step = upem / _STEPS
        return Outline((), round(int(set_width / step) * step)), 0
    gap = 0 if len(cluster.glyphs) > 1 else _GAP * upem
    advance = round(set_width) if set_width - own > gap and not cluster.text.isspace() else own
    glyph, _, right, down = cluster.glyphs[0]
    if len(cluster.glyphs) == 1 and glyph != EMPTY and not down and advance == own:
        return Outline(((glyph, 0, 0),), advance), right
    return Outline(tuple(_parts(cluster, units)), advance, made=True), 0


def _parts(cluster: Cluster, units: float) -> list[Part]:
    parts, pen = list[Part](), 0
    for glyph, width, right, down in cluster.glyphs:
        if glyph != EMPTY:
            parts.append((glyph, round((pen + right) * units), -round(down * units)))
        pen += width
    return parts


def _advance(glyph: int, item: Item) -> int:
    """A glyph's own advance, in units of its font."""
    found: int | None = item.codes.known.get(glyph)
    if found is None:
        extents = ffi.new("PangoRectangle *")
        pango.pango_font_get_glyph_extents(item.face, glyph, ffi.NULL, extents)
        found = item.codes.known[glyph] = round(extents.width * FROM_UNITS * item.font.upem / item.size)
    return found


def _movement(units: int, item: Item) -> str:
    return f">{units * item.thousandths:.6g}<" if units else ""


def _hex(code: int) -> str:
    return f"{code:04x}"
