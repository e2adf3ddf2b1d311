"""Editions: complete, judged, written whole or not at all."""

import hashlib
import re
import zipfile
from io import BytesIO

import pytest

from dossier.pipeline.edition import full_toolchain
from judges import pdf_text
from machine import as_unprivileged, fill, make_read_only, open_folder, small_disk, tree
from outputs import judge_epubs, judge_pages, judge_pdfs
from workshop import Workshop

FILES = {f"demo/{language}/demo.{output}" for language in ("en", "fr", "fa") for output in ("pdf", "epub", "html")}
LISTS = {"index.html", "opds.json", "opds.xml", "SHA256SUMS"}
PICTURES = {f"demo/{language}/demo.png" for language in ("en", "fr", "fa")}


def test_every_language_in_every_format(demo: Workshop) -> None:
    assert set(demo.built()) == FILES | PICTURES | LISTS


def test_epubcheck_has_nothing_to_say(demo: Workshop) -> None:
    judge_epubs(demo.root)


def test_qpdf_finds_nothing(demo: Workshop) -> None:
    judge_pdfs(demo.root)


def test_pages_load_without_a_request_or_a_complaint(demo: Workshop) -> None:
    judge_pages(demo.root)


def test_the_index_lists_sizes_and_digests(demo: Workshop) -> None:
    page = demo.read("build/index.html")
    for path in FILES:
        data = (demo.root / "build" / path).read_bytes()
        assert f'href="{path}"' in page
        assert hashlib.sha256(data).hexdigest() in page
    assert page.count("kB") >= len(FILES)


def test_words_come_through(demo: Workshop) -> None:
    assert "How a dossier is made" in pdf_text(demo.root / "build/demo/en/demo.pdf")
    book = zipfile.ZipFile(demo.root / "build/demo/fa/demo.epub")
    text = "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xhtml"))
    assert 'dir="rtl"' in text
    assert "مقدمه" in text
    assert "مقدمه" in demo.read("build/demo/fa/demo.html")


def test_the_toolchain_is_recorded_in_every_output(demo: Workshop) -> None:
    from pypdf import PdfReader

    versions = [f"{name} {version}" for name, version in full_toolchain()]
    assert {"Pango", "HarfBuzz", "WeasyPrint", "Literata"} <= {name for name, _ in full_toolchain()}
    reader = PdfReader(demo.root / "build/demo/fa/demo.pdf")
    information = " ".join(map(str, (reader.metadata or {}).values()))
    package = zipfile.ZipFile(demo.root / "build/demo/fa/demo.epub").read("EPUB/content.opf").decode()
    page = demo.read("build/demo/fa/demo.html")
    for text in (information, package, page):
        assert [version for version in versions if version not in text] == []


@pytest.mark.parametrize("language", ["fr", "fa"])
def test_drafts_are_told_to_readers(demo: Workshop, language: str) -> None:
    notice = {"fr": "n’a pas été relu", "fa": "بازبینی نشده"}[language]
    page = demo.read(f"build/demo/{language}/demo.html")
    book = zipfile.ZipFile(demo.root / f"build/demo/{language}/demo.epub")
    assert notice in page
    assert any(notice in book.read(name).decode() for name in book.namelist() if name.endswith(".xhtml"))


def test_choosing_language_and_output(fresh: Workshop) -> None:
    run = fresh.run("build", "--lang", "fr", "--output", "html")
    assert run.exit_code == 0
    assert set(fresh.built()) == {"demo/fr/demo.html", "demo/fr/demo.png"} | LISTS


