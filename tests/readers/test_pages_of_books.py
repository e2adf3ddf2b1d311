"""The list of pages keeps its word: between two marks stands what the PDF has on that page, as PDFium reads it."""

import re
import zipfile
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree
from test_readers import words

MARK = "{http://www.idpf.org/2007/ops}type"
SKIPPED = ("doc-footnote", "doc-noteref", "doc-backlink")


def segments(book: Path) -> dict[int, list[str]]:
    """The words of the parts between two marks, by the number of the page; headings of notes are no part of the flow."""
    found: dict[int, list[str]] = {}
    with zipfile.ZipFile(book) as files:
        for name in ("one", "two"):
            page = 0
            for piece in _flow(etree.fromstring(files.read(f"EPUB/{name}.xhtml")).find("{*}body")):
                if isinstance(piece, int):
                    page = piece
                else:
                    found.setdefault(page, []).append(piece)
    read = {page: words(" ".join(pieces)) for page, pieces in found.items()}
    return {page: text for page, text in read.items() if text}


def _flow(element: etree._Element):
    if element.get(MARK) == "pagebreak":
        yield int(element.get("id").removeprefix("page-"))
    elif element.get("role") not in SKIPPED and element.get("class") != "notes":
        yield element.text or ""
        for child in element:
            yield from _flow(child)
            yield child.tail or ""


def printed(pdf: Path) -> dict[int, Counter[str]]:
    document = pypdfium2.PdfDocument(pdf)
    texts = (page.get_textpage().get_text_bounded() for page in document)
    return {number: Counter(words(re.sub(r"[\u2010\ufffe]\s*\r?\n?", "", text))) for number, text in enumerate(texts, start=1)}


def strangers(book: dict[int, list[str]], pdf: dict[int, Counter[str]], shift: int = 0) -> float:
    """The share of the book's words that do not stand on their page."""
    # PDFium parts or joins Persian words at their joiners.
    whole = {page: [word for word in text if "\u200c" not in word] for page, text in book.items()}
    astray = sum((Counter(text) - pdf.get(page + shift, Counter())).total() for page, text in whole.items())
    return astray / sum(map(len, book.values()))


@pytest.mark.parametrize("language", ["en", "fr", "fa"])
def test_pages_of_the_book_are_those_of_the_pdf(shelf: Path, language: str) -> None:
    book, pdf = segments(shelf / f"{language}.epub"), printed(shelf / f"{language}.pdf")
    assert 0 not in book, "something stands before the first mark"
    assert len(book) >= 5
    # A word that is parted between two pages stands on neither of them whole.
    assert strangers(book, pdf) < 0.01
    assert strangers(book, pdf, shift=1) > 0.05, "the measure would not see a page that is wrong"
