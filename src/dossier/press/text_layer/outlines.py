"""Composite glyphs, added to a TrueType font that has been cut.

The tables are written as bytes: fontTools would read and write thousands of glyph records to add ten. Formats:
https://learn.microsoft.com/typography/opentype/spec/glyf (composite glyph description), ``loca``, ``hmtx``, ``maxp``.
"""

import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from dossier.press.text_layer.codes import Outline, Part

_WORDS, _OFFSETS, _MORE = 0x0001, 0x0002, 0x0020
_Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class _Tables:
    """The tables of a font in which its glyphs are, taken apart."""

    glyf: bytes
    places: tuple[int, ...]
    metrics: tuple[int, ...]

    @property
    def count(self) -> int:
        return len(self.places) - 1

    def has_ink(self, glyph: int) -> bool:
        return glyph < self.count and self.places[glyph + 1] > self.places[glyph]

    def box(self, glyph: int) -> _Box:
        found: _Box = struct.unpack_from(">4h", self.glyf, self.places[glyph] + 2)
        return found


def with_outlines(data: bytes, outlines: Sequence[Outline]) -> tuple[bytes, list[int]]:
    """The font ``data`` with a glyph for each of ``outlines``, and the numbers of these glyphs."""
    from fontTools.ttLib import TTFont

    font = TTFont(BytesIO(data), recalcBBoxes=False, recalcTimestamp=False)
    tables = _tables(font)
    records = [_record(tables, outline.parts) for outline in outlines]
    _put(font, "glyf", b"".join((_padded(tables.glyf), *map(_padded, records))))
    _put(font, "loca", struct.pack(f">{tables.count + len(records) + 1}I", *_places(tables, records)))
    lefts = [struct.unpack_from(">h", record, 2)[0] if record else 0 for record in records]
    added = [value for outline, left in zip(outlines, lefts, strict=True) for value in (outline.advance & 0xFFFF, left & 0xFFFF)]
    _put(font, "hmtx", struct.pack(f">{len(tables.metrics) + len(added)}H", *tables.metrics, *added))
    font["head"].indexToLocFormat = 1
    _count(font, tables.count + len(records), max((len(outline.parts) for outline in outlines), default=0))
    out = BytesIO()
    font.save(out, reorderTables=None)
    return out.getvalue(), list(range(tables.count, tables.count + len(records)))


def _tables(font: Any) -> _Tables:
    count = struct.unpack_from(">H", font.reader["maxp"], 4)[0]
    loca = font.reader["loca"]
    if font["head"].indexToLocFormat:
        places = struct.unpack_from(f">{count + 1}I", loca)
    else:
        places = tuple(2 * place for place in struct.unpack_from(f">{count + 1}H", loca))
    return _Tables(font.reader["glyf"], places, _long_metrics(font, count))


def _long_metrics(font: Any, count: int) -> tuple[int, ...]:
    """Advance and left bearing of each glyph: at a table's end the advance may have been left out."""
    given = struct.unpack_from(">H", font.reader["hhea"], 34)[0]
    hmtx = font.reader["hmtx"]
    long = struct.unpack_from(f">{2 * given}H", hmtx)
    bearings = struct.unpack_from(f">{count - given}H", hmtx, 4 * given)
    return (*long, *(value for bearing in bearings for value in (long[-2], bearing)))


def _record(tables: _Tables, parts: Iterable[Part]) -> bytes:
    """A composite glyph; nothing where none of its parts has ink."""
    inked = [part for part in parts if tables.has_ink(part[0])]
    if not inked:
        return b""
    boxes = [_moved(tables.box(glyph), right, up) for glyph, right, up in inked]
    box = (*map(min, zip(*boxes, strict=True)),)[:2] + (*map(max, zip(*boxes, strict=True)),)[2:]
    return struct.pack(">h4h", -1, *box) + b"".join(_components(inked))


def _moved(box: _Box, right: int, up: int) -> _Box:
    return box[0] + right, box[1] + up, box[2] + right, box[3] + up


def _components(parts: Sequence[Part]) -> Iterator[bytes]:
    for number, (glyph, right, up) in enumerate(parts, start=1):
        more = _MORE if number < len(parts) else 0
        yield struct.pack(">HHhh", _WORDS | _OFFSETS | more, glyph, right, up)


def _places(tables: _Tables, records: Iterable[bytes]) -> Iterator[int]:
    yield from tables.places[:-1]
    place = len(_padded(tables.glyf))
    yield place
    for record in records:
        place += len(_padded(record))
        yield place


def _padded(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % 4)


def _count(font: Any, count: int, components: int) -> None:
    """Tell the tables that hold the number of glyphs; a composite may be made of composites."""
    maxp = bytearray(font.reader["maxp"])
    struct.pack_into(">H", maxp, 4, count)
    most, depth = struct.unpack_from(">2H", maxp, 28)
    struct.pack_into(">2H", maxp, 28, max(most, components), depth + 1)
    _put(font, "maxp", bytes(maxp))
    hhea = bytearray(font.reader["hhea"])
    struct.pack_into(">H", hhea, 34, count)
    _put(font, "hhea", bytes(hhea))


def _put(font: Any, tag: str, data: bytes) -> None:
    from fontTools.ttLib.tables.DefaultTable import DefaultTable

    table = DefaultTable(tag)
    table.data = data
    font[tag] = table
