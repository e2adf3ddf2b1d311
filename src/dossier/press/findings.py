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


def off_the_page(page: int, kind: str, words: str, heading: str, *, is_cut: bool) -> Diagnostic:
    """P011 for one thing that is wider than its page.

    Parameters
    ----------
    page:
        The page of the PDF, from 1.
    kind, words:
        What it is, and the words of it that stand out farthest.
    heading:
        The heading it stands under; empty where there is none.
    is_cut:
        Whether it reaches beyond the edge of the sheet.
    """
    where = "off the page" if is_cut else "into the margin"
    said = f": “{shortened(words.strip())}”" if words.strip() else ""
    return Diagnostic(CODES["P011"], f"on page {page}{_under(heading)}, {kind} runs {where}{said}")


def too_many_columns(page: int, heading: str) -> Diagnostic:
    """P012 for a table on ``page``, from 1, under ``heading``."""
    return Diagnostic(
        CODES["P012"], f"on page {page}{_under(heading)}, a table has so many columns that words are parted every few letters"
    )


def _under(heading: str) -> str:
    return f", under “{shortened(heading)}”" if heading else ""


def missing_glyphs(text: str) -> tuple[Diagnostic, ...]:
    """P001 for every character of ``text`` that no bundled face can show.

    For the web page and the EPUB; of a PDF :func:`dossier.press.pdf.render` tells what the engine itself could not set.
    """
    return tuple(map(no_glyph, missing_characters(text)))
