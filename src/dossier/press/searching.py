"""What stands in finished files, as text that can be searched: all that a reader or a search engine can find there."""

import base64
import binascii
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from urllib.parse import unquote_to_bytes

from dossier.press.limits import Allowance, TooLargeError, inflated

Piece = tuple[str, str]
"""Where it stands in a file (``page 3``), and the text."""

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_NOT_TEXT = (b"/Image", b"/Length1", b"/OpenType", b"/CIDFontType0C", b"/Type1C")
_LITERAL = re.compile(rb"\(((?:[^()\\]++|\\.)*+)\)", re.DOTALL)  # never stepped back into: a stream may be one long open string
_HEX = re.compile(rb"<\s*([Ff][Ee][Ff][Ff][0-9A-Fa-f\s]*)>")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_BROKEN_WORD = re.compile("[-\u00ad\u2010\u0002\ufffe]\\s*\n\\s*|[\u0002\ufffe]")
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|data|em|i|mark|q|s|small|span|strong|sub|sup|time|tspan|u|wbr)(?=[\s/>])[^<>]*>", re.I
)
_TAG = re.compile(r"<[^<>]*>")
_DATA = re.compile(r"data:(?P<type>[\w.+-]+/[\w.+-]+)?(?P<more>(?:;[^,;\"')\s]*)*),(?P<data>[^\"')\s>]*)")
_TEXTS = frozenset({"xhtml", "html", "opf", "ncx", "xml", "css", "svg", "txt", "js", "json", "rdf", "mimetype"})


def html_pieces(data: bytes) -> Iterator[Piece]:
    """A page as it is written, as it is read, and the texts it carries in ``data:`` addresses."""
    text = data.decode("utf-8", "replace")
    bare = _DATA.sub("", text)
    yield from _marked_up("the page", bare)
    for found in _DATA.finditer(text):
        if (found["type"] or "").startswith("text/") or (found["type"] or "").endswith("xml"):
            yield from _marked_up("a file inside the page", _payload(found["more"], found["data"]))


def epub_pieces(data: bytes) -> Iterator[Piece]:
    """The names and the texts of a book's entries.

    Raises
    ------
    TooLargeError
        Where they unfold to more than is looked at.
    """
    allowance = Allowance()
    with zipfile.ZipFile(BytesIO(data)) as book:
        for entry in book.infolist():
            yield "the name of an entry", entry.filename
            if entry.filename.rpartition(".")[2].lower() in _TEXTS:
                for _, text in html_pieces(_entry(book, entry, allowance)):
                    yield entry.filename, text


def pdf_pieces(data: bytes) -> Iterator[Piece]:
    """The words of a PDF's pages, its bookmarks, and the strings and texts of its objects, streams and attachments.

    Raises
    ------
    TooLargeError
        Where streams unfold to more than is looked at.
    """
    yield from _pages(data)
    for place, chunk in _chunks(data):
        yield place, chunk.decode("utf-8", "replace")
        yield from ((place, text) for text in _strings(chunk))


def _entry(book: zipfile.ZipFile, entry: zipfile.ZipInfo, allowance: Allowance) -> bytes:
    """One file of a book. That its size is said to be small is not believed. Books know two ways of storing (EPUB 3.3, 4.2.2)."""
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise TooLargeError("it is compressed in a way that has no limit")
    if entry.file_size > allowance.most:
        raise TooLargeError(f"it unfolds to {entry.file_size:,} bytes")
    with book.open(entry) as file:
        return allowance.take(file.read(allowance.most + 1))


def _marked_up(place: str, text: str) -> Iterator[Piece]:
    yield place, text
    yield place, _TAG.sub("\n\n", _INLINE.sub("", text))


def _payload(parameters: str, data: str) -> str:
    raw = unquote_to_bytes(data)
    if ";base64" in parameters.lower():
        try:
            raw = base64.b64decode(raw)
        except binascii.Error:
            return raw.decode("utf-8", "replace")
    return raw.decode("utf-8", "replace")


def _pages(data: bytes) -> Iterator[Piece]:
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

    document = PdfDocument(data)
    try:
        for number, page in enumerate(document, start=1):
            text = page.get_textpage().get_text_bounded().replace("\r\n", "\n")
            yield f"page {number}", text
            yield f"page {number}", _BROKEN_WORD.sub("", text)
        for bookmark in document.get_toc(max_depth=32):
            yield "a bookmark", bookmark.get_title()
    finally:
        document.close()


def _chunks(data: bytes) -> Iterator[tuple[str, bytes]]:
    """What stands outside of streams, and every stream that is neither picture nor typeface, decompressed."""
    outside: list[bytes] = []
    position = 0
    allowance = Allowance()
    for found in _STREAM.finditer(data):
        if found.start() < position:
            continue  # inside another stream
        before = data[position : found.start()]
        outside.append(before)
        end = data.find(b"endstream", found.end())
        position = len(data) if end < 0 else end
        dictionary = before[max(before.rfind(b"obj"), 0) :]
        if not any(kind in dictionary for kind in _NOT_TEXT):
            yield "a stream", allowance.take(inflated(data[found.end() : position], allowance.most))
    yield "an object", b"".join([*outside, data[position:]])


def _strings(chunk: bytes) -> Iterator[str]:
    """Strings of PDF (ISO 32000-2, 7.3.4, 7.9.2): literal with escapes or hexadecimal, in UTF-16BE behind a byte order mark."""
    for found in _LITERAL.finditer(chunk):
        raw = _ESCAPE.sub(_unescaped, found[1])
        yield raw[2:].decode("utf-16-be", "replace") if raw.startswith(b"\xfe\xff") else raw.decode("utf-8", "replace")
    for found in _HEX.finditer(chunk):
        digits = re.sub(rb"\s", b"", found[1])
        yield bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())[2:].decode("utf-16-be", "replace")


def _unescaped(found: re.Match[bytes]) -> bytes:
    code = found[1]
    if code[:1].isdigit() and code[0] < 56:
        return bytes([int(code, 8) & 255])
    return _ESCAPED.get(code, code)
