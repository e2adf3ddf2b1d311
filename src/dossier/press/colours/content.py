"""Content streams in the inks of a printing condition: what sets a colour, what paints with it, and what is text.

Colours are written where something is painted and not where they are set, because the same colour becomes another one on text.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from dossier.press.colours.grounds import EVERYWHERE, IDENTITY, Box, Matrix, Sheet, multiplied, placed, shared, spanned
from dossier.press.colours.palette import Paint, Palette, numbers

OVERPRINTING, KNOCKING_OUT = b"/dossierOver", b"/dossierOut"
"""Graphics states: text in black prints over its ground, so that no white shows where plates are out of register."""


class Surroundings(Protocol):
    """What a stream's resources answer."""

    def space(self, name: bytes) -> str | tuple[bytes, str]:
        """A colour space: a name of :class:`Palette`, ``Pattern``, or an ICC profile and Pillow's mode for it."""
        ...

    def opacity(self, name: bytes) -> float | None:
        """How opaque a graphics state makes fills; ``None`` where it says nothing of it."""
        ...

    def masks(self, name: bytes) -> bool:
        """Whether a graphics state has a soft mask."""
        ...

    def draw(self, name: bytes, matrix: Matrix, clip: Box, sheet: Sheet) -> bool:
        """Convert an XObject that is drawn; whether it is a stencil, painted in the colour of the moment."""
        ...

    def stripes(self, name: bytes) -> Iterable[tuple[Box, float | None]]:
        """Where a gradient is how light; ``None`` where that changes from point to point."""
        ...

    def refuse(self, what: str, sheet: Sheet) -> None:
        """Tell of something that cannot be converted."""
        ...


@dataclass(slots=True)
class _State:
    """What ``q`` saves: the colours that were asked for, those that the new stream has, and what places text and grounds."""

    fill: Paint
    stroke: Paint
    written_fill: bytes
    written_stroke: bytes
    over: bool = False
    matrix: Matrix = IDENTITY
    clip: Box = EVERYWHERE
    opacity: float = 1
    mode: int = 0
    underlines: bool = False
    fill_space: str | tuple[bytes, str] = "DeviceGray"
    stroke_space: str | tuple[bytes, str] = "DeviceGray"


