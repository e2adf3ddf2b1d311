"""Books in Readium's own navigator (its toolkit for the web, with ReadiumCSS): pages, contents, notes, preferences."""

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from navigating import OLDER, Browser, Reader, chromium, navigated

from workshop import Workshop

LANGUAGES = ("en", "fr", "fa")
SIZES = (1, 1.5, 2)
FIRST, LONG = "EPUB/edition-picture.xhtml", "EPUB/one.xhtml"
NIGHT = {"backgroundColor": "#121212", "textColor": "#dddddd", "linkColor": "#99bbdd", "visitedColor": "#bb99dd"}
DAY = dict.fromkeys(NIGHT)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module", params=LANGUAGES)
def reader(
    request: pytest.FixtureRequest, shelf: Path, tmp_path_factory: pytest.TempPathFactory, browser: Browser
) -> Iterator[Reader]:
    """One book after the other, each in the three languages; the first page is shown."""
    folder = tmp_path_factory.mktemp("readium") / request.param
    with navigated(shelf / f"{request.param}.epub", folder, browser) as opened:
        yield opened
        assert opened.complaints == []


def spoilt(book: Path, becomes: dict[bytes, bytes], place: Path) -> Path:
    """``book`` with other bytes, at ``place``."""
    with zipfile.ZipFile(book) as whole, zipfile.ZipFile(place, "w") as out:
        for entry in whole.infolist():
            content = whole.read(entry)
            for was, now in becomes.items():
                content = content.replace(was, now)
            out.writestr(entry, content)
    return place


def side(language: str) -> int:
    """Where the next page lies."""
    return -1 if language == "fa" else 1


def passed_over(reader: Reader, side: int) -> list[tuple[str, int]]:
    """The pages that a reader who goes on and on, whose pages follow one another on ``side``, was not shown in their turn."""
    walk = reader.ask("walk")
    assert sum(walk["pages"].values()) > len(walk["pages"]) + 5, "chapters of one page each would prove nothing"
    due = [(href, number * side) for href in reader.ask("about")["chapters"] for number in range(walk["pages"].get(href, 1))]
    shown = [(one["href"], one["page"]) for one in walk["shown"]]
    return [page for number, page in enumerate(due) if shown[number : number + 1] != [page]]


def turned_left(reader: Reader) -> dict[str, Any]:
    """Where a reader comes to who turns to the left at the beginning of a long chapter."""
    reader.ask("go", LONG)
    reader.ask("left")
    place: dict[str, Any] = reader.ask("where")
    return place


def language_of(reader: Reader) -> str:
    language: str = reader.text.evaluate("document.documentElement.lang")
    return language


def test_a_book_opens_at_its_cover(reader: Reader) -> None:
    reader.ask("go", FIRST)
    assert reader.ask("where") == {"href": FIRST, "page": 0}
    cover = reader.text.locator("img")
    assert cover.evaluate("image => image.complete && image.naturalWidth > 0")
    assert cover.is_visible()


def test_every_page_is_shown_in_its_turn(reader: Reader) -> None:
    assert passed_over(reader, side(language_of(reader))) == []


def test_pages_lie_where_the_language_reads_on(reader: Reader) -> None:
    reader.ask("go", LONG)
    persian = language_of(reader) == "fa"
    assert reader.ask("about")["direction"] == ("rtl" if persian else "ltr")
    assert turned_left(reader) == ({"href": LONG, "page": -1} if persian else {"href": "EPUB/nav.xhtml", "page": 0})


def test_the_contents_lead_to_what_they_name(reader: Reader) -> None:
    contents = reader.ask("about")["contents"]
    assert len([address for address in contents if "#" in address]) >= 4
    for address in contents:
        href, _, place = address.partition("#")
        reader.ask("go", address)
        assert reader.ask("where")["href"] == href
        assert_comes_to(reader, place)


def assert_comes_to(reader: Reader, id: str) -> None:
    """``id`` is on the page that is shown, or the chapter's beginning is where there is none.

    In books that are read to the left, this navigator comes to the beginning of the chapter instead of a place in it (it takes
    the place for one on the right of it): there pages are turned from there.
    """
    if id:
        turns = reader.turns_to(id)
        assert turns == 0 or language_of(reader) == "fa"


