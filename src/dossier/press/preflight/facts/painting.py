"""What is painted: areas, lines, text and pictures, written down for the page."""

import math
from typing import Any

import pikepdf

from dossier.press.preflight.facts import safe
from dossier.press.preflight.facts.colours import CMYK, GRAY, RGB, UNKNOWN, Family, Space, space_of
from dossier.press.preflight.facts.marked import MarkedContent
from dossier.press.preflight.facts.state import State, scale, times, unit_square
from dossier.press.preflight.facts.values import AreaUse, Kind, Page, Picture, SpaceUse, Survey, TextUse

_ENUMERATED = {12: CMYK, 16: RGB, 17: GRAY, 18: RGB}
"""Colour spaces of JPEG 2000 by their number (ISO 15444-1, I.5.3.3); JPX of sRGB or sYCC."""

_POINTS = 72


class Painting:
    """Writes down what one content stream paints."""

    def __init__(self, survey: Survey, page: Page, marked: MarkedContent) -> None:
        self._survey, self._page, self._marked = survey, page, marked
        self._thin: list[tuple[float, float]] = []
        self.is_rectangle = True

    def content(self) -> None:
        """Something is painted."""
        self._marked.paints()

    def rectangle(self, width: float, height: float) -> None:
        """A rectangle of the path."""
        if len(self._thin) < 10_000:
            self._thin.append((abs(width), abs(height)))

    def end(self) -> None:
        """The path is over."""
        self._thin.clear()
        self.is_rectangle = True

    def fill(self, state: State, context: str) -> None:
        self.content()
        self._page.spaces.add(SpaceUse(state.fill.space, context or "line or area"))
        self._page.areas.add(AreaUse(state.fill, state.overprints(state.fill, filling=True)))
        if self.is_rectangle and self._is_seen(state):
            a, b, c, d, _, _ = state.matrix
            for width, height in self._thin:
                self._thinner(min(width * math.hypot(a, b), height * math.hypot(c, d)))

    def stroke(self, state: State, context: str) -> None:
        self.content()
        self._page.spaces.add(SpaceUse(state.stroke.space, context or "line or area"))
        self._page.areas.add(AreaUse(state.stroke, state.overprints(state.stroke, filling=False)))
        self._thinner(state.width * scale(state.matrix))

    def show(self, state: State, context: str) -> None:
        self.content()
        size = round(abs(state.size) * scale(times(state.text, state.matrix)), 2)
        if state.render in (0, 2, 4, 6):
            self._page.spaces.add(SpaceUse(state.fill.space, context or "text"))
            self._page.texts.add(TextUse(state.fill, size, state.overprints(state.fill, filling=True)))
        if state.render in (1, 2, 5, 6):
            self._page.spaces.add(SpaceUse(state.stroke.space, context or "text"))
            self._page.texts.add(TextUse(state.stroke, size, state.overprints(state.stroke, filling=False)))

    def picture(self, image: Any, state: State, resources: Any, context: str) -> None:
        """A picture, or a stencil in the colour of the state, in the unit square."""
        self.content()
        self.foreign(image)
        number = safe.identity(image)
        is_stencil = _either(image, "/ImageMask", "/IM") is True
        if is_stencil:
            self._page.spaces.add(SpaceUse(state.fill.space, context or "image", number))
            self._page.areas.add(AreaUse(state.fill, state.overprints(state.fill, filling=True)))
        else:
            self._page.spaces.add(SpaceUse(_space_of(image, resources), context or "image", number))
        self._measure(image, state, is_stencil)

    def foreign(self, stream: Any) -> None:
        """What a picture or form has instead of its own data."""
        for key, what in _FOREIGN.items():
            if safe.entry(stream, key) is not None:
                kind = Kind.POSTSCRIPT if key in ("/PS", "/Subtype2") else Kind.ELSEWHERE
                self._survey.note(kind, what, self._page.number, safe.identity(stream))

    def _measure(self, image: Any, state: State, is_stencil: bool) -> None:
        number = safe.identity(image)
        box = unit_square(state.matrix)
        self._survey.pictures.add(number or (self._page.number, box))
        if self._marked.content is not None:
            before = self._page.pictures_of.get(self._marked.content, box)
            self._page.pictures_of[self._marked.content] = (*map(min, before[:2], box[:2]), *map(max, before[2:], box[2:]))  # type: ignore[assignment]
        a, b, c, d, _, _ = state.matrix
        width, height = safe.number(_either(image, "/Width", "/W")), safe.number(_either(image, "/Height", "/H"))
        sides = [(width, math.hypot(a, b)), (height, math.hypot(c, d))]
        if all(pixels and points for pixels, points in sides):
            resolution = min((pixels or 0) * _POINTS / (points * self._page.unit) for pixels, points in sides)
            is_bilevel = is_stencil or safe.number(_either(image, "/BitsPerComponent", "/BPC")) == 1
            self._page.pictures.add(Picture(number, round(resolution, 1), is_bilevel, box))

    def _thinner(self, width: float) -> None:
        width = round(width * self._page.unit, 4)
        if self._page.thinnest is None or width < self._page.thinnest:
            self._page.thinnest = width

    @staticmethod
    def _is_seen(state: State) -> bool:
        inks = state.fill.inks
        return inks is None or any(inks)


_FOREIGN = {
    "/F": "the data of a stream lie in another file",
    "/OPI": "a picture stands for another one (OPI)",
    "/Ref": "a form stands for a page of another file",
    "/Alternates": "a picture has alternates",
    "/PS": "a form has a PostScript version",
    "/Subtype2": "a form is of the subtype PostScript",
}


def _either(image: Any, key: str, short: str) -> Any:
    found = safe.entry(image, key)
    return safe.entry(image, short) if found is None else found


def _space_of(image: Any, resources: Any) -> Space:
    value = _either(image, "/ColorSpace", "/CS")
    if value is not None:
        return space_of(value, resources)
    filters = _either(image, "/Filter", "/F")
    names = [safe.name(one) for one in (safe.items(filters) or [filters])]
    return _space_of_jpeg_2000(image) if "JPXDecode" in names else UNKNOWN


def _space_of_jpeg_2000(image: Any) -> Space:
    """What the first colour box of a JPEG 2000 file says."""
    try:
        head = image.read_raw_bytes()[:4096]
    except pikepdf.PikepdfError:
        return UNKNOWN
    at = head.find(b"colr")
    if at < 0 or len(head) < at + 11:
        return UNKNOWN
    if head[at + 4] == 1:
        return _ENUMERATED.get(int.from_bytes(head[at + 7 : at + 11], "big"), UNKNOWN)
    space = head[at + 23 : at + 27]  # of the ICC profile behind three bytes
    return {b"CMYK": CMYK, b"GRAY": GRAY, b"RGB ": Space(Family.MANAGED, 3)}.get(space, UNKNOWN)
