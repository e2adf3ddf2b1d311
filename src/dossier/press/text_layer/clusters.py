"""What Pango has shaped, as clusters: the characters that belong together, and the glyphs that show them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from unicodedata import combining

from dossier.press.text_layer.reading import LEFT_TO_RIGHT_MARK

Glyph = tuple[int, int, int, int]
"""Its number, its width, and how far right and up it is moved, in Pango's units (1/1024 of a CSS pixel)."""

_NARROW = 0.25 * 1024
"""Of the size, in Pango's units."""
FARTHEST = 12 * 1024
"""Of the size, in Pango's units: how wide, and how high, one code may be. A font's tables count to 32767, 16 sizes or more."""
_PERSIAN = frozenset("۰۱۲۳۴۵۶۷۸۹")
_ARABIC = frozenset("٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True, slots=True)
class Cluster:
    """Characters that cannot be told apart on the page; a ligature, a letter with its marks, a letter alone."""

    text: str
    glyphs: tuple[Glyph, ...]

    @property
    def width(self) -> int:
        """In Pango's units."""
        return sum(glyph[1] for glyph in self.glyphs)


def clusters(glyph_item: Any, text: bytes) -> list[Cluster]:
    """The clusters of a run of Pango's, from left to right.

    Parameters
    ----------
    glyph_item:
        A ``PangoGlyphItem``.
    text:
        The whole text of its layout, UTF-8.
    """
    item, shaped = glyph_item.item, glyph_item.glyphs
    count = shaped.num_glyphs
    starts = shaped.log_clusters[0:count]
    glyphs = [(info.glyph, (place := info.geometry).width, place.x_offset, place.y_offset) for info in shaped.glyphs[0:count]]
    own = text[item.offset : item.offset + item.length]
    rtl = bool(item.analysis.level % 2)
    found = list(_grouped(list(starts), glyphs, own, rtl=rtl))
    if any(map(combining, own.decode())):
        found = list(_with_marks(found, rtl=rtl))
        found = found if rtl else found[::-1]
    return found


def _grouped(starts: Sequence[int], glyphs: Sequence[Glyph], text: bytes, *, rtl: bool) -> Iterator[Cluster]:
    """Glyphs with the same start belong together; a cluster's text ends where, in the order of the text, the next begins."""
    count, first = len(starts), 0
    while first < count:
        start, last = starts[first], first + 1
        while last < count and starts[last] == start:
            last += 1
        following = starts[max(first - 1, 0) : first] if rtl else starts[last : last + 1]
        end = following[0] if following else len(text)
        yield Cluster(text[start:end].decode(), tuple(glyphs[first:last]))
        first = last


def _with_marks(found: Sequence[Cluster], *, rtl: bool) -> Iterator[Cluster]:
    """Clusters from left to right, with marks at their letters: Pango shapes them apart, and they stand where no letter ends."""
    waiting: list[Cluster] = []
    for cluster in found if rtl else reversed(found):
        waiting.append(cluster)
        if combining(cluster.text[0]) == 0:
            yield _one(waiting, rtl=rtl)
            waiting = []
    if waiting:
        yield _one(waiting, rtl=rtl)


def _one(row: list[Cluster], *, rtl: bool) -> Cluster:
    """Clusters as one: a letter and its marks in the order of the text, the glyphs from left to right."""
    if len(row) == 1:
        return row[0]
    placed = row if rtl else row[::-1]
    text = "".join(cluster.text for cluster in reversed(row))
    return Cluster(text, tuple(glyph for cluster in placed for glyph in cluster.glyphs))


def with_repeats_whole(found: Sequence[Cluster], size: float) -> Iterator[Cluster]:
    """Clusters from left to right, set at ``size`` CSS pixels, with the same narrow letter twice in a row as one.

    Readers take a letter that is shown again a tenth of its size further for one that is printed twice to look bold (poppler,
    MuPDF), and ج and the kashida can be as narrow as that.
    """
    for text, row in groupby(found, key=lambda cluster: cluster.text):
        same = list(row)
        widths = [cluster.width for cluster in same]
        is_wide = min(widths) > _NARROW * size or sum(widths) > FARTHEST * size
        if len(same) == 1 or len(text) > 1 or text.isspace() or is_wide:
            yield from same
        else:
            yield Cluster(text * len(same), tuple(glyph for cluster in same for glyph in cluster.glyphs))


def with_numbers_whole(found: Sequence[Cluster], size: float) -> Iterator[Cluster]:
    """Clusters from left to right, set at ``size`` CSS pixels, with those of a number in Arabic or Persian digits as one.

    Readers take such digits for letters that run from right to left, or for signs without a direction (pypdf), and turn a number
    of several codes round. MuPDF takes the Arabic ones for letters, unless something that is none stands before them.
    """
    waiting: list[Cluster] = []
    for cluster in found:
        if cluster.text.isspace():
            yield from _joined(waiting, size)
            waiting = []
            yield cluster
        else:
            waiting.append(cluster)
    yield from _joined(waiting, size)


def _joined(word: list[Cluster], size: float) -> Iterator[Cluster]:
    text = "".join(cluster.text for cluster in word)
    is_number = not _ARABIC.isdisjoint(text) or (len(word) > 1 and not _PERSIAN.isdisjoint(text))
    if is_number and sum(cluster.width for cluster in word) <= FARTHEST * size:
        glyphs = tuple(glyph for cluster in word for glyph in cluster.glyphs)
        yield Cluster(text if _ARABIC.isdisjoint(text) else LEFT_TO_RIGHT_MARK + text, glyphs)
    else:
        yield from word
