"""Snapshots from strangers: Q006, never an accident, and never what they ask for."""

from io import BytesIO
from time import process_time
from zipfile import ZipFile

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from snapshots import CONTAINER, book, packed, page, printed, saved, strict_page, typed

from dossier.extraction import archive, xml_tree
from dossier.extraction import extract as extraction
from dossier.extraction.extract import FORMATS, extract
from dossier.extraction.formats import html
from dossier.model.diagnostics import Diagnostic, DossierError

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EPUB = "application/epub+zip"
LAUGHS = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>'
FILE = '<!DOCTYPE html [<!ENTITY c SYSTEM "file:///etc/passwd">]>'


def refusal(data: bytes, media_type: str) -> Diagnostic:
    with pytest.raises(DossierError) as caught:
        extract(data, media_type)
    (found,) = caught.value.diagnostics
    assert found.code.id == "Q006"
    return found


def codes(data: bytes, media_type: str) -> list[str]:
    try:
        extract(data, media_type)
    except DossierError as error:
        return [found.code.id for found in error.diagnostics]
    return []


@pytest.mark.parametrize("media_type", ["image/png", "text", "", "application/zip", "text/html2", "\n", "a/b\nc: d"])
def test_an_unknown_media_type_is_told_with_those_that_are_known(media_type: str) -> None:
    found = refusal(b"words", media_type)
    assert all(known in found.advice for known in FORMATS)


@pytest.mark.parametrize("media_type", FORMATS)
def test_an_empty_snapshot_has_no_text(media_type: str) -> None:
    refusal(b"", media_type)


def test_pages_that_are_pictures_have_no_text() -> None:
    assert "OCR" in refusal(printed("<div style='width: 20pt; height: 20pt; background: red'></div>"), "application/pdf").advice


@pytest.mark.parametrize("media_type", sorted(set(FORMATS) - {"text/plain", "text/markdown", "text/html"}))
@pytest.mark.parametrize("data", [b"words", b"%PDF-1.7\nbroken", b"PK\x03\x04broken", b"<html><p>open</html>"])
def test_a_broken_file_is_told(data: bytes, media_type: str) -> None:
    refusal(data, media_type)


@pytest.mark.parametrize("doctype", [LAUGHS, FILE])
def test_entities_are_never_resolved(doctype: str) -> None:
    bad = strict_page("<p>&c;</p>", doctype)
    for data, media_type in ((bad, "application/xhtml+xml"), (book({"a.xhtml": bad}, ["a.xhtml"]), EPUB)):
        assert "entit" in str(refusal(data, media_type))


@pytest.mark.parametrize("doctype", [LAUGHS.replace("html", "w:document"), FILE.replace("html", "w:document")])
def test_entities_in_a_document_of_word_are_never_resolved(doctype: str) -> None:
    with ZipFile(BytesIO(saved(typed("Words", "xyz")))) as whole:
        files = {name: whole.read(name) for name in whole.namelist()}
    document = files["word/document.xml"]
    head, mark, body = document.partition(b"<w:document")
    files["word/document.xml"] = (head + doctype.encode() + mark + body).replace(b"xyz", b"&c;")
    assert "entit" in refusal(packed(files), DOCX).message


def test_a_zip_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_UNPACKED", 1_000_000)
    bomb = packed({"META-INF/container.xml": CONTAINER, "zeros": b"\0" * 2_000_000})
    assert len(bomb) < 10_000
    for media_type in (EPUB, DOCX):
        assert "unpacks to" in refusal(bomb, media_type).message


def test_a_zip_of_very_many_files_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_FILES", 3)
    assert "files" in refusal(packed(dict.fromkeys("abcd", b"")), EPUB).message


def test_a_file_in_a_zip_that_says_it_is_smaller_gives_no_more_than_it_says() -> None:
    lying = bytearray(packed({"META-INF/container.xml": CONTAINER, "OEBPS/book.opf": " " * 100_000}))
    size, small = (100_000).to_bytes(4, "little"), (10).to_bytes(4, "little")
    assert bytes(lying).count(size) == 2
    refusal(bytes(lying).replace(size, small), EPUB)


def test_sizes_have_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "LONGEST", 10)
    assert "characters" in refusal(b"eleven chars", "text/plain").message
    monkeypatch.setattr(extraction, "LARGEST", 10)
    assert "bytes" in refusal(b"eleven chars", "text/plain").message
    monkeypatch.undo()
    monkeypatch.setattr(html, "LARGEST", 10)
    assert "bytes" in refusal(page("<p>x</p>"), "text/html").message
    monkeypatch.setattr(xml_tree, "LARGEST", 10)
    assert "bytes" in refusal(strict_page("<p>x</p>"), "application/xhtml+xml").message


def test_a_page_of_thousands_of_nested_elements_is_refused_in_no_time() -> None:
    began = process_time()  # of this process alone: the machine may be shared
    assert "in one another" in refusal(b"<div></i>" * 50_000 + b"x", "text/html").message
    assert process_time() - began < 5


def test_a_long_page_without_end_tags_is_none_of_these() -> None:
    data = page("<ul>" + "<li>item<p>words" * 3_000 + "</ul><br>" + "<div>x</div>" * 3_000)
    assert extract(data, "text/html").text.count("item") == 3_000


def test_deep_xml_is_refused() -> None:
    refusal(strict_page("<div>" * 5_000 + "x" + "</div>" * 5_000), "application/xhtml+xml")


def test_a_locked_pdf_is_told() -> None:
    locked = BytesIO()
    with pikepdf.open(BytesIO(printed("<p>secret</p>"))) as document:
        document.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    refusal(locked.getvalue(), "application/pdf")


def test_a_book_whose_documents_are_missing_is_told() -> None:
    whole = book({"a.xhtml": strict_page("<p>x</p>")}, ["a.xhtml", "b.xhtml"])
    assert "b.xhtml" in refusal(whole, EPUB).message
    refusal(packed({"META-INF/container.xml": "<container/>"}), EPUB)
    refusal(packed({"META-INF/container.xml": CONTAINER}), EPUB)


def test_bytes_that_are_no_text_are_told() -> None:
    refusal(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "text/plain")
    refusal(b"caf\xe9", "text/plain; charset=utf-8")
    refusal(b"words", "text/plain; charset=no-such-thing")


WHOLE = {
    "application/pdf": printed("<p>Some words</p>"),
    EPUB: book({"a.xhtml": strict_page("<p>Some words</p>")}, ["a.xhtml"]),
    DOCX: saved(typed("Some words")),
    "text/html": page("<table><p>Some <b>words</table>"),
    "application/xhtml+xml": strict_page("<p>Some words</p>"),
}


positions, pieces = st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=30)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    media_type=st.sampled_from(sorted(WHOLE)), where=st.floats(0, 1, exclude_max=True), piece=st.binary(min_size=1, max_size=30)
)
def test_whatever_is_in_a_file_it_is_text_or_told(media_type: str, where: float, piece: bytes) -> None:
    data = WHOLE[media_type]
    at = int(where * len(data))
    assert codes(data[:at] + piece + data[at + len(piece) :], media_type) in ([], ["Q006"])
