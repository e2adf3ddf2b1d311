"""The walk through the content of a page: forms, patterns, soft masks, glyphs and inline images included.

One pass fills the :class:`~dossier.press.preflight.facts.values.Page`; what the same object paints in the same state is looked at
once a page, so that forms which call one another come to an end.
"""

from collections.abc import Callable
from typing import Any

import pikepdf

from dossier.press.preflight.facts import safe
from dossier.press.preflight.facts.colours import CMYK, GRAY, RGB, UNKNOWN, Colour, Family, Space, device, initial, space_of
from dossier.press.preflight.facts.fonts import Face
from dossier.press.preflight.facts.marked import MarkedContent
from dossier.press.preflight.facts.painting import Painting
from dossier.press.preflight.facts.parameters import Parameters, parameters_of
from dossier.press.preflight.facts.state import IDENTITY, Matrix, State, times
from dossier.press.preflight.facts.streams import Streams
from dossier.press.preflight.facts.values import Kind, Page, SpaceUse

DEEPEST = 24
"""Forms within forms."""

Operands = Any


def walk_page(streams: Streams, page: Page, value: Any) -> None:
    """Follow the content of the page dictionary ``value``."""
    contents = safe.entry(value, "/Contents")
    parts = safe.items(contents) or [contents]
    walk = _Walk(streams, page, safe.inherited(value, "/Resources"), State())
    walk.group(value)
    walk.run(streams.joined(parts, page), safe.identity(parts[0]))


