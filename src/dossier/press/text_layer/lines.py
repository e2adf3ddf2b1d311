"""A line of text, written in a page: takes the place of WeasyPrint 70's ``draw_first_line``.

One line is one or more runs of one direction. They are written in the order of the text, each from left to right in a text
object of its own: PDFium sorts text objects by place, MuPDF and pypdf take them as they come, and both are served.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any
from unicodedata import combining

from weasyprint.matrix import Matrix
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from dossier.press.text_layer.clusters import Cluster, clusters, with_numbers_whole, with_repeats_whole
from dossier.press.text_layer.codes import Codes, Outline, Part, codes_of
from dossier.press.text_layer.hyphens import Parted
from dossier.press.text_layer.reading import (
    ARABIC_LETTER_MARK,
    LEFT_TO_RIGHT_MARK,
    RIGHT_TO_LEFT_MARK,
    Reading,
    before_letter,
    marks_in,
    needs_mark,
    reading_of,
)

_BREAK = "\ufdd0"
"""The text of the hyphen that parts a word at the end of a line, until it gets its code: a noncharacter."""

_EMPTY = pango.PANGO_GLYPH_EMPTY
_UNKNOWN = pango.PANGO_GLYPH_UNKNOWN_FLAG
_SIZE_IS_WRONG_BEFORE = 14802  # https://gitlab.gnome.org/GNOME/pango/-/issues/530
_NONE: frozenset[int] = frozenset()
_NO_OUTLINE = Outline((), 0)
_GAP = 0.06
"""A gap of a tenth of the size is a space to readers (poppler): a kern that comes near it becomes part of the letter."""
_STEPS = 50
"""A space that justifies a line is as wide as it is, to so many parts of the size: readers take what is left over for another."""
_MARKS = 0.11
"""What all marks of a letter may take of its advance: more than poppler's overlap (0.1), less than MuPDF's space (0.15)."""
_ASIDE = 50  # thousandths of the size, less than half a space
# They say how to set a text and are no part of it; a soft hyphen that parts nothing is none of the word's letters.
_UNSEEN: dict[int, int | None] = dict.fromkeys(
    (0xAD, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x0A, 0x0D, 0x2028, 0x2029)
)
_UNSEEN |= {0x09: 0x20, ord(_BREAK): 0xAD}


@dataclass(frozen=True, slots=True)
class Piece:
    """What is written for a cluster: codes with the movements between them, and the characters of each code."""

    written: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A run of one face (Pango's) and direction."""

    level: int
    offset: int
    face: Any
    font: Any
    codes: Codes
    size: float
    clusters: list[Cluster]

    @property
    def rtl(self) -> bool:
        return bool(self.level % 2)

    @property
    def thousandths(self) -> float:
        """How many thousandths of the size one of Pango's units is."""
        return float(1000 * FROM_UNITS / self.size)

    @property
    def width(self) -> float:
        """In CSS pixels."""
        return float(sum(cluster.width for cluster in self.clusters) * FROM_UNITS)


@dataclass(frozen=True, slots=True)
class Run:
    """Items of one direction that stand side by side, from left to right."""

    items: tuple[Item, ...]
    left: float

    @property
    def rtl(self) -> bool:
        return self.items[0].rtl

    @property
    def offset(self) -> int:
        return min(item.offset for item in self.items)

    @property
    def width(self) -> float:
        return sum(item.width for item in self.items)


def drawing(draw: Callable[..., list[Any]]) -> Callable[..., list[Any]]:
    """``draw``, WeasyPrint's ``draw_first_line``, with our codes; it is left to write what these cannot show."""

    def draw_first_line(stream: Any, textbox: Any, text_overflow: str, block_ellipsis: Any, matrix: Any) -> list[Any]:
        is_plain = text_overflow != "ellipsis" and block_ellipsis == "none"
        is_seen = textbox.text.strip() and textbox.style["font_size"] >= 1e-6
        runs = _runs(stream, textbox) if is_plain and is_seen else None
        if runs is None:
            return draw(stream, textbox, text_overflow, block_ellipsis, matrix)
        _write(stream, runs, matrix)
        return []

    return draw_first_line


# -- reading what Pango has shaped


def _runs(stream: Any, textbox: Any) -> list[Run] | None:
    """The runs of a line in the order of its text; ``None`` where it needs a face or a glyph that our codes cannot show."""
    layout = textbox.pango_layout
    pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    items = _items(stream, layout, textbox.style["font_size"])
    if items is None:
        return None
    runs, left = list[Run](), 0.0
    for _, group in groupby(items, key=lambda item: item.rtl):
        run = Run(tuple(group), left)
        runs.append(run)
        left += run.width
    return sorted(runs, key=lambda run: run.offset)


def _items(stream: Any, layout: Any, font_size: float) -> list[Item] | None:
    line, _ = layout.get_first_line()
    text, items, run = layout.text.encode(), list[Item](), line.runs
    while run != ffi.NULL:
        item = _item(stream, run.data, text, font_size)
        if item is None:
            return None
        items.append(item)
        run = run.next
    if items and isinstance(layout.text, Parted):
        _soften(items[-1].clusters)
    return items


