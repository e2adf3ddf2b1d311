"""What a colour of a content stream becomes: one palette for the page, one for what is a mask and not a colour."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from dossier.press.colours.inks import BLACK, PAPER, Ink, Inks, grey, lightness


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour as a content stream sets it.

    Parameters
    ----------
    graphic:
        Operands and operators that set it for filling and for stroking what is not text.
    light:
        About how light it is, from 0 to 1; ``None`` where that differs from place to place (a pattern).
    """

    graphic: tuple[bytes, bytes]
    light: float | None


class Palette(Protocol):
    """Turns colours into paints. ``space`` is ``DeviceGray``, ``DeviceRGB``, ``DeviceCMYK`` or ``Lab``."""

    group_space: str
    black_text: Paint
    paper_text: Paint
    keeps_text: bool

    def paint(self, space: str, values: Sequence[float]) -> Paint:
        """The paint of a colour."""
        ...

    def icc(self, profile: bytes, mode: str, values: Sequence[float]) -> Paint:
        """The paint of a colour in the space of an ICC profile. Raises ValueError where the profile is of no use."""
        ...


class InkPalette:
    """Colours of a page: DeviceCMYK."""

    group_space = "/DeviceCMYK"
    keeps_text = False

    def __init__(self, inks: Inks) -> None:
        self._inks = inks
        self.black_text, self.paper_text = _of_ink(BLACK), _of_ink(PAPER)

    def paint(self, space: str, values: Sequence[float]) -> Paint:
        """See :class:`Palette`."""
        match space, tuple(values):
            case "DeviceGray", (light,):
                return _of_ink((0, 0, 0, 1 - light))
            case "DeviceRGB", (_, _, _) as rgb:
                return _of_ink(self._inks.flat(rgb))
            case "DeviceCMYK", (c, m, y, k):
                return _of_ink((c, m, y, k))
            case "Lab", (_, _, _) as lab:
                return _of_ink(self._inks.from_lab(lab))
        raise ValueError(space)

    def icc(self, profile: bytes, mode: str, values: Sequence[float]) -> Paint:
        """See :class:`Palette`."""
        return _of_ink(self._inks.from_icc(profile, mode, values))


class MaskPalette:
    """Colours of a soft mask: how light they are is how much shows, so they stay light and take no ink (DeviceGray)."""

    group_space = "/DeviceGray"
    keeps_text = True

    def __init__(self, inks: Inks) -> None:
        self._inks = inks
        self.black_text, self.paper_text = _of_grey(0), _of_grey(1)

    def paint(self, space: str, values: Sequence[float]) -> Paint:
        """See :class:`Palette`."""
        match space, tuple(values):
            case "DeviceGray", (light,):
                return _of_grey(light)
            case "DeviceRGB", (_, _, _) as rgb:
                return _of_grey(grey(rgb))
            case "DeviceCMYK", (c, m, y, k):
                return _of_grey(lightness((c, m, y, k)))
            case "Lab", (light, _, _):
                return _of_grey(light / 100)
        raise ValueError(space)

    def icc(self, profile: bytes, mode: str, values: Sequence[float]) -> Paint:
        """See :class:`Palette`."""
        return _of_grey(lightness(self._inks.from_icc(profile, mode, values)))


def _of_ink(ink: Ink) -> Paint:
    operands = numbers(ink)
    return Paint((operands + b" k", operands + b" K"), lightness(ink))


def _of_grey(light: float) -> Paint:
    operands = numbers((light,))
    return Paint((operands + b" g", operands + b" G"), light)


def numbers(values: Sequence[float]) -> bytes:
    """Operands as a content stream has them, to a ten-thousandth."""
    return b" ".join(f"{value:.4f}".rstrip("0").rstrip(".").encode() for value in values)
