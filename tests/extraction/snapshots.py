"""Small snapshots in every format, made by the programmes people make them with."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import weasyprint

CONTAINER = (
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)


def page(body: str, head: str = '<meta charset="utf-8">') -> bytes:
    """A web page in UTF-8."""
    return f"<!doctype html><html><head>{head}<title>Furniture</title></head><body>{body}</body></html>".encode()


def strict_page(body: str, doctype: str = "") -> bytes:
    """A page in XHTML."""
    return f'<?xml version="1.0"?>{doctype}<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>'.encode()


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """A zip file."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def book(chapters: Mapping[str, bytes], spine: Iterable[str]) -> bytes:
    """An EPUB with ``chapters`` (by file name) that are read in the order of ``spine``."""
    items = "".join(f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in chapters)
    order = "".join(f'<itemref idref="{name}"/>' for name in spine)
    opf = f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{items}</manifest><spine>{order}</spine></package>'
    inside = {f"OEBPS/{name}": data for name, data in chapters.items()}
    return packed({"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER, "OEBPS/book.opf": opf, **inside})


def printed(body: str, style: str = "") -> bytes:
    """A PDF of A6 pages."""
    rules = "@page { size: A6; margin: 15mm } p { margin: 0 0 8pt; line-height: 1.3; font-size: 9pt; hyphens: manual }"
    html = f"<html lang=en><style>{rules}{style}</style><body>{body}</body></html>"
    made: bytes = weasyprint.HTML(string=html).write_pdf()
    return made


def typed(*paragraphs: str) -> "docx.document.Document":
    """A document of Word, to be changed further."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return document


def saved(document: "docx.document.Document") -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()