def test_states_are_shown_with_language_and_label(fresh: Workshop) -> None:
    path = "locales/fa/LC_MESSAGES/demo/introduction.po"
    fresh.write(path, re.sub(r"(?m)^#, fuzzy\n", "", fresh.read(path)))  # a reviewer approves all
    fresh.edit("content/demo/introduction.md", "How a dossier is made", "How any dossier is made")  # makes one stale
    assert fresh.run("update").exit_code == 0
    fresh.edit("content/demo/introduction.md", "What readers see", "Wholly other words stand here")
    run = fresh.run("build", "--lang", "fa", "--output", "html")
    assert run.exit_code == 0
    assert run.codes == {"T006"}
    page = fresh.read("build/demo/fa/demo.html")
    for words, state in (("How any dossier is made", "stale"), ("Wholly other words stand here", "missing")):
        heading = re.search(rf"<h\d[^>]*>[^<]*(?:<(?!/h)[^>]*>[^<]*)*{words}.*?</h\d>", page, re.S)
        assert heading, words
        assert f'data-state="{state}"' in heading[0]
        assert 'lang="en"' in heading[0]
        assert 'dir="ltr"' in heading[0]
        assert re.search(r'class="[^"]*mark[^"]*"[^>]*lang="fa"', heading[0]), heading[0]


def test_a_project_overrides_templates_file_by_file(fresh: Workshop) -> None:
    head = "<head><title>{{ edition.title.text }}</title></head>"
    fresh.write("templates/web/page.html.j2", f"<!DOCTYPE html><html lang='en'>{head}<body>Our own page</body></html>")
    assert fresh.run("build", "--lang", "en").exit_code == 0
    assert "Our own page" in fresh.read("build/demo/en/demo.html")
    assert "Our own page" not in pdf_text(fresh.root / "build/demo/en/demo.pdf")


def test_a_project_overrides_messages_one_by_one(fresh: Workshop) -> None:
    header = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    before = pages(fresh)
    fresh.write("locales/fr/LC_MESSAGES/templates.po", header + '\nmsgid "Contents"\nmsgstr "Tout ce qu’il y a"\n')
    after = pages(fresh)
    assert "Tout ce qu’il y a" in after
    assert "Tout ce qu’il y a" not in before
    assert after.replace("Tout ce qu’il y a", "Table des matières") == before or "À propos de cette édition" in after


def pages(workshop: Workshop) -> str:
    """The French web page."""
    assert workshop.run("build", "--lang", "fr", "--output", "html").exit_code == 0
    return workshop.read("build/demo/fr/demo.html")


def test_a_failing_edition_leaves_its_files_and_the_others_are_built(fresh: Workshop) -> None:
    assert fresh.run("build", "--output", "html").exit_code == 0
    before = fresh.built()
    fresh.write("locales/fr/LC_MESSAGES/demo/introduction.po", 'msgid "broken\n')
    fresh.edit("content/demo/dossier.toml", 'title = "', 'title = "New ')
    run = fresh.run("build", "--output", "html")
    after = fresh.built()
    assert run.exit_code == 1
    assert "locales/fr/LC_MESSAGES/demo/introduction.po:1:7: error T001" in run.errors
    assert "demo fr: not built" in run.errors
    assert after["demo/fr/demo.html"] == before["demo/fr/demo.html"]
    assert after["demo/en/demo.html"] != before["demo/en/demo.html"]


def test_a_template_that_fails_is_told_by_line(fresh: Workshop) -> None:
    fresh.write("templates/web/page.html.j2", "<p>\n{{ edition.nothing_of_this_name }}\n</p>")
    run = fresh.run("build", "--lang", "en", "--output", "html")
    assert run.exit_code == 1
    assert "templates/web/page.html.j2:2: error P004" in run.errors


def test_an_engine_asks_for_a_file_that_it_was_not_given(fresh: Workshop) -> None:
    secret = fresh.root.parent / "secret.css"
    secret.write_text("body { color: red }")
    head = f"<head><title>x</title><link rel='stylesheet' href='{secret.as_uri()}'></head>"
    fresh.write("templates/print/document.html.j2", f"<html lang='en'>{head}<body><p>x</p></body></html>")
    run = fresh.run("build", "--lang", "en", "--output", "pdf")
    assert run.exit_code == 1
    assert "error P002" in run.errors
    assert "demo/en/demo.pdf" not in fresh.built()


