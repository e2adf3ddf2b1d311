"""The diagnostics that several outputs share."""

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.press.faces import missing_characters


def refusal(address: str) -> Diagnostic:
    """P002 for an address that is no key of the bundle's assets."""
    return Diagnostic(CODES["P002"], f"the page asks for “{shortened(address)}”, which was not handed to it")


def shortened(address: str) -> str:
    """``address``, cut to a length that fits a message."""
    return address if len(address) <= 120 else address[:119] + "…"


def no_glyph(char: str) -> Diagnostic:
    """P001 for one character."""
    return Diagnostic(CODES["P001"], f"no bundled typeface has “{char}” (U+{ord(char):04X})")


def missing_glyphs(text: str) -> tuple[Diagnostic, ...]:
    """P001 for every character of ``text`` that no bundled face can show.

    For the web page and the EPUB; of a PDF :func:`dossier.press.pdf.render` tells what the engine itself could not set.
    """
    return tuple(map(no_glyph, missing_characters(text)))
