"""PDF: the words of its pages, as PDFium reads them; right-to-left text comes in the order it is read in."""

from collections.abc import Iterator

from pypdfium2 import PdfDocument, PdfPage, PdfTextPage  # type: ignore[import-untyped]

from dossier.extraction.lines import Line, paragraphs_of
from dossier.extraction.refusal import refused

LIBRARY = "pypdfium2"
RULES = 1
MOST_PAGES = 20_000

_HYPHEN = "\ufffe"
"""What PDFium makes of a hyphen and the line's end behind it, where it takes the two for hyphenation."""


def paragraphs(data: bytes, charset: str) -> list[str]:
    """The words of all pages; paragraphs are told by the gaps between lines.

    Raises
    ------
    DossierError
        Q006 for a file with too many pages.
    pypdfium2.PdfiumError
        For a broken file, or one that is locked by a password.
    """
    document = PdfDocument(data)
    try:
        if len(document) > MOST_PAGES:
            raise refused(f"the snapshot has {len(document):,} pages; at most {MOST_PAGES:,} are read")
        return paragraphs_of([_lines(page) for page in document])
    finally:
        document.close()


def _lines(page: PdfPage) -> list[Line]:
    words = page.get_textpage()
    try:
        return list(_read(words))
    finally:
        words.close()
        page.close()


def _read(words: PdfTextPage) -> Iterator[Line]:
    """The lines of a page in PDFium's order. It counts characters in units of UTF-16."""
    start = 0
    for line in words.get_text_range().replace(_HYPHEN, "-\N{ZERO WIDTH SPACE}\r\n").split("\r\n"):
        is_parted = line.endswith("-\N{ZERO WIDTH SPACE}")
        text = line.removesuffix("\N{ZERO WIDTH SPACE}")
        length = _units(text)
        if text.strip():
            yield _placed(words, text, start, start + length - 1)
        start += length + (0 if is_parted else 2)


def _placed(words: PdfTextPage, text: str, first: int, last: int) -> Line:
    """The line with the box of its first and last characters; spaces at its ends have none worth knowing."""
    first += _units(text) - _units(text.lstrip())
    last -= _units(text) - _units(text.rstrip())
    count = words.count_chars()
    boxes = [words.get_charbox(index, loose=True) for index in (first, last) if 0 <= index < count]
    if not boxes:
        return Line(text.strip(), 0, 0, 0, 0)
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return Line(text.strip(), min(lefts), min(bottoms), max(rights), max(tops))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
