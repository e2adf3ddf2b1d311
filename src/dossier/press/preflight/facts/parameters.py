"""Parameters of the graphics state (ISO 32000-1, 8.4.5): what ``gs`` changes, and what PDF/X forbids in it."""

from dataclasses import dataclass
from typing import Any

from dossier.press.preflight.facts import safe
from dossier.press.preflight.facts.fonts import Face, FontReader
from dossier.press.preflight.facts.state import State
from dossier.press.preflight.facts.values import Kind, Survey


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a dictionary of parameters sets; ``None`` where it says nothing. ``mask`` is the form of a soft mask."""

    width: float | None = None
    font: tuple[Face | None, float] | None = None
    overprints_fill: bool | None = None
    overprints_stroke: bool | None = None
    overprint_mode: int | None = None
    mask: Any = None

    def set(self, state: State) -> None:
        """Change ``state``."""
        if self.width is not None:
            state.width = self.width
        if self.font is not None:
            state.font, state.size = self.font
        if self.overprints_fill is not None:
            state.overprints_fill = self.overprints_fill
        if self.overprints_stroke is not None:
            state.overprints_stroke = self.overprints_stroke
        if self.overprint_mode is not None:
            state.overprint_mode = self.overprint_mode


def parameters_of(found: Any, survey: Survey, page: int, fonts: FontReader) -> Parameters:
    """Read the dictionary ``found``, and note what PDF/X forbids in it."""
    if not safe.is_dictionary(found):
        return Parameters()
    _note_forbidden(found, survey, page)
    font = safe.items(safe.entry(found, "/Font"))
    mode = safe.number(safe.entry(found, "/OPM"))
    strokes, fills = safe.entry(found, "/OP"), safe.entry(found, "/op")
    strokes = strokes if isinstance(strokes, bool) else None
    return Parameters(
        safe.number(safe.entry(found, "/LW")),
        (fonts.face(font[0]), safe.number(font[1]) or 0.0) if len(font) == 2 else None,
        fills if isinstance(fills, bool) else strokes,  # OP is for both where op says nothing
        strokes,
        None if mode is None else int(mode),
        safe.entry(safe.entry(found, "/SMask"), "/G"),
    )


def _note_forbidden(found: Any, survey: Survey, page: int) -> None:
    number = safe.identity(found)
    has_second = safe.entry(found, "/TR2") is not None
    if safe.entry(found, "/TR") is not None or (has_second and safe.name(safe.entry(found, "/TR2")) != "Default"):
        survey.note(Kind.TRANSFER, "a transfer function changes all colours behind it", page, number)
    if safe.entry(found, "/HTP") is not None:
        survey.note(Kind.HALFTONE, "a halftone phase (HTP) is set", page, number)
    _note_halftone(safe.entry(found, "/HT"), survey, page, number)


def _note_halftone(halftone: Any, survey: Survey, page: int, number: int) -> None:
    if not safe.is_dictionary(halftone):
        return
    kind = safe.number(safe.entry(halftone, "/HalftoneType"))
    if kind not in (1, 5) or safe.entry(halftone, "/HalftoneName") is not None:
        survey.note(Kind.HALFTONE, "a halftone other than of type 1 or 5, or one with a name, is set", page, number)
    elif safe.entry(halftone, "/TransferFunction") is not None:
        survey.note(Kind.TRANSFER, "a halftone brings a transfer function", page, number)
