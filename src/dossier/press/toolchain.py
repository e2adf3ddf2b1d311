"""Names and versions of everything that shapes the bytes of an output, for its metadata and its colophon.

Python itself is not among them: the same libraries give the same bytes under every Python that dossier supports. zlib is,
for it compresses PDF and EPUB, and its variants (zlib-ng, Chromium's) compress differently.
"""

import ctypes
import zlib
from functools import cache
from importlib.metadata import version

from dossier import __version__
from dossier.press.faces import faces

Versions = tuple[tuple[str, str], ...]

_UNKNOWN = "unknown"
# As WeasyPrint looks for them: on Linux, macOS, Windows.
_PANGO = ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll")
_HARFBUZZ = ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll")
_FONTCONFIG = ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll")


@cache
def toolchain() -> Versions:
    """What makes all outputs together, in a fixed order."""
    return tuple(dict((*pdf_toolchain(), *epub_toolchain(), *web_toolchain())).items())


@cache
def pdf_toolchain() -> Versions:
    """What makes a PDF."""
    return (
        ("dossier", __version__),
        ("WeasyPrint", version("weasyprint")),
        ("pydyf", version("pydyf")),
        ("Pango", _asked(_PANGO, "pango_version_string")),
        ("HarfBuzz", _asked(_HARFBUZZ, "hb_version_string")),
        ("Fontconfig", _fontconfig()),
        ("fontTools", version("fonttools")),
        ("Pillow", version("pillow")),
        ("zlib", zlib.ZLIB_RUNTIME_VERSION),
        *_faces(),
    )


@cache
def epub_toolchain() -> Versions:
    """What makes an EPUB."""
    return (
        ("dossier", __version__),
        ("EbookLib", version("ebooklib")),
        ("lxml", version("lxml")),
        ("fontTools", version("fonttools")),
        ("uharfbuzz", version("uharfbuzz")),
        ("Brotli", version("brotli")),
        ("zlib", zlib.ZLIB_RUNTIME_VERSION),
        *_faces(),
    )


@cache
def web_toolchain() -> Versions:
    """What makes a web page."""
    return (
        ("dossier", __version__),
        ("tinyhtml5", version("tinyhtml5")),
        ("tinycss2", version("tinycss2")),
        ("fontTools", version("fonttools")),
        ("uharfbuzz", version("uharfbuzz")),
        ("Brotli", version("brotli")),
        *_faces(),
    )


def recorded(own: Versions, given: Versions) -> str:
    """One line for the metadata of an output: its own toolchain, then what the other rooms say of theirs."""
    return "; ".join(f"{name} {number}" for name, number in dict((*given, *own)).items())


def generator() -> str:
    """What stands as generator or creator in every output."""
    return f"dossier {__version__}"


def _faces() -> Versions:
    return tuple({face.family: face.version for face in faces()}.items())


def _library(names: tuple[str, ...]) -> ctypes.CDLL | None:
    for name in names:
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    return None


def _asked(names: tuple[str, ...], function: str) -> str:
    """What the library's own version function says; a missing library is the business of :mod:`dossier.press.engine`."""
    library = _library(names)
    if library is None:
        return _UNKNOWN
    ask = getattr(library, function)
    ask.restype = ctypes.c_char_p
    answer: bytes = ask()
    return answer.decode("ascii")


def _fontconfig() -> str:
    library = _library(_FONTCONFIG)
    if library is None:
        return _UNKNOWN
    number: int = library.FcGetVersion()
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"
