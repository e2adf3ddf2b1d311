"""EPUB: judged by EPUBCheck, the same bytes every time, and nothing changed in what was handed over."""

import dataclasses
import io
import zipfile
from pathlib import Path

import pytest
from books import book
from lxml import etree
from processes import output_in_each_world

from dossier.model.bundle import Chapter, EpubBundle
from dossier.press.epub import pack
from dossier.press.toolchain import epub_toolchain
from judges import epubcheck

OPF = {"o": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def unpacked(bundle: EpubBundle) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(pack(bundle)))


def package(bundle: EpubBundle):
    return etree.fromstring(unpacked(bundle).read("EPUB/content.opf"))


def values(root, name: str) -> list[str]:
    return [element.text for element in root.iterfind(f".//o:meta[@property='{name}']", OPF)]


@pytest.mark.parametrize("language", ["en", "fa"])
def test_epubcheck_finds_nothing(language: str, tmp_path: Path):
    (tmp_path / "book.epub").write_bytes(pack(book(language)))
    assert epubcheck(tmp_path / "book.epub") == []


def test_epubcheck_is_awake(tmp_path: Path):
    whole = book()
    broken = dataclasses.replace(whole, chapters=whole.chapters[:1])
    (tmp_path / "book.epub").write_bytes(pack(broken))
    assert any(message.level == "ERROR" for message in epubcheck(tmp_path / "book.epub"))


def test_mimetype_comes_first_and_is_stored():
    first = unpacked(book()).infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")


def test_entries_carry_the_edition_s_date_and_plain_permissions():
    for entry in unpacked(book()).infolist():
        assert entry.date_time == (2020, 12, 9, 0, 0, 0)
        assert entry.external_attr >> 16 == 0o100644


def test_dates_before_zip_are_lifted_to_1980():
    old = dataclasses.replace(book(), metadata=dataclasses.replace(book().metadata, modified=0))
    assert {entry.date_time for entry in unpacked(old).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert values(package(old), "dcterms:modified") == ["1970-01-01T00:00:00Z"]


def test_chapters_navigation_and_assets_are_handed_through_byte_for_byte():
    whole = book("fa")
    inside = unpacked(whole)
    for chapter in whole.chapters:
        assert inside.read(f"EPUB/{chapter.name}") == chapter.xhtml
    for key, asset in whole.assets.items():
        assert inside.read(f"EPUB/{key}") == asset.data
    assert inside.read("EPUB/nav.xhtml") == whole.navigation


@pytest.mark.parametrize(("language", "direction"), [("fa", "rtl"), ("en", None)])
def test_language_and_direction_of_the_package(language: str, direction: str | None):
    root = package(book(language))
    assert root.get(XML_LANG) == language
    assert root.find("o:spine", OPF).get("page-progression-direction") == direction
    assert [element.text for element in root.iterfind(".//dc:language", OPF)] == [language]


def test_dublin_core():
    root = package(book())
    found = {
        term: [element.text for element in root.iterfind(f".//dc:{term}", OPF)]
        for term in ("identifier", "title", "creator", "publisher", "date", "description", "rights", "subject", "source")
    }
    assert found == {
        "identifier": ["urn:dossier:test:en"],
        "title": ["A letter & its answer", "A dossier"],
        "creator": ["Ada Example", "Ben Example"],
        "publisher": ["Example Press"],
        "date": ["2020-12-09"],
        "description": ["A short description"],
        "rights": ["CC BY 4.0"],
        "subject": ["human rights", "letters"],
        "source": ["Letter, 1988", "Answer, 2020"],
    }
    assert values(root, "title-type") == ["main", "subtitle"]
    assert values(root, "dcterms:modified") == ["2020-12-09T00:00:00Z"]
    assert values(root, "schema:creativeWorkStatus") == ["draft"]


def test_toolchain_and_generator():
    root = package(book())
    named = {element.get("name"): element.get("content") for element in root.iterfind(".//o:meta[@name]", OPF)}
    assert named["generator"].startswith("dossier ")
    for name, version in epub_toolchain():
        assert f"{name} {version}" in named["dossier:toolchain"]


def test_accessibility_is_described_and_no_conformance_claimed():
    root = package(book())
    assert values(root, "schema:accessMode") == ["textual", "visual"]
    assert values(root, "schema:accessModeSufficient") == ["textual"]
    assert "alternativeText" in values(root, "schema:accessibilityFeature")
    assert values(root, "schema:accessibilityHazard") == ["none"]
    assert len(values(root, "schema:accessibilitySummary")) == 1
    assert b"conformsTo" not in etree.tostring(root)


def test_book_without_images_is_textual_only():
    root = package(dataclasses.replace(book(), chapters=(book().chapters[0], book().chapters[2])))
    assert values(root, "schema:accessMode") == ["textual"]
    assert "alternativeText" not in values(root, "schema:accessibilityFeature")


def test_image_without_words_is_not_called_described():
    silent = book().chapters[1].xhtml.replace(b' alt="A dot"', b' alt=""')
    root = package(dataclasses.replace(book(), chapters=(Chapter("one.xhtml", "One", silent),)))
    assert "alternativeText" not in values(root, "schema:accessibilityFeature")
    assert values(root, "schema:accessModeSufficient") == ["textual,visual"]


def test_chapter_outside_the_reading_order_is_not_linear():
    first, *rest = book().chapters
    root = package(dataclasses.replace(book(), chapters=(dataclasses.replace(first, linear=False), *rest)))
    assert [item.get("linear") for item in root.iterfind(".//o:itemref", OPF)] == ["no", None, None]


def test_chapter_that_is_not_well_formed_is_refused():
    with pytest.raises(etree.XMLSyntaxError):
        pack(dataclasses.replace(book(), chapters=(Chapter("one.xhtml", "One", b"<html><p></html>"),)))


def test_contents_are_in_the_ncx_in_order():
    ncx = etree.fromstring(unpacked(book()).read("EPUB/toc.ncx"))
    name = "{http://www.daisy.org/z3986/2005/ncx/}"
    assert [text.text for text in ncx.iter(f"{name}text")] == ["A letter & its answer", "Cover", "One", "Part", "Two"]
    points = list(ncx.iter(f"{name}navPoint"))
    assert [point.get("playOrder") for point in points] == ["1", "2", "3", "4"]
    assert len({point.get("id") for point in points}) == 4


def test_same_bytes_in_every_process(tmp_path: Path):
    code = "import sys\nfrom books import book\nfrom dossier.press.epub import pack\nsys.stdout.buffer.write(pack(book('fa')))"
    first, second = output_in_each_world(code, tmp_path)
    assert first == second
    assert first.startswith(b"PK")