class Rewriting:
    """One stream on its way into other colours.

    Parameters
    ----------
    palette:
        What colours become.
    around:
        The stream's resources.
    sheet:
        The page that shows it.
    matrix:
        From the stream's space to the page's.
    clip:
        What of the page it can reach.
    paints:
        Colours that were met before; it is added to.
    """

    def __init__(
        self,
        palette: Palette,
        around: Surroundings,
        sheet: Sheet,
        matrix: Matrix = IDENTITY,
        clip: Box = EVERYWHERE,
        paints: dict[bytes, Paint] | None = None,
    ) -> None:
        self._palette, self._around, self._sheet = palette, around, sheet
        self._paints = {} if paints is None else paints
        black = palette.black_text
        self._now = _State(black, black, *black.graphic, matrix=matrix, clip=clip)
        self._clips = False
        self._saved: list[_State] = []
        self._out: list[bytes] = list(black.graphic)
        self._path: int | None = None
        self._points: list[tuple[float, float]] = []
        self._text_matrix = b""

    def rewritten(self, lines: list[bytes]) -> bytes:
        """The stream of ``lines``, one operator each."""
        out, operators = self._out, _OPERATORS
        for line in lines:
            act = operators.get(line[line.rfind(b" ") + 1 :])
            if act is None:
                out.append(line)
            else:
                act(self, line)
        return b"\n".join(out)

    # Graphics state

    def _save(self, line: bytes) -> None:
        self._saved.append(replace(self._now))
        self._out.append(line)

    def _restore(self, line: bytes) -> None:
        if self._saved:
            self._now = self._saved.pop()
        self._out.append(line)

    def _transform(self, line: bytes) -> None:
        self._now.matrix = multiplied(_matrix(line), self._now.matrix)
        self._out.append(line)

    def _use_state(self, line: bytes) -> None:
        name = line.split()[0]
        opacity = self._around.opacity(name)
        self._now.opacity = self._now.opacity if opacity is None else opacity
        if self._now.over and self._around.masks(name):
            self._out += self._wanted(None, None)  # a mask begins in the state in which it is asked for
        self._out.append(line)

    def _set_mode(self, line: bytes) -> None:
        self._now.mode = int(line.split()[0])
        self._out.append(line)

    # Colours: nothing is written yet

    def _set_fill(self, line: bytes) -> None:
        self._now.fill, self._now.fill_space = self._device(line), _SPACES[line[line.rfind(b" ") + 1 :].lower()]

    def _set_stroke(self, line: bytes) -> None:
        self._now.underlines = False
        self._now.stroke, self._now.stroke_space = self._device(line), _SPACES[line[line.rfind(b" ") + 1 :].lower()]

    def _set_underline(self, line: bytes) -> None:
        self._set_stroke(line[:-1])
        self._now.underlines = True

    def _set_fill_space(self, line: bytes) -> None:
        self._now.fill_space, self._now.fill = self._around.space(line.split()[0]), self._palette.black_text

    def _set_stroke_space(self, line: bytes) -> None:
        self._now.stroke_space, self._now.stroke = self._around.space(line.split()[0]), self._palette.black_text

    def _set_fill_special(self, line: bytes) -> None:
        self._now.fill = self._special(line, self._now.fill_space)

    def _set_stroke_special(self, line: bytes) -> None:
        self._now.stroke = self._special(line, self._now.stroke_space)

    def _device(self, line: bytes) -> Paint:
        known = self._paints.get(line)
        if known is None:
            *operands, operator = line.split()
            known = self._paints[line] = self._palette.paint(_SPACES[operator.lower()], [float(value) for value in operands])
        return known

    def _special(self, line: bytes, space: str | tuple[bytes, str]) -> Paint:
        *operands, _ = line.split()
        if space == "Pattern":
            name = b" ".join(operands)
            return Paint((b"/Pattern cs\n" + name + b" scn", b"/Pattern CS\n" + name + b" SCN"), None)
        try:
            values = [float(value) for value in operands]
            return self._palette.paint(space, values) if isinstance(space, str) else self._palette.icc(*space, _unit(values))
        except ValueError:
            self._around.refuse(f"a colour in the space {space if isinstance(space, str) else 'of an ICC profile'}", self._sheet)
            return self._palette.black_text

    # Paths: their colours go before them, once it is known what is painted

    def _begin_path(self, line: bytes) -> None:
        if self._path is None:
            self._path = len(self._out)
        x, y, _ = line.split()
        self._points.append((float(x), float(y)))
        self._out.append(line)

    def _go_on(self, line: bytes) -> None:
        *numbers_, _ = line.split()
        self._points.append((float(numbers_[-2]), float(numbers_[-1])))
        self._out.append(line)

    def _rectangle(self, line: bytes) -> None:
        if self._path is None:
            self._path = len(self._out)
        x, y, width, height = (float(value) for value in line.split()[:4])
        bled = self._sheet.bled(self._now.matrix, x, y, width, height)
        if bled is not None:
            (x, y, width, height), line = bled, numbers(bled) + b" re"
        self._points += [(x, y), (x + width, y + height)]
        self._out.append(line)

    def _clip(self, line: bytes) -> None:
        self._clips = True
        self._out.append(line)

    def _paint_path(self, line: bytes) -> None:
        fills, strokes = _PAINTING[line]
        start, self._path = self._path if self._path is not None else len(self._out), None
        if self._points and fills and self._now.opacity and line not in (b"f*", b"B*", b"b*"):
            # Even-odd fills are borders and shadows, which are hollow: no ground.
            self._sheet.lay(self._reached(), self._seen(self._now.fill.light))
        if fills or strokes:
            stroke = self._now.stroke
            if self._now.underlines and self._points:
                stroke = self._text(stroke, self._points[0])
            self._out[start:start] = self._wanted(self._now.fill if fills else None, stroke if strokes else None)
        if self._clips and self._points:
            self._now.clip = self._reached()
        self._clips, self._points = False, []
        self._out.append(line)

    def _reached(self) -> Box:
        return shared(spanned(self._now.matrix, self._points), self._now.clip)

    def _seen(self, light: float | None) -> float | None:
        return light if light is None else 1 - self._now.opacity * (1 - light)

    def _paint_shading(self, line: bytes) -> None:
        for (left, bottom, right, top), light in self._around.stripes(line.split()[0]):
            where = spanned(self._now.matrix, ((left, bottom), (right, top)))
            self._sheet.lay(shared(where, self._now.clip), self._seen(light))
        self._out += self._wanted(None, None)
        self._out.append(line)

    def _draw(self, line: bytes) -> None:
        self._out += self._wanted(self._now.fill, self._now.stroke)
        if self._around.draw(line.split()[0], self._now.matrix, self._now.clip, self._sheet):
            where = spanned(self._now.matrix, ((0, 0), (1, 1)))
            self._sheet.lay(shared(where, self._now.clip), self._now.fill.light)
        self._out.append(line)

    def _inline_image(self, line: bytes) -> None:
        self._around.refuse("an image inside a content stream", self._sheet)

    # Text

    def _place_text(self, line: bytes) -> None:
        self._text_matrix = line
        self._out.append(line)

    def _show(self, line: bytes) -> None:
        mode = self._now.mode % 4
        fill = self._text(self._now.fill) if mode in (0, 2) else None
        stroke = self._text(self._now.stroke) if mode in (1, 2) else None
        over = not self._palette.keeps_text and all(paint in (None, self._palette.black_text) for paint in (fill, stroke))
        self._out += self._wanted(fill, stroke, over=over)
        self._out.append(line)

    def _text(self, paint: Paint, point: tuple[float, float] | None = None) -> Paint:
        """The colour of words, or of a line along them through ``point``."""
        if self._palette.keeps_text:
            return paint
        black, paper = self._palette.black_text, self._palette.paper_text
        if paint.light is None or paint.light < 0.2:
            return black
        if paint == paper or self._sheet.is_on_dark(self._place(point), paint.light):
            return paper
        return black

    def _place(self, point: tuple[float, float] | None) -> tuple[float, float]:
        if point is None:
            point = placed(_matrix(self._text_matrix), 0, 0) if self._text_matrix else (0.0, 0.0)
        return placed(self._now.matrix, *point)

    def _wanted(self, fill: Paint | None, stroke: Paint | None, *, over: bool = False) -> list[bytes]:
        now, lines = self._now, []
        if fill is not None and fill.graphic[0] != now.written_fill:
            now.written_fill = fill.graphic[0]
            lines.append(now.written_fill)
        if stroke is not None and stroke.graphic[1] != now.written_stroke:
            now.written_stroke = stroke.graphic[1]
            lines.append(now.written_stroke)
        if over != now.over:
            now.over = over
            lines.append((OVERPRINTING if over else KNOCKING_OUT) + b" gs")
        return lines


