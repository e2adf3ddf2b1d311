"""Colour spaces and colours, as plates of a press see them (ISO 32000-1, 8.6)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pikepdf

from dossier.press.preflight.facts import safe


class Family(StrEnum):
    """What becomes of a colour on a press."""

    GRAY = "gray"
    CMYK = "CMYK"
    RGB = "device RGB"
    MANAGED = "RGB with a profile"
    LAB = "Lab"
    SPOT = "spot colour"
    PATTERN = "pattern"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space. ``inks`` are the names of a Separation or DeviceN; ``alternate`` shows them where there is no such ink.

    Of a pattern, ``alternate`` is the space of its colour where it has none of its own.
    """

    family: Family
    components: int
    inks: tuple[str, ...] = ()
    alternate: Family | None = None


Inks = tuple[float, float, float, float]
"""Cyan, magenta, yellow, black; each from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour in a space."""

    space: Space
    values: tuple[float, ...]

    @property
    def is_plain_cmyk(self) -> bool:
        return self.space.family is Family.CMYK and not self.space.inks

    @property
    def inks(self) -> Inks | None:
        """How much of the four process inks is printed; ``None`` where that cannot be told."""
        values = tuple(min(max(value, 0.0), 1.0) for value in self.values)
        if len(values) != self.space.components:
            return None
        if self.space.inks:
            return _separated(dict(zip(self.space.inks, values, strict=False)))
        if self.space.family is Family.GRAY:
            return 0, 0, 0, 1 - values[0]
        return (values[0], values[1], values[2], values[3]) if self.space.family is Family.CMYK else None


GRAY = Space(Family.GRAY, 1)
RGB = Space(Family.RGB, 3)
CMYK = Space(Family.CMYK, 4)
PATTERN = Space(Family.PATTERN, 0)
UNKNOWN = Space(Family.UNKNOWN, 0)
BLACK = Colour(GRAY, (0.0,))

_MOST_INKS = 32
"""Of one DeviceN (ISO 32000-1, C.2)."""

_PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
_DEVICE = {"DeviceGray": GRAY, "G": GRAY, "DeviceRGB": RGB, "RGB": RGB, "DeviceCMYK": CMYK, "CMYK": CMYK, "Pattern": PATTERN}
_DEFAULTS = {Family.GRAY: "/DefaultGray", Family.RGB: "/DefaultRGB", Family.CMYK: "/DefaultCMYK"}


def space_of(value: Any, resources: Any, depth: int = 0) -> Space:
    """The colour space that ``value`` is or names, with the defaults and names of ``resources``."""
    if depth > 8:
        return UNKNOWN
    if isinstance(value, pikepdf.Name):
        return _named(safe.name(value), resources, depth)
    parts = safe.items(value)
    if not parts:
        return UNKNOWN
    make = _MAKERS.get(safe.name(parts[0]))
    if make is None:
        return _named(safe.name(parts[0]), resources, depth)
    return make(parts, resources, depth + 1)


def device(space: Space, resources: Any) -> Space:
    """What stands for a device colour space here: itself, or the resources' default."""
    default = safe.entry(safe.entry(resources, "/ColorSpace"), _DEFAULTS[space.family])
    return space if default is None else space_of(default, None, 1)


def initial(space: Space) -> Colour:
    """The colour that is set with its space."""
    if space.family is Family.CMYK and not space.inks:
        return Colour(space, (0, 0, 0, 1))
    return Colour(space, (1.0 if space.inks else 0.0,) * space.components)


def _named(name: str, resources: Any, depth: int) -> Space:
    if name in _DEVICE:
        space = _DEVICE[name]
        return space if space is PATTERN else device(space, resources)
    found = safe.entry(safe.entry(resources, "/ColorSpace"), f"/{name}")
    return UNKNOWN if found is None else space_of(found, resources, depth + 1)


def _gray(parts: list[Any], resources: Any, depth: int) -> Space:
    return GRAY


def _managed(parts: list[Any], resources: Any, depth: int) -> Space:
    return Space(Family.MANAGED, 3)


def _lab(parts: list[Any], resources: Any, depth: int) -> Space:
    return Space(Family.LAB, 3)


def _icc(parts: list[Any], resources: Any, depth: int) -> Space:
    count = safe.number(safe.entry(parts[1], "/N")) if len(parts) > 1 else None
    return {1: GRAY, 3: Space(Family.MANAGED, 3), 4: CMYK}.get(int(count or 0), UNKNOWN)


def _indexed(parts: list[Any], resources: Any, depth: int) -> Space:
    base = space_of(parts[1], resources, depth) if len(parts) > 1 else UNKNOWN
    # One number chooses a colour of a table: which inks it has is not looked up.
    return Space(base.family, 1, ("(indexed)",), base.alternate)


def _separation(parts: list[Any], resources: Any, depth: int) -> Space:
    names = tuple(map(safe.name, safe.items(parts[1]) or parts[1:2])) if len(parts) > 2 else ()
    if not names or len(names) > _MOST_INKS:
        return UNKNOWN
    alternate = space_of(parts[2], resources, depth).family
    is_process = all(name in _PROCESS or name in ("All", "None") for name in names)
    return Space(Family.CMYK if is_process else Family.SPOT, len(names), names, alternate)


def _pattern(parts: list[Any], resources: Any, depth: int) -> Space:
    return Space(Family.PATTERN, 0, (), space_of(parts[1], resources, depth).family) if len(parts) > 1 else PATTERN


_MAKERS = {
    "CalGray": _gray,
    "CalRGB": _managed,
    "Lab": _lab,
    "ICCBased": _icc,
    "Indexed": _indexed,
    "I": _indexed,
    "Separation": _separation,
    "DeviceN": _separation,
    "Pattern": _pattern,
}


def _separated(amounts: dict[str, float]) -> Inks | None:
    if any(name not in _PROCESS and name not in ("All", "None") for name in amounts):
        return None
    everywhere = amounts.get("All", 0.0)
    cyan, magenta, yellow, black = (max(amounts.get(name, 0.0), everywhere) for name in _PROCESS)
    return cyan, magenta, yellow, black