class _Walk:
    """Through one content stream, with its resources."""

    def __init__(
        self, streams: Streams, page: Page, resources: Any, state: State, context: str = "", parent: "_Walk | None" = None
    ) -> None:
        self.streams, self.page, self.resources, self.state = streams, page, resources, state
        self.context = context
        self.depth: int = parent.depth + 1 if parent else 0
        self.seen: set[object] = parent.seen if parent else set()
        self.marked: MarkedContent = parent.marked if parent else MarkedContent(page)
        self.painting = Painting(streams.survey, page, self.marked)
        self.kept: list[State] = []
        self.named: dict[tuple[str, str], Any] = {}
        self.spaces: dict[str, Space] = {}
        self.faces: dict[str, Face | None] = {}
        self.sets: dict[str, Parameters] = {}

    def run(self, data: bytes, number: int) -> None:
        """Follow the operators of ``data``, the content of object ``number``."""
        unknown: set[str] = set()
        skipping = 0
        for instruction in self.streams.instructions(data, self.page, number):
            operator = _text_of(instruction.operator)
            act = _OPERATORS.get(operator)
            if act is not None:
                act(self, instruction.operands)
            elif operator in ("BX", "EX"):
                skipping += 1 if operator == "BX" else -1
            elif operator not in _IGNORED and skipping < 1:
                unknown.add(operator)
        for operator in sorted(unknown)[:3]:
            self.streams.survey.note(Kind.UNREADABLE, f"there is no operator “{operator[:20]}”", self.page.number, number)

    def resource(self, kind: str, name: Any) -> Any:
        """The resource of this name; a mark where there is none."""
        key = (kind, safe.name(name))
        if key not in self.named:
            found = safe.entry(safe.entry(self.resources, kind), name) if key[1] else None
            if found is None:
                self.streams.survey.note(Kind.MISSING, f"no {kind[1:]} is called “{key[1][:40]}”", self.page.number)
            self.named[key] = found
        return self.named[key]

    # State

    def keep(self, operands: Operands) -> None:
        if len(self.kept) < 10_000:
            self.kept.append(self.state.copied())

    def restore(self, operands: Operands) -> None:
        if self.kept:
            self.state = self.kept.pop()

    def transform(self, operands: Operands) -> None:
        matrix = safe.numbers(operands, 6)
        if matrix:
            self.state.matrix = times(matrix, self.state.matrix)  # type: ignore[arg-type]

    def width(self, operands: Operands) -> None:
        width = safe.numbers(operands, 1)
        if width:
            self.state.width = width[0]

    def parameters(self, operands: Operands) -> None:
        name = operands[0] if len(operands) else None
        key = safe.name(name)
        if key not in self.sets:
            self.sets[key] = self.read_parameters(self.resource("/ExtGState", name))
        found = self.sets[key]
        found.set(self.state)
        if found.mask is not None:
            self.form(found.mask, "soft mask")

    def read_parameters(self, value: Any) -> Parameters:
        return parameters_of(value, self.streams.survey, self.page.number, self.streams.fonts)

    # Colour

    def space(self, operands: Operands) -> Space:
        name = operands[0] if len(operands) else None
        key = safe.name(name)
        if key not in self.spaces:
            self.spaces[key] = space_of(name, self.resources)
            if self.spaces[key] is UNKNOWN:
                self.streams.survey.note(Kind.MISSING, f"there is no colour space “{key[:40]}”", self.page.number)
        return self.spaces[key]

    def device(self, space: Space) -> Space:
        key = f"/{space.family}"
        if key not in self.spaces:
            self.spaces[key] = device(space, self.resources)
        return self.spaces[key]

    def colour(self, operands: Operands, space: Space) -> tuple[Colour, Any]:
        """A colour and, where the last operand names one, a pattern."""
        last = operands[-1] if len(operands) else None
        if isinstance(last, pikepdf.Name):
            return Colour(space, ()), self.resource("/Pattern", last)
        values = tuple(safe.number(operand) or 0.0 for operand in operands)
        return Colour(space, values), None

    def fill_space(self, operands: Operands) -> None:
        self.state.fill, self.state.fill_pattern = initial(self.space(operands)), None

    def stroke_space(self, operands: Operands) -> None:
        self.state.stroke, self.state.stroke_pattern = initial(self.space(operands)), None

    def fill_colour(self, operands: Operands) -> None:
        self.state.fill, self.state.fill_pattern = self.colour(operands, self.state.fill.space)

    def stroke_colour(self, operands: Operands) -> None:
        self.state.stroke, self.state.stroke_pattern = self.colour(operands, self.state.stroke.space)

    # Paths

    def rectangle(self, operands: Operands) -> None:
        found = safe.numbers(operands, 4)
        if found:
            self.painting.rectangle(found[2], found[3])

    def curve(self, operands: Operands) -> None:
        self.painting.is_rectangle = False

    def fill_path(self, operands: Operands) -> None:
        self.paint_fill()
        self.painting.end()

    def stroke_path(self, operands: Operands) -> None:
        self.paint_stroke()
        self.painting.end()

    def fill_and_stroke(self, operands: Operands) -> None:
        self.paint_fill()
        self.paint_stroke()
        self.painting.end()

    def no_path(self, operands: Operands) -> None:
        self.painting.end()

    def paint_fill(self) -> None:
        self.painting.fill(self.state, self.context)
        self.pattern(self.state.fill_pattern)

    def paint_stroke(self) -> None:
        self.painting.stroke(self.state, self.context)
        self.pattern(self.state.stroke_pattern)

    def shading(self, operands: Operands) -> None:
        self.painting.content()
        self.shade(self.resource("/Shading", operands[0] if len(operands) else None))

    def shade(self, shading: Any) -> None:
        if safe.is_dictionary(shading):
            space = space_of(safe.entry(shading, "/ColorSpace"), self.resources)
            self.page.spaces.add(SpaceUse(space, self.context or "shading", safe.identity(shading)))

    # Text

    def begin_text(self, operands: Operands) -> None:
        self.state.text = self.state.line = IDENTITY

    def font(self, operands: Operands) -> None:
        name = operands[0] if len(operands) else None
        key = safe.name(name)
        if key not in self.faces:
            self.faces[key] = self.streams.fonts.face(self.resource("/Font", name))
        self.state.font = self.faces[key]
        self.state.size = (safe.number(operands[1]) if len(operands) > 1 else None) or 0.0

    def render(self, operands: Operands) -> None:
        mode = safe.numbers(operands, 1)
        self.state.render = int(mode[0]) if mode else 0

    def leading(self, operands: Operands) -> None:
        found = safe.numbers(operands, 1)
        self.state.leading = found[0] if found else 0.0

    def place(self, operands: Operands) -> None:
        matrix = safe.numbers(operands, 6)
        if matrix:
            self.state.text = self.state.line = matrix  # type: ignore[assignment]

    def move(self, operands: Operands) -> None:
        found = safe.numbers(operands, 2)
        if found:
            self.state.line = self.state.text = times((1, 0, 0, 1, found[0], found[1]), self.state.line)

    def move_and_lead(self, operands: Operands) -> None:
        found = safe.numbers(operands, 2)
        if found:
            self.state.leading = -found[1]
        self.move(operands)

    def next_line(self, operands: Operands) -> None:
        self.state.line = self.state.text = times((1, 0, 0, 1, 0, -self.state.leading), self.state.line)

    def show(self, operands: Operands) -> None:
        last = operands[-1] if len(operands) else None
        strings = safe.items(last) if isinstance(last, pikepdf.Array) else [last]
        codes = b"".join([bytes(item) for item in strings if isinstance(item, pikepdf.String)])
        if codes:
            self.painting.show(self.state, self.context)
            self.used(codes)

    def used(self, codes: bytes) -> None:
        """The font shows ``codes``: who it is, what its glyphs paint, and which characters they are."""
        state, face = self.state, self.state.font
        if state.fill_pattern is not None and state.render in (0, 2, 4, 6):
            self.pattern(state.fill_pattern)
        if face is None:
            return
        if state.render != 3:
            face.met(self.page.number)
        if face.is_drawn:
            self.glyphs(face)
        if self.streams.reads_text and self.marked.content is not None:
            at, text = times(state.text, state.matrix), face.characters(codes)
            self.streams.read(len(text), self.page)
            self.marked.show(text, at[4], at[5])

    def show_next(self, operands: Operands) -> None:
        self.next_line(operands)
        self.show(operands)

    # What is painted by other streams

    def paint(self, operands: Operands) -> None:
        found = self.resource("/XObject", operands[0] if len(operands) else None)
        kind = safe.name(safe.entry(found, "/Subtype"))
        if kind == "Image":
            self.painting.picture(found, self.state, self.resources, self.context)
        elif kind == "Form":
            self.form(found, self.context)
        elif kind == "PS":
            self.streams.survey.note(Kind.POSTSCRIPT, "a PostScript XObject", self.page.number, safe.identity(found))

    def inline(self, operands: Operands) -> None:
        image = operands[0] if len(operands) else None
        if isinstance(image, pikepdf.PdfInlineImage):
            self.painting.picture(image.obj, self.state, self.resources, self.context or "inline image")

    def form(self, form: Any, context: str, matrix: Matrix | None = None) -> None:
        """Follow a form, tile or soft mask, painted in today's state."""
        key = (safe.identity(form), self.marked.content is None, self.state.key())
        if not isinstance(form, pikepdf.Stream) or key in self.seen or self.depth > DEEPEST:
            return
        self.seen.add(key)
        state = self.state.copied()
        own = safe.numbers(safe.items(safe.entry(form, "/Matrix")), 6)
        state.matrix = times(own, state.matrix if matrix is None else matrix) if own else state.matrix  # type: ignore[arg-type]
        resources = safe.entry(form, "/Resources")
        inner = _Walk(self.streams, self.page, self.resources if resources is None else resources, state, context, self)
        inner.group(form)
        self.painting.foreign(form)
        inner.run(self.streams.bytes_of(form, self.page), safe.identity(form))

    def pattern(self, pattern: Any) -> None:
        if not safe.is_dictionary(pattern):
            return
        if isinstance(pattern, pikepdf.Stream):
            self.form(pattern, self.context or "pattern", IDENTITY)
        else:
            self.shade(safe.entry(pattern, "/Shading"))
            self.read_parameters(safe.entry(pattern, "/ExtGState"))

    def glyphs(self, face: Face) -> None:
        """The glyphs of a Type 3 font are content as well."""
        key = ("glyphs", face.key, self.state.key())
        if key in self.seen or self.depth > DEEPEST or self.streams.is_over:
            return
        self.seen.add(key)
        resources = safe.entry(face.value, "/Resources")
        for _, glyph in safe.entries(safe.entry(face.value, "/CharProcs")):
            if isinstance(glyph, pikepdf.Stream) and not self.streams.is_over:
                own = self.resources if resources is None else resources
                inner = _Walk(self.streams, self.page, own, self.state.copied(), "glyph of a font", self)
                inner.run(self.streams.bytes_of(glyph, self.page), safe.identity(glyph))

    def group(self, value: Any) -> None:
        """The space in which a transparency group is blended."""
        space = safe.entry(safe.entry(value, "/Group"), "/CS")
        if space is not None:
            family = space_of(space, self.resources).family
            if family not in (Family.CMYK, Family.GRAY):
                self.streams.survey.note(Kind.BLENDING, str(family), self.page.number, safe.identity(value))

    # Marked content

    def begin_marked(self, operands: Operands) -> None:
        properties = operands[1] if len(operands) > 1 else None
        if isinstance(properties, pikepdf.Name):
            properties = self.resource("/Properties", properties)
        self.marked.begin(operands[0] if len(operands) else None, properties)

    def end_marked(self, operands: Operands) -> None:
        self.marked.end()


