"""Variable faces at one point of their axes, cut once in a process for the same glyphs.

The PDFs of an edition for the screen, for print and for the archive embed the same glyphs, and fontTools takes as long to cut
them as WeasyPrint to lay out a few pages.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any, BinaryIO


@dataclass(frozen=True, slots=True)
class Static:
    """A font that is written already; to be saved is all that WeasyPrint asks of it."""

    data: bytes

    def save(self, file: BinaryIO) -> None:
        """Write the font to ``file``."""
        file.write(self.data)


def remembering(instantiate: Callable[..., Any]) -> Callable[..., Static]:
    """``instantiate``, fontTools' ``instantiateVariableFont``, which is asked once for the same bytes, location and options."""

    @lru_cache(maxsize=64)  # a dossier in three languages has twenty cuts of a few hundred kB
    def cut(data: bytes, location: tuple[tuple[str, float], ...], options: tuple[tuple[str, Any], ...]) -> Static:
        from fontTools.ttLib import TTFont

        out = BytesIO()
        # (The clock must not reach the bytes.)
        instantiate(TTFont(BytesIO(data), recalcTimestamp=False), dict(location), **dict(options)).save(out)
        return Static(out.getvalue())

    def remembered(font: Any, location: Mapping[str, float], **options: Any) -> Static:
        return cut(font.reader.file.getvalue(), tuple(sorted(location.items())), tuple(sorted(options.items())))

    return remembered