def test_a_character_without_glyph_is_told(fresh: Workshop) -> None:
    fresh.edit("content/demo/introduction.md", "How a dossier is made", "How a dossier is made 漢")
    for command in ("check", "build"):
        run = fresh.run(command, "--lang", "en")
        assert run.exit_code == 0
        assert "content/demo/introduction.md:8:26: warning P001: no bundled typeface has “漢” (U+6F22)" in run.errors
        assert run.errors.count("P001") == 1


@pytest.mark.parametrize("output", ["html", "epub", "pdf"])
def test_a_name_without_glyph_is_told_in_every_format(fresh: Workshop, output: str) -> None:
    fresh.edit("content/demo/dossier.toml", "parts =", 'editors = [{ literal = "漢 Group" }]\nparts =')
    run = fresh.run("build", "--lang", "en", "--output", output)
    assert run.exit_code == 0
    assert run.errors.count("no bundled typeface has “漢” (U+6F22)") == 1


def test_policy_may_refuse(fresh: Workshop) -> None:
    fresh.write("content/demo/dossier.toml", fresh.read("content/demo/dossier.toml") + '\n[policy]\ndraft = "refuse"\n')
    run = fresh.run("build", "--output", "html")
    assert run.exit_code == 1
    assert run.codes == {"T007"}
    assert set(fresh.built()) == {"demo/en/demo.html", "demo/en/demo.png"} | LISTS


def test_policy_may_show_the_original_instead_of_drafts(fresh: Workshop) -> None:
    fresh.write("content/demo/dossier.toml", fresh.read("content/demo/dossier.toml") + '\n[policy]\ndraft = "source"\n')
    assert "How a dossier is made" in pages(fresh)


def test_pictures_lose_their_exif(fresh: Workshop) -> None:
    from PIL import Image

    picture, data = Image.new("RGB", (20, 20), "navy"), BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825)[1] = "N"
    picture.save(data, "JPEG", exif=exif)
    assert b"SecretCamera" in data.getvalue()
    fresh.write("content/demo/images/photo.jpg", data.getvalue())
    text = fresh.read("content/demo/introduction.md")
    fresh.write("content/demo/introduction.md", f"{text}\n![A dark square](images/photo.jpg)\n")
    assert fresh.run("build", "--lang", "en").exit_code == 0
    for path, built in fresh.built().items():
        assert b"SecretCamera" not in built, path
    book = zipfile.ZipFile(fresh.root / "build/demo/en/demo.epub")
    pictures = [book.read(name) for name in book.namelist() if name.endswith((".jpg", ".jpeg"))]
    assert pictures
    assert all(b"SecretCamera" not in data and b"Exif" not in data for data in pictures)


def test_a_full_disk_leaves_the_old_editions() -> None:
    with small_disk("600k") as disk:
        workshop = Workshop.demo(disk / "demo")
        assert workshop.run("build", "--lang", "en", "--output", "html").exit_code == 0
        before = workshop.built()
        fill(disk, leaving=8192)
        workshop.edit("content/demo/dossier.toml", 'title = "', 'title = "New ')
        run = workshop.run("build", "--lang", "en", "--output", "html")
        assert run.exit_code == 1
        assert "error S003" in run.errors
        edition = "demo/en/demo.html"  # the index page is small enough to be written
        assert workshop.built()[edition] == before[edition]
        assert set(workshop.built()) == set(before)


def test_a_read_only_project_is_told() -> None:
    with open_folder() as folder:
        workshop = Workshop.demo(folder / "demo")
        assert workshop.run("update").exit_code == 0  # loads every module while root still may
        before = tree(workshop.root)
        workshop.edit("content/demo/introduction.md", "What readers see", "What all readers see")
        make_read_only(workshop.root)
        run = as_unprivileged(lambda: workshop.run("update"))
        assert run.exit_code == 1
        assert "error S002" in run.errors
        changed = {path for path, data in tree(workshop.root).items() if before.get(path) != data}
        assert changed == {"content/demo/introduction.md"}