def _text_of(operator: Any) -> str:
    try:
        return str(operator)
    except UnicodeDecodeError:
        return "(no text)"


def _set(side: str, space: Space) -> Callable[[_Walk, Operands], None]:
    """What ``g``, ``rg``, ``k`` and their sisters do: a device space and a colour in it."""

    def act(walk: _Walk, operands: Operands) -> None:
        values = tuple(safe.number(operand) or 0.0 for operand in operands)
        setattr(walk.state, side, Colour(walk.device(space), values))
        setattr(walk.state, f"{side}_pattern", None)

    return act


_OPERATORS: dict[str, Callable[[_Walk, Operands], None]] = {
    **{"q": _Walk.keep, "Q": _Walk.restore, "cm": _Walk.transform, "w": _Walk.width, "gs": _Walk.parameters},
    **{"cs": _Walk.fill_space, "sc": _Walk.fill_colour, "scn": _Walk.fill_colour},
    **{"CS": _Walk.stroke_space, "SC": _Walk.stroke_colour, "SCN": _Walk.stroke_colour},
    **{"g": _set("fill", GRAY), "rg": _set("fill", RGB), "k": _set("fill", CMYK)},
    **{"G": _set("stroke", GRAY), "RG": _set("stroke", RGB), "K": _set("stroke", CMYK)},
    **{"re": _Walk.rectangle, "m": _Walk.curve, "l": _Walk.curve, "c": _Walk.curve, "v": _Walk.curve, "y": _Walk.curve},
    **{"f": _Walk.fill_path, "F": _Walk.fill_path, "f*": _Walk.fill_path, "n": _Walk.no_path},
    **{"S": _Walk.stroke_path, "s": _Walk.stroke_path, "sh": _Walk.shading},
    **dict.fromkeys(("B", "B*", "b", "b*"), _Walk.fill_and_stroke),
    **{"BT": _Walk.begin_text, "Tf": _Walk.font, "Tr": _Walk.render, "TL": _Walk.leading, "Tm": _Walk.place},
    **{"Td": _Walk.move, "TD": _Walk.move_and_lead, "T*": _Walk.next_line},
    **{"Tj": _Walk.show, "TJ": _Walk.show, "'": _Walk.show_next, '"': _Walk.show_next},
    **{"Do": _Walk.paint, "INLINE IMAGE": _Walk.inline},
    **{"BMC": _Walk.begin_marked, "BDC": _Walk.begin_marked, "EMC": _Walk.end_marked},
}
_IGNORED = frozenset(["J", "j", "M", "d", "ri", "i", "h", "W", "W*", "ET", "Tc", "Tw", "Tz", "Ts", "MP", "DP", "d0", "d1"])