def _matrix(line: bytes) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in line.split()[:6])
    return a, b, c, d, e, f


def _unit(values: list[float]) -> list[float]:
    return [min(max(value, 0), 1) for value in values]


_SPACES: Mapping[bytes, str] = {b"g": "DeviceGray", b"rg": "DeviceRGB", b"k": "DeviceCMYK"}
_PAINTING: Mapping[bytes, tuple[bool, bool]] = {
    **dict.fromkeys((b"f", b"F", b"f*"), (True, False)),
    **dict.fromkeys((b"S", b"s"), (False, True)),
    **dict.fromkeys((b"B", b"B*", b"b", b"b*"), (True, True)),
    b"n": (False, False),
}
_OPERATORS: Mapping[bytes, Callable[[Any, bytes], None]] = {
    b"q": Rewriting._save,
    b"Q": Rewriting._restore,
    b"cm": Rewriting._transform,
    b"gs": Rewriting._use_state,
    b"Tr": Rewriting._set_mode,
    **dict.fromkeys((b"g", b"rg", b"k"), Rewriting._set_fill),
    **dict.fromkeys((b"G", b"RG", b"K"), Rewriting._set_stroke),
    b"RGt": Rewriting._set_underline,
    b"cs": Rewriting._set_fill_space,
    b"CS": Rewriting._set_stroke_space,
    **dict.fromkeys((b"sc", b"scn"), Rewriting._set_fill_special),
    **dict.fromkeys((b"SC", b"SCN"), Rewriting._set_stroke_special),
    b"m": Rewriting._begin_path,
    **dict.fromkeys((b"l", b"c", b"v", b"y"), Rewriting._go_on),
    b"re": Rewriting._rectangle,
    **dict.fromkeys((b"W", b"W*"), Rewriting._clip),
    **dict.fromkeys(_PAINTING, Rewriting._paint_path),
    b"sh": Rewriting._paint_shading,
    b"Do": Rewriting._draw,
    b"BI": Rewriting._inline_image,
    b"Tm": Rewriting._place_text,
    **dict.fromkeys((b"Tj", b"TJ", b"'", b'"'), Rewriting._show),
}

# One operator on each line, as WeasyPrint writes them: names, numbers, arrays, dictionaries and strings in hexadecimal.
_PLAIN = re.compile(rb"(?:(?:(?:/\S+|[-+.\d]+|\[[^\n\]()%]*\]|<[^\n()%]*>) )*[A-Za-z*]{1,3}[01]?(?:\n|\Z))*")
# Lines along words, which WeasyPrint draws in a state of their own just before the words or just after: they are text as well.
_COLOUR = rb"([-.\d]+ [-.\d]+ [-.\d]+) "
_LINE = rb"((?:\n(?:[^\n]* )?(?:w|d|J|m|l|c|re|W|n))+\n[SB]\nQ\n)"
_UNDER = re.compile(_COLOUR + rb"RG" + _LINE + rb"(?=(?:q\n)*(?:/\S+ gs\n)?\1 rg\nBT)")
_THROUGH = re.compile(_COLOUR + rb"rg(\nBT\n(?:[^\n]*(?:Tm|Tf|TJ|Tr|Ts)\n)+ET\nq\n(?:/\S+ gs\n)?)\1 RG" + _LINE)


def with_lines_of_text(data: bytes) -> bytes:
    """A plain stream with the colours of lines under, over and through words set by an operator of ours, ``RGt``."""
    return _THROUGH.sub(rb"\1 rg\2\1 RGt\3", _UNDER.sub(rb"\1 RGt\2", data))


def is_plain(data: bytes) -> bool:
    """Whether every line of a stream is one operator, so that it need not be parsed."""
    return _PLAIN.fullmatch(data) is not None
