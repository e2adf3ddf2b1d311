"""The page of all editions: each in its own language, with its cover, its state and its digests; good to every reader."""

import base64
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import html
from PIL import Image

from axe import keyboard_faults, overflow, violations
from browser import visiting
from dossier.pipeline.index import write_index
from dossier.pipeline.project import Project
from workshop import Workshop

WITHDRAWN = '\n[withdrawn]\ndate = "2026-03-01"\nreason = "It says what no source says."\n'


def index(workshop: Workshop) -> html.HtmlElement:
    return html.fromstring(workshop.read("build/index.html"))


def block(page: html.HtmlElement, language: str) -> html.HtmlElement:
    (found,) = page.xpath(f"//div[contains(@class, 'edition')][@lang='{language}']")
    return found


def words(element: html.HtmlElement) -> str:
    return re.sub(r"[\s\u00a0\u202f]+", " ", element.text_content())


def test_every_edition_speaks_its_own_language(demo: Workshop) -> None:
    page = index(demo)
    english, french, persian = (block(page, language) for language in ("en", "fr", "fa"))
    assert [part.get("dir") for part in (english, french, persian)] == ["ltr", "ltr", "rtl"]
    assert "English" in words(english)
    assert "A small dossier" in words(english)
    assert "Un petit dossier" in words(french)
    assert "1 janvier 2026" in words(french)
    assert "یک پروندهٔ کوچک" in words(persian)
    assert "۱ ژانویهٔ ۲۰۲۶" in words(persian)
    assert not re.search("[0-9]", re.sub(r"SHA-256|[0-9a-f]{8,}", "", words(persian)))


def test_the_state_of_the_text_is_told_in_words(demo: Workshop) -> None:
    page = index(demo)
    assert "Draft: the original text of this dossier has not been reviewed." in words(block(page, "en"))
    assert "brouillon automatique" in words(block(page, "fr"))
    assert "100 %" in words(block(page, "fr"))
    assert "پیش‌نویس ماشین است" in words(block(page, "fa"))


def test_pages_are_counted_in_the_pdf(demo: Workshop) -> None:
    from pypdf import PdfReader

    pages = len(PdfReader(demo.root / "build/demo/en/demo.pdf").pages)
    (link,) = block(index(demo), "en").xpath(".//a[@type='application/pdf']")
    assert f"{pages} pages" in words(link)


@pytest.mark.parametrize("language", ["en", "fr", "fa"])
def test_covers_are_small_pictures_of_the_cover(demo: Workshop, language: str) -> None:
    whole = (demo.root / f"build/demo/{language}/demo.png").read_bytes()
    assert Image.open(BytesIO(whole)).size == (640, 905)
    assert len(whole) < 60_000
    (image,) = block(index(demo), language).xpath(".//img")
    data = base64.b64decode(image.get("src").removeprefix("data:image/png;base64,"))
    shown = Image.open(BytesIO(data))
    assert (str(shown.width), str(shown.height)) == (image.get("width"), image.get("height"))
    assert len(data) < 30_000
    colours = [picture.convert("RGB").resize((4, 6)) for picture in (Image.open(BytesIO(whole)), shown)]
    assert all(
        abs(a - b) < 24
        for one, other in zip(*(list(each.get_flattened_data()) for each in colours), strict=True)
        for a, b in zip(one, other, strict=True)
    )
    assert image.get("alt")


@pytest.mark.parametrize("language", ["en", "fr", "fa"])
def test_the_picture_is_the_cover_of_the_book(demo: Workshop, language: str) -> None:
    book = zipfile.ZipFile(demo.root / f"build/demo/{language}/demo.epub")
    package = html.fromstring(book.read("EPUB/content.opf"))
    (cover,) = package.xpath("//item[@properties='cover-image']")
    assert book.read(f"EPUB/{cover.get('href')}") == (demo.root / f"build/demo/{language}/demo.png").read_bytes()


def test_a_projects_own_cover_of_the_book_comes_first(fresh: Workshop) -> None:
    own = BytesIO()
    Image.new("RGB", (60, 80), "navy").save(own, "PNG")
    fresh.write("templates/epub/cover.png", own.getvalue())
    assert fresh.run("build", "--lang", "en", "--output", "epub").exit_code == 0
    book = zipfile.ZipFile(fresh.root / "build/demo/en/demo.epub")
    (cover,) = html.fromstring(book.read("EPUB/content.opf")).xpath("//item[@properties='cover-image']")
    assert book.read(f"EPUB/{cover.get('href')}") == own.getvalue()


def test_the_picture_is_the_same_whatever_the_output(fresh: Workshop, demo: Workshop) -> None:
    assert fresh.run("build", "--lang", "fa", "--output", "html").exit_code == 0
    assert fresh.built()["demo/fa/demo.png"] == demo.built()["demo/fa/demo.png"]


def test_the_index_is_the_same_bytes_again(demo: Workshop) -> None:
    before = demo.read("build/index.html")
    assert write_index(Project(demo.root)) == ()
    assert demo.read("build/index.html") == before


