"""Colours in the inks of a printing condition, by LittleCMS."""

from collections.abc import Callable, Sequence
from functools import cached_property
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms

Ink = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black, each from 0 (none) to 1 (solid)."""

PAPER: Ink = (0, 0, 0, 0)
BLACK: Ink = (0, 0, 0, 1)
_NEUTRAL_LAB = 3  # of a* and b*
_NEUTRAL, _NEUTRAL_BY_DARKNESS = 0.012, 0.09
"""How far the channels of a colour may differ for it to count as a grey, and how much further the darker it is. A theme's greys
are seldom quite neutral, and on a light ground the eye sees less of a tint than that."""


class Inks:
    """The colours of other spaces in the inks of ``profile``: relative colorimetric, with compensation of the black point.

    Parameters
    ----------
    profile:
        A CMYK output profile (ICC.1).
    """

    def __init__(self, profile: bytes) -> None:
        self._profile = ImageCms.ImageCmsProfile(BytesIO(profile))
        self._known: dict[tuple[float, ...], Ink] = {}

    def flat(self, rgb: Sequence[float]) -> Ink:
        """The inks of an sRGB colour (0 to 1) that stands by itself: a grey is a tint of black alone, never of four inks."""
        return (0, 0, 0, 1 - grey(rgb)) if is_neutral(rgb) else self.measured(rgb)

    def measured(self, rgb: Sequence[float]) -> Ink:
        """The inks of an sRGB colour as the profile has them; white is always the paper."""
        key = tuple(rgb)
        if key not in self._known:
            self._known[key] = PAPER if min(rgb) >= 1 else self._ink(self.from_srgb, "RGB", rgb)
        return self._known[key]

    def from_lab(self, lab: Sequence[float]) -> Ink:
        """The inks of a CIE L*a*b* colour (D50, L* from 0 to 100)."""
        light, a, b = lab
        if light >= 100:
            return PAPER
        if max(abs(a), abs(b)) < _NEUTRAL_LAB:
            return (0, 0, 0, 1 - light / 100)
        # Eight bits a channel, as Pillow holds Lab: L* over 255, a* and b* as signed bytes.
        pixel = (light / 100, *((round(value) % 256) / 255 for value in (a, b)))
        return self._ink(self._from_lab, "LAB", pixel)

    def from_icc(self, profile: bytes, mode: str, values: Sequence[float]) -> Ink:
        """The inks of a colour (0 to 1) in the space of another ``profile``; ``mode`` is Pillow's (``L``, ``RGB``, ``CMYK``).

        Raises
        ------
        ValueError
            Where LittleCMS cannot use the profile.
        """
        return self._ink(self.transform(profile, mode), mode, values)

    def transform(self, profile: bytes, mode: str) -> Callable[[Image.Image], Image.Image]:
        """What turns images of ``mode`` in the space of ``profile`` into CMYK. Raises as :meth:`from_icc`."""
        try:
            return self._build(ImageCms.ImageCmsProfile(BytesIO(profile)), mode)
        except (ImageCms.PyCMSError, OSError) as error:
            raise ValueError(str(error)) from error

    @cached_property
    def from_srgb(self) -> Callable[[Image.Image], Image.Image]:
        """What turns an sRGB image into CMYK."""
        return self._build(ImageCms.createProfile("sRGB"), "RGB")

    @cached_property
    def _from_lab(self) -> Callable[[Image.Image], Image.Image]:
        return self._build(ImageCms.createProfile("LAB"), "LAB")

    def _build(self, source: Any, mode: str) -> Callable[[Image.Image], Image.Image]:
        transform = ImageCms.buildTransform(
            source,
            self._profile,
            mode,
            "CMYK",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
        return transform.apply

    @staticmethod
    def _ink(convert: Callable[[Image.Image], Image.Image], mode: str, values: Sequence[float]) -> Ink:
        pixel = bytes(round(255 * min(max(value, 0), 1)) for value in values)
        # Pillow's pixels of three channels are four bytes wide; frombytes takes them as the mode has them.
        c, m, y, k = (value / 255 for value in convert(Image.frombytes(mode, (1, 1), pixel)).tobytes())
        return (c, m, y, k)


def grey(rgb: Sequence[float]) -> float:
    """How light a colour of DeviceRGB is in DeviceGray (ISO 32000-1, 10.3.2)."""
    red, green, blue = rgb
    return 0.3 * red + 0.59 * green + 0.11 * blue


def is_neutral(rgb: Sequence[float]) -> bool:
    """Whether an sRGB colour passes for a grey."""
    return max(rgb) - min(rgb) < _NEUTRAL + _NEUTRAL_BY_DARKNESS * (1 - grey(rgb))


def lightness(ink: Ink) -> float:
    """About how light ``ink`` is, from 0 to 1 (ISO 32000-1, 10.3.4); to compare, not to measure."""
    c, m, y, k = ink
    return 1 - min(1, 0.3 * c + 0.59 * m + 0.11 * y + k)
