"""What Pango has shaped, as runs of one direction in the order of the text."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from dossier.press.text_layer.clusters import FARTHEST, Cluster, clusters, with_numbers_whole, with_repeats_whole
from dossier.press.text_layer.codes import Codes, codes_of
from dossier.press.text_layer.hyphens import Parted

EMPTY: int = pango.PANGO_GLYPH_EMPTY
"""Pango's glyph for what shows nothing."""
BREAK = "\ufdd0"
"""The text of the hyphen that parts a word at the end of a line, until it gets its code: a noncharacter."""

_CODES = 4
"""So many codes a byte of text takes at most, and a run besides: alone, and again with marks."""
_UNKNOWN = pango.PANGO_GLYPH_UNKNOWN_FLAG
_SIZE_IS_WRONG = pango.pango_version() < 14802  # https://gitlab.gnome.org/GNOME/pango/-/issues/530


@dataclass(frozen=True, slots=True)
class Item:
    """A run of one face and direction.

    Parameters
    ----------
    rtl:
        Whether it runs from right to left.
    offset:
        Where its text begins in the line's, in bytes.
    face, font, codes:
        Pango's font, WeasyPrint's, and the codes given out for it.
    size:
        In CSS pixels.
    clusters:
        From left to right.
    width:
        In CSS pixels.
    """

    rtl: bool
    offset: int
    face: Any
    font: Any
    codes: Codes
    size: float
    clusters: Sequence[Cluster]
    width: float

    @property
    def thousandths(self) -> float:
        """How many thousandths of the size one of Pango's units is."""
        return float(1000 * FROM_UNITS / self.size)


@dataclass(frozen=True, slots=True)
class Run:
    """Items of one direction side by side, from left to right; their left edge in the line and their width, in CSS pixels."""

    items: tuple[Item, ...]
    left: float
    width: float

    @property
    def rtl(self) -> bool:
        """Whether it runs from right to left."""
        return self.items[0].rtl


def runs_of(stream: Any, textbox: Any) -> list[Run] | None:
    """The runs of a text box; ``None`` where it needs a face or glyph that our codes cannot show, or more codes than are left."""
    layout = textbox.pango_layout
    pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    items = _items(stream, layout, textbox.style["font_size"])
    if items is None:
        return None
    runs, left = list[Run](), 0.0
    for _, group in groupby(items, key=lambda item: item.rtl):
        own = tuple(group)
        run = Run(own, left, sum(item.width for item in own))
        runs.append(run)
        left += run.width
    return sorted(runs, key=lambda run: min(item.offset for item in run.items))


def _items(stream: Any, layout: Any, font_size: float) -> list[Item] | None:
    line, _ = layout.get_first_line()
    text, items, run, length = layout.text.encode(), list[Item](), line.runs, 0
    face = _Face(None, None, None, 0.0)
    while run != ffi.NULL:
        length += run.data.item.length
        pango_font = run.data.item.analysis.font
        if pango_font != face.pango:
            # Pango begins an item at each space of a justified line, in the same face; to ask for it takes its time.
            face = _face(stream, pango_font, font_size)
        is_parted = run.next == ffi.NULL and isinstance(layout.text, Parted)
        item = _item(face, run.data, text, is_parted=is_parted)
        if item is None:
            return None
        items.append(item)
        run = run.next
    # With sixty thousand distinct clusters in a font there are no more codes: what is left is set as WeasyPrint sets it.
    most = _CODES * (length + len(items))
    return items if all(item.codes.left >= most for item in items) else None


class _Face(NamedTuple):
    pango: Any
    font: Any
    codes: Codes | None
    size: float


def _face(stream: Any, pango_font: Any, font_size: float) -> _Face:
    font, size = stream.add_font(pango_font)
    return _Face(pango_font, font, codes_of(font, stream._fonts.values()), font_size if _SIZE_IS_WRONG else size)


def _item(face: _Face, glyph_item: Any, text: bytes, *, is_parted: bool) -> Item | None:
    if face.codes is None:
        return None
    found = clusters(glyph_item, text)
    far = FARTHEST * face.size
    for cluster in found:
        for glyph, _, right, down in cluster.glyphs:
            # (Marks on marks on marks climb out of any font's units.)
            if (glyph & _UNKNOWN and glyph != EMPTY) or not -far < right < far or not -far < down < far:
                return None
    if is_parted and found:
        found[-1] = Cluster(BREAK, found[-1].glyphs)
    rtl = bool(glyph_item.item.analysis.level % 2)
    whole = found
    if len(found) > 1 or not rtl:
        whole = list(with_repeats_whole(found, face.size) if rtl else with_numbers_whole(found, face.size))
    width = sum(cluster.width for cluster in whole) * FROM_UNITS
    return Item(rtl, glyph_item.item.offset, face.pango, face.font, face.codes, face.size, whole, width)
