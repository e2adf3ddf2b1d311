"""The bundled typefaces: where they lie, what they cover, and subsets of them for the web page and the EPUB.

The faces are pinned PyPI packages, so that no page depends on what the machine happens to have. Importing this module does
not import WeasyPrint.

**Reserved Font Names.** The OFL (section 3) forbids a modified version, and a subset is one, to carry a name that the copyright
holder reserved. Neither the ``LICENSE`` nor the copyright and licence records of the name table (IDs 0 and 13) of these faces
reserve any, so subsets keep their names; a test holds the packages to that. Some of the names are trademarks (name ID 7),
which the OFL leaves alone. Symbola (below) has no OFL; its own name table frees it for any use.

**Choice.** Literata (text and titles, with optical sizes) and Amiri (Persian text) are faces for books; Public Sans and Noto Sans
Arabic set what is not text: labels, running heads, cards, tables of figures. JetBrains Mono sets code and digests. Symbola, in
one colour, has the symbols and emoji that none of them has. It comes last and may be missing: ``pip`` installs it with the extra
``symbols``. Its package is one for another programme, of which only the file of the face is used and nothing is imported.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import Distribution, PackageNotFoundError, version
from io import BytesIO
from pathlib import Path
from typing import Any

FAMILIES: tuple[tuple[str, str], ...] = (
    ("Literata", "fontpkg-literata"),
    ("Amiri", "fontpkg-amiri"),
    ("Public Sans", "fontpkg-public-sans"),
    ("Noto Sans Arabic", "fontpkg-noto-sans-arabic"),
    ("JetBrains Mono", "fontpkg-jetbrains-mono"),
)
"""Family and package, in the order in which a missing letter is looked for."""
SYMBOLS = "Symbola"
"""The family that sets what the others lack, where it is installed; see :func:`symbols_face`."""
_SYMBOLS_PACKAGE, _SYMBOLS_FILE = "rinoh-typeface-symbola", "rinoh_typeface_symbola/Symbola.ttf"

# Two decades of weights and every optical size would double a subset; pages use regular to bold text of one design.
_WEB_AXES: dict[str, tuple[float, float] | float] = {"wght": (400, 700), "opsz": 12, "wdth": 100}
_NUMERAL_FEATURES = ("lnum", "onum", "pnum", "tnum")
_NAMES = (0, 1, 2, 3, 4, 5, 6, 7, 13, 14, 16, 17)  # who made the face, and its licence, go along
_STATEMENTS = {
    4: "Font",
    5: "Version",
    0: "Copyright",
    9: "Designer",
    7: "Trademark",
    13: "Licence",
    14: "Licence address",
    11: "Vendor address",
}
_ON_A_LETTER = ("Mn", "Me")
_SILENT_CATEGORIES = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Face:
    """One font file.

    Parameters
    ----------
    family:
        The name style sheets use.
    package, version:
        The PyPI distribution it comes from, and that distribution's version.
    path:
        The file, inside the installed package.
    style:
        ``normal`` or ``italic``.
    weights:
        Lowest and highest weight; the same twice for a static face.
    licence:
        The licence's text file; ``None`` where the font file itself says all there is.
    """

    family: str
    package: str
    version: str
    path: Path
    style: str
    weights: tuple[int, int]
    licence: Path | None

    @property
    def name(self) -> str:
        """A file name for this face, without suffix: ``literata``, ``amiri-bold``, ``jetbrains-mono-italic``."""
        parts = [self.family.lower().replace(" ", "-")]
        if self.weights == (700, 700):
            parts.append("bold")
        if self.style != "normal":
            parts.append(self.style)
        return "-".join(parts)


@cache
def faces() -> tuple[Face, ...]:
    """Every bundled face, in a fixed order.

    Raises
    ------
    fontpkg.FamilyNotInstalled
        Where a pinned package is missing from the environment.
    """
    symbols = symbols_face()
    return (*(face for family, package in FAMILIES for face in _faces_of(family, package)), *((symbols,) if symbols else ()))


def symbols_face() -> Face | None:
    """The face for symbols and emoji; ``None`` where its package is not installed."""
    try:
        package = Distribution.from_name(_SYMBOLS_PACKAGE)
    except PackageNotFoundError:
        return None
    path = Path(str(package.locate_file(_SYMBOLS_FILE)))
    return Face(SYMBOLS, _SYMBOLS_PACKAGE, package.version, path, "normal", (400, 400), None) if path.is_file() else None


def _faces_of(family: str, package: str) -> Iterable[Face]:
    import fontpkg

    found = fontpkg.family(family)
    for file in sorted(found.files, key=lambda file: (file.style != "normal", file.weight or 0)):
        weight = file.weight or 400
        yield Face(
            family=family,
            package=package,
            version=version(package),
            path=file.path,
            style=file.style,
            weights=(file.wght_min or weight, file.wght_max or weight),
            licence=file.path.parent.parent / "LICENSE",
        )


def licence_text(face: Face) -> str:
    """The licence under which the face may be passed on; it goes with every subset."""
    return face.licence.read_text(encoding="utf-8") if face.licence else _own_statement(face)


def _own_statement(face: Face) -> str:
    """What the font file says of its makers and its licence, by the numbers of its name table (OpenType, ``name``)."""
    from fontTools.ttLib import TTFont

    with TTFont(face.path, lazy=True) as font:
        said = {number: str(font["name"].getDebugName(number) or "") for number in _STATEMENTS}
    lines = (f"{title}: {said[number]}" for number, title in _STATEMENTS.items() if said[number])
    return f"The font file comes without a separate licence. Its name table states:\n\n{chr(10).join(lines)}\n"


@cache
def face_coverage(face: Face) -> frozenset[int]:
    """The characters for which the face has a glyph."""
    from fontTools.ttLib import TTFont

    with TTFont(face.path, lazy=True) as font:
        return frozenset(font.getBestCmap())


@cache
def coverage() -> frozenset[int]:
    """The characters for which some upright bundled face has a glyph."""
    return frozenset().union(*(face_coverage(face) for face in faces() if face.style == "normal"))


def missing_characters(text: str) -> tuple[str, ...]:
    """Characters of ``text`` that no bundled face can show, once each, by code point.

    Controls, white space, joiners, marks of direction, variation selectors and the soft hyphen need no glyph.
    """
    return tuple(char for char in sorted(set(text)) if ord(char) not in coverage() and not _needs_no_glyph(char))


def symbols_in(text: str) -> str:
    """Characters of ``text`` that only the face for symbols can show, once each, by code point."""
    face = symbols_face()
    if face is None:
        return ""
    wanted = face_coverage(face) - _coverage_of_text_faces()
    return "".join(char for char in sorted(set(text)) if ord(char) in wanted and not _needs_no_glyph(char))


@cache
def _coverage_of_text_faces() -> frozenset[int]:
    upright = (face for face in faces() if face.style == "normal" and face.family != SYMBOLS)
    return frozenset().union(*map(face_coverage, upright))


def symbols_with_bases(text: str) -> str:
    """What a subset for ``text`` must hold besides: :func:`symbols_in`, and the letters under those that enclose them.

    A browser takes a letter and what stands on it from one face, and shows a box where that has only one of them: the keycap of
    ``1`` (UTS 51, 1.4.6) asks for the digit too.
    """
    symbols = symbols_in(text)
    enclosing = "".join(char for char in symbols if unicodedata.category(char) in _ON_A_LETTER)
    bases = "".join(re.findall(rf"(.)[\ufe0e\ufe0f]?[{enclosing}]", text)) if enclosing else ""
    return "".join(sorted(set(symbols + bases)))


def _needs_no_glyph(char: str) -> bool:
    # The others are the grapheme joiner and the two blocks of variation selectors.
    code = ord(char)
    is_selector = code == 0x034F or 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF
    return is_selector or unicodedata.category(char) in _SILENT_CATEGORIES


def subset(face: Face, text: str) -> bytes:
    """The part of ``face`` that ``text`` needs, as WOFF2, the same bytes at every call.

    Joining, ligatures, kerning, marks and figures stay. Of a variable face the weights 400 to 700 stay and the optical size
    is that of text.

    Raises
    ------
    OSError
        Where the font file cannot be read.
    """
    wanted = frozenset(map(ord, text)) & face_coverage(face)
    return _subset(face, tuple(sorted(wanted)))


@lru_cache(maxsize=64)
def _subset(face: Face, characters: tuple[int, ...]) -> bytes:
    """HarfBuzz cuts (a tenth of fontTools' time, the same size), fontTools packs as WOFF2.

    uharfbuzz carries its own HarfBuzz, so that the bytes hang on a pinned package and not on the system's library.
    """
    import uharfbuzz
    from fontTools.ttLib import TTFont

    whole = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(face.path)))
    cut = _request(whole, characters).subset(whole)
    # The dates of the font file are kept: the clock must not reach the bytes.
    font = TTFont(BytesIO(cut.blob.data), recalcTimestamp=False)
    font.flavor = "woff2"
    out = BytesIO()
    font.save(out, reorderTables=False)
    return out.getvalue()


def _request(whole: Any, characters: tuple[int, ...]) -> Any:
    import uharfbuzz

    request = uharfbuzz.SubsetInput()
    request.unicode_set.update(characters)
    request.layout_feature_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _NUMERAL_FEATURES)
    request.name_id_set.update(_NAMES)
    request.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    for axis in whole.axis_infos:
        limit = _WEB_AXES.get(axis.tag)
        if isinstance(limit, tuple):
            request.set_axis_range(whole, axis.tag, *limit, limit[0])
        elif limit is not None:
            request.pin_axis_location(whole, axis.tag, limit)
    return request