def _item(stream: Any, glyph_item: Any, text: bytes, font_size: float) -> Item | None:
    analysis = glyph_item.item.analysis
    font, size = stream.add_font(analysis.font)
    codes = codes_of(font, stream._fonts.values())
    if codes is None:
        return None
    found = clusters(glyph_item, text)
    if any(glyph[0] & _UNKNOWN and glyph[0] != _EMPTY for cluster in found for glyph in cluster.glyphs):
        return None
    if pango.pango_version() < _SIZE_IS_WRONG_BEFORE:
        size = font_size
    found = list(with_repeats_whole(found, size) if analysis.level % 2 else with_numbers_whole(found))
    return Item(analysis.level, glyph_item.item.offset, analysis.font, font, codes, size, found)


def _soften(found: list[Cluster]) -> None:
    """Make the hyphen at the end of a line one that parts a word."""
    if found:
        found[-1] = Cluster(_BREAK, found[-1].glyphs)


# -- writing


def _write(stream: Any, runs: Sequence[Run], matrix: Any) -> None:
    reading = reading_of(stream)
    for run in runs:
        place = Matrix(e=run.left) @ matrix if run.left else matrix
        left, baseline = place[2][0], place[2][1]
        if not run.rtl and (reading.rtl or reading.ran_rtl):
            run = _with_beginning_whole(run, reading, (left, left + run.width), baseline)
        pieces = [[_piece(cluster, item) for cluster in item.clusters] for item in run.items]
        texts = [text for row in pieces for piece in row for text in piece.texts]
        if texts:
            _help(pieces, texts, run, reading, (left, left + run.width), baseline)
        _begin(stream, run, reading)
        stream.set_text_matrix(*place.values)
        for (font, size), group in groupby(
            zip(run.items, pieces, strict=True), key=lambda pair: (pair[0].font.hash, pair[0].size)
        ):
            stream.set_font_size(font, size)
            _show(stream, [piece for _, row in group for piece in row])
        reading.saw(texts, rtl=run.rtl, edges=(left, left + run.width), baseline=baseline)


def _with_beginning_whole(run: Run, reading: Reading, edges: tuple[float, float], baseline: float) -> Run:
    """A left-to-right run behind a right-to-left one, with all before its first letter as one code: see pypdf's way."""
    first = run.items[0]
    left, right = edges
    before = ""
    if reading.ran_rtl and reading.is_apart(right, baseline):
        before = " "
    elif reading.ran_rtl and reading.is_right_of_last(left, baseline) and needs_mark(first.clusters[0].text[0]):
        before = LEFT_TO_RIGHT_MARK
    count = max(before_letter([cluster.text for cluster in first.clusters]), 1)
    if count < 2 and not before:
        return run
    beginning = first.clusters[:count]
    text = before + "".join(cluster.text for cluster in beginning)
    whole = Cluster(text, tuple(glyph for cluster in beginning for glyph in cluster.glyphs))
    return replace(run, items=(replace(first, clusters=[whole, *first.clusters[count:]]), *run.items[1:]))


def _help(
    pieces: list[list[Piece]], texts: list[str], run: Run, reading: Reading, edges: tuple[float, float], baseline: float
) -> None:
    """Add what readers need to a run: marks of direction, and the space between it and what stands before it on its line."""
    right = edges[1]
    if run.rtl:
        if reading.is_apart(right, baseline):
            pieces[-1].append(Piece(_alone(run.items[-1], " ", 0), (" ",)))
            texts.append(" ")
        behind_ltr = not reading.ran_rtl and reading.is_left_of_last(right, baseline)
        places = set(marks_in(texts, behind_ltr=behind_ltr, rtl=reading.rtl))
        _with_marks(pieces, run, places, first=RIGHT_TO_LEFT_MARK if reading.rtl else ARABIC_LETTER_MARK)
    elif reading.ran_rtl and needs_mark(texts[-1][-1]):
        pieces[-1].append(Piece(_alone(run.items[-1], LEFT_TO_RIGHT_MARK, 0), (LEFT_TO_RIGHT_MARK,)))


def _begin(stream: Any, run: Run, reading: Reading) -> None:
    """Begin a text object for a run, but for one from left to right behind another: WeasyPrint has begun one for the line."""
    if stream.stream[-1] != b"BT" and (run.rtl or reading.ran_rtl):
        stream.stream += [b"ET", b"BT"]


def _show(stream: Any, row: Sequence[Piece]) -> None:
    written = f"<{''.join(piece.written for piece in row)}>".replace("<>", " ").strip()
    if written:
        stream.show_text(written)


