"""Codes of a font: which glyphs each shows, and which characters it stands for."""

from dataclasses import dataclass, field
from typing import Any

Part = tuple[int, int, int]
"""A glyph, and how far right and up it is moved, in units of the font."""

_LAST_CODE = 0xFFFE
"""The next one is shared by characters without a glyph, if so many are given out."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What a code shows.

    Parameters
    ----------
    parts:
        Glyphs; none for a character that shows nothing by itself.
    advance:
        The way to the next code, in units of the font.
    made:
        Whether it is more, or wider, than a glyph of the font.
    """

    parts: tuple[Part, ...]
    advance: int
    made: bool = False

    @property
    def glyph(self) -> int | None:
        """The font's own glyph where that is all that is shown."""
        return self.parts[0][0] if self.parts and not self.made else None


@dataclass(slots=True)
class Codes:
    """The codes given out for one font of WeasyPrint's.

    The first characters that a glyph stands for have the glyph's number as their code, so that what WeasyPrint writes by itself
    keeps its meaning; all other codes lie above the font's glyphs.
    """

    font: Any
    given: dict[tuple[Outline, str], int] = field(default_factory=dict)
    known: dict[Any, Any] = field(default_factory=dict)
    """What :mod:`.lines` wrote for a cluster, so that it is worked out once."""
    outlines: dict[int, Outline] = field(default_factory=dict)
    """What the codes show that are no glyph's number."""
    glyphs: dict[int, int] = field(default_factory=dict)
    """The glyph of each such code, known when the font has been cut (:mod:`.embedding`)."""
    _next: int = 0

    def code(self, outline: Outline, text: str) -> int:
        """The code that shows ``outline`` and stands for ``text``; ask before whether enough are :attr:`left`."""
        key = (outline, text)
        found = self.given.get(key)
        if found is None:
            found = self.given[key] = self._new(outline, text)
        return found

    @property
    def left(self) -> int:
        """How many codes are neither a glyph's nor given out."""
        return max(_LAST_CODE + 1 - self._first_free, 0)

    def unused(self) -> int:
        """A code that is neither a glyph's nor given out; one behind the last where none is left."""
        found = min(self._first_free, _LAST_CODE + 1)
        self._next = found + 1
        return found

    @property
    def _first_free(self) -> int:
        return max(self._next, int(self.font.glyph_count))

    def _new(self, outline: Outline, text: str) -> int:
        glyph = outline.glyph
        if glyph is not None and self.font.to_unicode.setdefault(glyph, text) == text and glyph not in self.font.missing.values():
            self._measure(glyph, outline)
            return glyph
        code = self.unused()
        self.outlines[code] = outline
        self.font.to_unicode[code] = text
        self._measure(code, outline)
        return code

    def _measure(self, code: int, outline: Outline) -> None:
        self.font.widths.setdefault(code, round(outline.advance * 1000 / self.font.upem))


def codes_of(font: Any, fonts: Any) -> Codes | None:
    """The codes of ``font``, one of the document's ``fonts``; ``None`` where its glyphs cannot be composed."""
    try:
        found: Codes | None = font.codes
    except AttributeError:
        found = font.codes = _begun(font, fonts)
    return found


def _begun(font: Any, fonts: Any) -> Codes | None:
    if "glyf" not in font.tables or font.bitmap or font.png or font.svg or font.colr:
        return None
    for other in fonts:
        # WeasyPrint embeds one file for all fonts of a name: they must agree on what is in it.
        if other is not font and other.hash == font.hash and (shared := getattr(other, "codes", None)):
            font.to_unicode, font.widths, font.missing = other.to_unicode, other.widths, other.missing
            return shared  # type: ignore[no-any-return]
    return Codes(font)
