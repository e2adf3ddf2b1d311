"""A line of text, written in a page: takes the place of WeasyPrint 70's ``draw_first_line``.

One line is one or more runs of one direction. They are written in the order of the text, each from left to right in a text
object of its own: PDFium sorts text objects by place, MuPDF and pypdf take them as they come, and both are served.
"""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from weasyprint.matrix import Matrix

from dossier.press.text_layer.items import Run, runs_of
from dossier.press.text_layer.marking import Row, marked, texts_of
from dossier.press.text_layer.reading import Place, Reading, reading_of


def drawing(draw: Callable[..., list[Any]]) -> Callable[..., list[Any]]:
    """``draw``, WeasyPrint's ``draw_first_line``, with our codes; it is left to write what these cannot show."""

    def draw_first_line(stream: Any, textbox: Any, text_overflow: str, block_ellipsis: Any, matrix: Any) -> list[Any]:
        is_plain = text_overflow != "ellipsis" and block_ellipsis == "none"
        is_seen = textbox.text.strip() and textbox.style["font_size"] >= 1e-6
        runs = runs_of(stream, textbox) if is_plain and is_seen else None
        if runs is None:
            return draw(stream, textbox, text_overflow, block_ellipsis, matrix)
        _write(stream, runs, matrix)
        return []

    return draw_first_line


def _write(stream: Any, runs: Sequence[Run], matrix: Any) -> None:
    reading = reading_of(stream)
    for run in runs:
        start = Matrix(e=run.left) @ matrix if run.left else matrix
        left, baseline = start[2][0], start[2][1]
        place = Place(left, left + run.width, baseline)
        row = marked(run, reading, place)
        _begin(stream, run, reading)
        stream.set_text_matrix(*start.values)
        _show(stream, row)
        reading.saw(texts_of(row), rtl=run.rtl, place=place)


def _begin(stream: Any, run: Run, reading: Reading) -> None:
    """Begin a text object for a run, but for one from left to right behind another: WeasyPrint has begun one for the line."""
    if stream.stream[-1] != b"BT" and (run.rtl or reading.ran_rtl):
        stream.stream += [b"ET", b"BT"]


def _show(stream: Any, row: Row) -> None:
    for (font, size), group in groupby(row, key=lambda pair: (pair[0].font.hash, pair[0].size)):
        stream.set_font_size(font, size)
        written = f"<{''.join(one.written for _, one in group)}>".replace("<>", " ").strip()
        if written:
            stream.show_text(written)