def test_a_note_is_led_to_and_back_from(reader: Reader) -> None:
    reader.ask("go", LONG)
    call = reader.text.locator("[role=doc-noteref]").first
    called, note = call.get_attribute("id"), (call.get_attribute("href") or "").removeprefix("#")
    assert called
    assert note
    assert not reader.ask("sees", note)
    reader.turns_to(called)
    reader.click("[role=doc-noteref]")
    assert_comes_to(reader, note)
    reader.click(f"[id='{note}'] [role=doc-backlink]")
    assert_comes_to(reader, called)


def cut_off(reader: Reader, size: float) -> dict[str, list[str]]:
    """The words that are not seen whole, of each chapter, in letters ``size`` times as large as the reader's own."""
    reader.ask("prefer", {"fontSize": size})
    cut = {}
    for href in reader.ask("about")["chapters"]:
        reader.ask("go", href)
        cut[href] = reader.ask("cut")
    reader.ask("prefer", {"fontSize": 1})
    return {href: words for href, words in cut.items() if words}


@pytest.mark.parametrize("size", SIZES)
def test_no_word_is_cut_off(reader: Reader, size: float) -> None:
    assert cut_off(reader, size) == {}


@pytest.mark.parametrize(("language", "word"), [("en", "responsibility"), ("fa", "مسئولیت‌پذیری")], ids=["en", "fa"])
def test_wide_tables_come_into_the_page(language: str, word: str, tmp_path: Path, browser: Browser) -> None:
    """Of a document's own, and the list of sources."""
    with navigated(wide(Workshop.demo(tmp_path / "demo"), language, word), tmp_path / "wide", browser) as reader:
        assert [cut_off(reader, size) for size in SIZES] == [{}] * len(SIZES)


def wide(workshop: Workshop, language: str, word: str) -> Path:
    """A book with a source, and with a table of six columns of ``word``."""
    config = workshop.read("content/demo/dossier.toml")
    for key, value in (("language", language), ("languages", [language]), ("outputs", ["epub"])):
        config = re.sub(f"(?m)^{key} = .*", f"{key} = {json.dumps(value)}", config)
    workshop.write("content/demo/dossier.toml", config)
    row = f"| {word} " * 6 + "|\n"
    table = f"{row}{'|---' * 6}|\n{row}"
    workshop.write("content/demo/introduction.md", f"---\ntitle: A\n---\n\n{table}\n[B](sources/example-source.md)\n")
    run = workshop.run("build")
    assert run.exit_code == 0, run.errors
    return workshop.root / f"build/demo/{language}/demo.epub"


def test_colours_and_faces_are_the_readers_own(reader: Reader) -> None:
    reader.ask("go", LONG)
    assert set(reader.ask("styles", "color")) == {"rgb(18, 18, 18)"}
    reader.ask("prefer", {**NIGHT, "fontFamily": "Sans Forgetica"})
    assert set(reader.ask("styles", "color")) == {"rgb(221, 221, 221)", "rgb(153, 187, 221)"}
    assert reader.text.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(18, 18, 18)"
    assert {family.partition(",")[0].strip('"') for family in reader.ask("styles", "fontFamily")} == {"Sans Forgetica"}
    reader.ask("prefer", {**DAY, "fontFamily": None})


def test_a_bookmark_in_a_persian_book_holds_in_older_readers(shelf: Path, tmp_path: Path, browser: Browser) -> None:
    with navigated(shelf / "fa.epub", tmp_path / "older", browser, OLDER) as reader:
        reader.ask("bookmark", [LONG, 0.5])
        assert reader.ask("where")["page"] < -1


def test_a_wrong_direction_would_be_found(shelf: Path, tmp_path: Path, browser: Browser) -> None:
    wrong = {b'page-progression-direction="rtl"': b'page-progression-direction="ltr"', b'dir="rtl"': b'dir="ltr"'}
    with navigated(spoilt(shelf / "fa.epub", wrong, tmp_path / "wrong.epub"), tmp_path / "wrong", browser) as reader:
        assert passed_over(reader, side("fa"))
        assert turned_left(reader)["href"] != LONG


def test_a_word_that_is_cut_off_would_be_found(shelf: Path, tmp_path: Path, browser: Browser) -> None:
    wrong = {b"<td>": b'<td style="white-space: nowrap">'}
    with navigated(spoilt(shelf / "en.epub", wrong, tmp_path / "wrong.epub"), tmp_path / "wrong", browser) as reader:
        reader.ask("go", LONG)
        assert reader.ask("cut")