def _with_marks(pieces: list[list[Piece]], run: Run, places: set[int], *, first: str) -> None:
    """Put marks before the codes numbered ``places``, each into its code; ``first`` is the one before all codes.

    Spaces keep codes of their own, since readers part words at them; a mark beside one is a code too.
    """
    number = 0
    for item, row in zip(run.items, pieces, strict=True):
        for at, piece in enumerate(row):
            own = frozenset(place - number for place in places if number <= place < number + len(piece.texts))
            if not own:
                pass
            elif piece.texts[0].isspace():
                row[at] = Piece(_alone(item, RIGHT_TO_LEFT_MARK if number else first, _ASIDE) + piece.written, piece.texts)
            else:
                row[at] = _piece(item.clusters[at], item, own)
                if first == ARABIC_LETTER_MARK and not number and 0 in own:
                    row[at] = Piece(_alone(item, first, -1) + row[at].written, piece.texts)
            number += len(piece.texts)
    if number in places:
        _mark_end(pieces[-1], run.items[-1], places)


def _mark_end(row: list[Piece], item: Item, places: set[int]) -> None:
    if row[-1].texts[-1].isspace():
        row.append(Piece(_alone(item, RIGHT_TO_LEFT_MARK, -_ASIDE), (RIGHT_TO_LEFT_MARK,)))
    else:
        first = max(places) - len(row[-1].texts)
        own = frozenset(place - first for place in places if place >= first)
        row[-1] = _piece(item.clusters[-1], item, own)


def _alone(item: Item, text: str, right: int) -> str:
    """A code for ``text`` that shows nothing, a little ``right`` (thousandths of the size) of where it belongs.

    At one place with a letter, poppler would put it on a line of its own; where a space is, there is room.
    """
    code = _hex(item.codes.code(_NO_OUTLINE, text))
    return f">{-right}<{code}>{right}<" if right else code


def _hex(code: int) -> str:
    return f"{code:04x}"


# -- clusters as codes


def _piece(cluster: Cluster, item: Item, marked: frozenset[int] = _NONE) -> Piece:
    known = item.codes.known
    key = (cluster.text, cluster.glyphs, item.rtl, item.size, marked)
    found: Piece | None = known.get(key)
    if found is None:
        found = known[key] = _new_piece(cluster, item, marked)
    return found


def _new_piece(cluster: Cluster, item: Item, marked: frozenset[int]) -> Piece:
    outline, shift = _outline(cluster, item)
    text = cluster.text.translate(_UNSEEN)
    if not text and not outline.parts:
        return Piece(_movement(-cluster.width, item), ())
    characters = _characters(text or cluster.text, item)
    texts = [RIGHT_TO_LEFT_MARK + char if at in marked else char for at, char in enumerate(characters)]
    if len(characters) in marked:
        texts[-1] += RIGHT_TO_LEFT_MARK
    outlines = _shared_out(outline, texts, item.font.upem)
    codes = [item.codes.code(shown, char) for shown, char in zip(outlines, texts, strict=True)]
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
    marks = sum(1 for text in texts if any(map(combining, text)))
    of_mark = min(outline.advance // len(texts), int(_MARKS * upem) // max(marks, 1))
    of_letter = (outline.advance - marks * of_mark) // max(len(texts) - marks, 1)
    shares = [of_mark if any(map(combining, text)) else of_letter for text in texts[:-1]]
    back = sum(shares)
    if not shares or of_mark <= 0:
        return [*(_NO_OUTLINE for _ in shares), outline]
    parts = tuple((glyph, right - back, up) for glyph, right, up in outline.parts)
    return [*(Outline((), share) for share in shares), Outline(parts, outline.advance - back, made=True)]


def _outline(cluster: Cluster, item: Item) -> tuple[Outline, int]:
    """What a cluster shows, and how far a glyph that stands alone is moved before it is shown, in Pango's units."""
    units = item.font.upem * FROM_UNITS / item.size
    advance = sum(_advance(glyph[0], item) for glyph in cluster.glyphs if glyph[0] != _EMPTY)
    if item.rtl and cluster.text == " " and cluster.width * units > advance + item.font.upem / _STEPS:
        step = item.font.upem / _STEPS
        return Outline((), round(int(cluster.width * units / step) * step)), 0
    gap = 0 if len(cluster.glyphs) > 1 else _GAP * item.font.upem
    if cluster.width * units - advance > gap and not cluster.text.isspace():
        advance = round(cluster.width * units)
    glyph, _, right, down = cluster.glyphs[0]
    if len(cluster.glyphs) == 1 and glyph != _EMPTY and not down and advance == _advance(glyph, item):
        return Outline(((glyph, 0, 0),), advance), right
    parts, pen = list[Part](), 0
    for glyph, width, right, down in cluster.glyphs:
        if glyph != _EMPTY:
            parts.append((glyph, round((pen + right) * units), -round(down * units)))
        pen += width
    return Outline(tuple(parts), advance, made=True), 0


def _advance(glyph: int, item: Item) -> int:
    """A glyph's own advance, in units of its font."""
    known = item.codes.known
    found: int | None = known.get(glyph)
    if found is None:
        extents = ffi.new("PangoRectangle *")
        pango.pango_font_get_glyph_extents(item.face, glyph, ffi.NULL, extents)
        found = known[glyph] = round(extents.width * FROM_UNITS * item.font.upem / item.size)
    return found


def _movement(units: int, item: Item) -> str:
    return f">{units * item.thousandths:.6g}<" if units else ""