def test_the_first_edition_there_is_leads_where_the_original_is_not_built(fresh: Workshop) -> None:
    assert fresh.run("build", "--lang", "fa", "--output", "html").exit_code == 0
    page = index(fresh)
    assert "leads" in block(page, "fa").get("class")
    assert page.xpath("//h2")[0].getparent().getparent() is block(page, "fa")


def test_withdrawn_is_said_plainly(fresh: Workshop) -> None:
    fresh.write("content/demo/dossier.toml", fresh.read("content/demo/dossier.toml") + WITHDRAWN)
    assert fresh.run("build", "--lang", "en", "--output", "html").exit_code == 0
    (banner,) = block(index(fresh), "en").xpath(".//div[@class='withdrawn']")
    assert "Withdrawn on 1 March 2026" in words(banner)
    assert "It says what no source says." in words(banner)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("locales/fr/LC_MESSAGES/demo/introduction.po", 'msgid "broken\n'),
        ("content/demo/introduction.md", "---\ntitle: [\n---\n"),
    ],
)
def test_what_cannot_be_read_makes_no_claim_of_review(fresh: Workshop, path: str, text: str) -> None:
    assert fresh.run("build", "--lang", "fr", "--output", "html").exit_code == 0
    assert "100 %" in words(block(index(fresh), "fr"))
    fresh.write(path, text)
    assert fresh.run("build", "--lang", "fr", "--output", "html").exit_code == 1
    shown = words(block(index(fresh), "fr"))
    assert "Un petit dossier" in shown
    assert "100 %" not in shown
    assert block(index(fresh), "fr").xpath(".//p[@class='notice']")
    assert not block(index(fresh), "fr").xpath(".//*[@class='shares']")


def test_a_broken_picture_is_told(fresh: Workshop) -> None:
    assert fresh.run("build", "--lang", "en", "--output", "html").exit_code == 0
    fresh.write("build/demo/en/demo.png", b"no picture")
    (finding,) = write_index(Project(fresh.root))
    assert (finding.code.id, str(finding.place)) == ("P003", "build/demo/en/demo.png")


def test_whatever_lies_there_is_listed(fresh: Workshop) -> None:
    fresh.write("build/demo/en/demo.pdf", b"a PDF that is none")
    assert write_index(Project(fresh.root)) == ()
    own = block(index(fresh), "en")
    assert "page" not in words(own.xpath(".//a[@type='application/pdf']")[0])
    assert own.xpath(".//img") == []


def test_what_is_for_reading_stands_before_what_is_for_keeping_and_printing(fresh: Workshop) -> None:
    dossier = fresh.read("content/demo/dossier.toml")
    fresh.write(
        "content/demo/dossier.toml", re.sub("outputs = .*", 'outputs = ["print", "epub", "archive", "pdf", "html"]', dossier)
    )
    for end in ("print.pdf", "epub", "archive.pdf", "pdf", "html", "booklet.pdf"):
        fresh.write(f"build/demo/fa/demo.{end}", b"a file")
    assert write_index(Project(fresh.root)) == ()
    own = block(index(fresh), "fa")
    listed = [link.get("href").removeprefix("demo/fa/demo.") for link in own.xpath(".//ul[@class='formats']//a")]
    assert listed == ["epub", "pdf", "html", "print.pdf", "archive.pdf", "booklet.pdf"]
    assert {short.get("dir") for short in own.xpath(".//summary/bdi[@class='short']")} == {"rtl"}


def test_several_dossiers_have_a_list(fresh: Workshop) -> None:
    other = fresh.read("content/demo/dossier.toml").replace('id = "demo"', 'id = "other"')
    fresh.write("content/other/dossier.toml", other)
    for path in fresh.root.glob("content/demo/**/*.*"):
        if path.name != "dossier.toml":
            fresh.write(f"content/other/{path.relative_to(fresh.root / 'content/demo')}", path.read_bytes())
    assert fresh.run("build", "--lang", "en", "--output", "html").exit_code == 0
    page = index(fresh)
    assert [link.get("href") for link in page.xpath("//nav//a")] == ["#demo", "#other"]
    assert [article.get("id") for article in page.xpath("//article")] == ["demo", "other"]
    assert_good(fresh.root / "build/index.html", width=1200, dark=False)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 1200])
def test_nobody_is_kept_out(demo: Workshop, width: int, dark: bool) -> None:
    assert_good(demo.root / "build/index.html", width=width, dark=dark)


def assert_good(path: Path, *, width: int, dark: bool) -> None:
    """Axe finds nothing, contrast included; a keyboard reaches everything; nothing is wider than the window."""
    with visiting(path, width=width, dark=dark) as visit:
        visit.page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
        assert violations(visit.page) == []
        assert keyboard_faults(visit.page) == []
        assert overflow(visit.page) <= 0


def test_digests_open_by_keyboard(demo: Workshop) -> None:
    with visiting(demo.root / "build/index.html") as visit:
        digest = visit.page.locator("details code", has_text=re.compile(r"^[0-9a-f]{64}$")).first
        assert not digest.is_visible()
        visit.page.locator("summary").first.press("Enter")
        assert digest.is_visible()


def test_everything_works_without_scripts(demo: Workshop) -> None:
    assert index(demo).xpath("//script | //@onclick") == []
