"""Books before readers' programmes and judges of accessibility: epub.js, Calibre, Readium's parser, EPUBCheck, Ace."""

import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from reading import calibre, opened, readium

from judges import ace, epubcheck
from workshop import Workshop

LANGUAGES = ("en", "fr", "fa")
EVALUATION = "EPUB Accessibility 1.1 - WCAG 2.1 Level AA"


def inside(book: Path) -> dict[str, str]:
    """The files of a book that are text, by name."""
    with zipfile.ZipFile(book) as files:
        return {name: files.read(name).decode() for name in files.namelist() if name.endswith((".xhtml", ".opf", ".txt", ".css"))}


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:\u200c[^\W_]+)*", text)


def flow(xhtml: str) -> str:
    return " ".join(etree.fromstring(xhtml.encode()).find("{*}body").itertext())


@pytest.mark.parametrize("language", LANGUAGES)
def test_judges_have_nothing_to_say(shelf: Path, tmp_path: Path, language: str) -> None:
    book = shelf / f"{language}.epub"
    assert epubcheck(book) == []
    assert ace(book, tmp_path / "ace") == []


def test_ace_is_awake(shelf: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.epub"
    with zipfile.ZipFile(shelf / "en.epub") as whole, zipfile.ZipFile(broken, "w") as out:
        for entry in whole.infolist():
            out.writestr(entry, whole.read(entry).replace(b' lang="en"', b"").replace(b' xml:lang="en"', b""))
    assert any("lang" in found for found in ace(broken, tmp_path / "ace"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_readium_reads_the_metadata_back(shelf: Path, language: str) -> None:
    manifest = readium(shelf / f"{language}.epub")
    about = manifest["metadata"]
    assert about.get("readingProgression", "ltr") == ("rtl" if language == "fa" else "ltr")
    assert about["language"] == language
    access = about["accessibility"]
    assert {"ARIA", "pageBreakMarkers", "pageNavigation", "readingOrder", "structuralNavigation"} <= set(access["feature"])
    assert access["hazard"] == "none"
    assert EVALUATION in str(access["conformsTo"]) or EVALUATION in str(about)
    assert "Ada Example" in str(access)
    assert len(manifest["pageList"]) == inside(shelf / f"{language}.epub")["EPUB/nav.xhtml"].count("#page-") > 5
    assert [mark["rel"] for mark in manifest["landmarks"]] == ["cover", "titlepage", "toc", "bodymatter", "colophon"]


@pytest.mark.parametrize("language", ["en", "fa"])
def test_calibre_reads_the_whole_text(shelf: Path, tmp_path: Path, language: str) -> None:
    book = shelf / f"{language}.epub"
    about = calibre("ebook-meta", book)
    assert all(told in about for told in ("Ada Example", "Tests #7", "doi:10.1000/182", "isbn:9783161484100"))
    calibre("ebook-convert", book, tmp_path / "book.txt")
    read = words((tmp_path / "book.txt").read_text(encoding="utf-8"))
    written = [word for name in ("one", "two") for word in words(flow(inside(book)[f"EPUB/{name}.xhtml"]))]
    assert len(written) > 1000
    at = read.index(written[0], read.index("Alpha"))
    missing = [word for word in set(written) if written.count(word) > read[at - 1 :].count(word)]
    assert missing == []


@pytest.mark.parametrize("language", ["fr", "fa"])
def test_epub_js_shows_the_book(shelf: Path, tmp_path: Path, language: str) -> None:
    with opened(shelf / f"{language}.epub", tmp_path) as page:
        about = page.evaluate("reader.about()")
        assert about["language"] == language
        assert (about["direction"] == "rtl") == (language == "fa")
        for name in about["spine"]:
            shown = page.evaluate("name => reader.show(name)", name)
            assert (shown["href"], shown["broken"]) == (name, 0)
            assert shown["text"] > 0 or name == "edition-picture.xhtml"
        page.evaluate("reader.show('one.xhtml')")
        assert page.evaluate("reader.turn()") == (1 if language == "fa" else -1)
        note = page.evaluate(r"reader.follow('[epub\\:type=noteref]')")
        assert (note["role"], note["seen"]) == ("doc-footnote", True)
        assert len(about["pages"]) > 5
        assert page.evaluate("name => reader.show(name)", about["pages"][5])["href"] == about["pages"][5].partition("#")[0]


def test_readers_choose_colours_and_sizes(shelf: Path, tmp_path: Path) -> None:
    with opened(shelf / "fa.epub", tmp_path) as page:
        for name in ("edition-cover.xhtml", "one.xhtml", "edition-colophon.xhtml"):
            page.evaluate("name => reader.show(name)", name)
            assert page.evaluate("reader.colours('#121212', '#dddddd')") == ["rgb(221, 221, 221)"], name
            plain, large = page.evaluate("reader.sizes(100)"), page.evaluate("reader.sizes(200)")
            assert [round(size * 2, 1) for size in plain] == [round(size, 1) for size in large], name


@pytest.mark.parametrize("language", LANGUAGES)
def test_faces_go_along_with_their_licences(shelf: Path, language: str) -> None:
    with zipfile.ZipFile(shelf / f"{language}.epub") as files:
        listed = {one.get("href") for one in etree.fromstring(files.read("EPUB/content.opf")).iter("{*}item")}
        faces = {name for name in listed if name.endswith(".woff2")}
        licences = {name: files.read(f"EPUB/{name}").decode() for name in listed if "LICENSE" in name}
    assert faces
    assert all("SIL OPEN FONT LICENSE" in text.upper() for name, text in licences.items() if "Symbola" not in name)
    families = {re.sub("[^a-z]", "", name.lower().removeprefix("fonts/license-").removesuffix(".txt")) for name in licences}
    assert all(
        any(re.sub("[^a-z]", "", face.lower().removeprefix("fonts/")).startswith(one) for one in families) for face in faces
    )


_COVER = """() => {
    const [{document}] = rendition.getContents();
    const box = selector => { const {left, right, top, bottom} = document.querySelector(selector).getBoundingClientRect();
        return [left, right, top, bottom] };
    return [box(".withdrawn"), box("img")];
}"""


def test_what_a_withdrawn_book_says_first_and_its_cover_share_a_page(tmp_path: Path) -> None:
    workshop = Workshop.demo(tmp_path / "demo")
    reason = "The figures of one source were given to another; a corrected edition will follow."
    settings = workshop.read("content/demo/dossier.toml")
    workshop.write("content/demo/dossier.toml", f'{settings}\n[withdrawn]\ndate = "2026-03-01"\nreason = "{reason}"\n')
    run = workshop.run("build", "--lang", "en", "--output", "epub")
    assert run.exit_code == 0, run.errors
    with opened(workshop.root / "build/demo/en/demo.epub", tmp_path) as page:
        page.evaluate("window.reader.show('edition-picture.xhtml')")
        (_, right, _, bottom), (left, end, top, foot) = page.evaluate(_COVER)
        seen = page.viewport_size
    assert seen is not None
    assert top >= bottom, "the notice stands above the cover"
    assert 0 <= left < end <= seen["width"]
    assert right <= seen["width"]
    assert foot <= seen["height"]
    assert foot - top > seen["height"] / 3, "and the cover is large enough to be seen"
