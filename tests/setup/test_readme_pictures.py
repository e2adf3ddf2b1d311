"""The pictures in the README, what draws them, and the lock of what it draws with."""

import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from repository import ROOT

LARGEST, LARGEST_SPREAD, ALL_TOGETHER = 350_000, 250_000, 2_000_000
PICTURES = ROOT / "docs/pictures"
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = {path: words for words, path in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", README)}
SHEETS = {"print-en.png", "print-fr.png", "print-fa.png", "web.png", "epub.png", "spread-fa.png", "spread-fr.png"}


def program() -> ModuleType:
    """``scripts/pictures.py`` as a module."""
    spec = importlib.util.spec_from_file_location("pictures", ROOT / "scripts/pictures.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["pictures"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


pictures = program()


# --- the files ----------------------------------------------------------------------------------------------------------


def test_the_readme_shows_every_sheet_and_nothing_else() -> None:
    assert set(SHOWN) == {f"docs/pictures/{name}" for name in SHEETS}
    assert {path.name for path in PICTURES.iterdir()} == SHEETS


@pytest.mark.parametrize("name", sorted(SHEETS))
def test_a_picture_is_a_small_png_without_a_date(name: str) -> None:
    data = (PICTURES / name).read_bytes()
    assert len(data) <= (LARGEST_SPREAD if name.startswith("spread-") else LARGEST)
    with Image.open(PICTURES / name, formats=["PNG"]) as image:
        image.load()
        assert image.mode == "P"
        assert 1000 <= image.width <= 1600
        assert image.info == {}


def test_the_pictures_together_are_small() -> None:
    assert sum(path.stat().st_size for path in PICTURES.iterdir()) <= ALL_TOGETHER


def test_every_picture_is_told_in_words() -> None:
    assert {path for path, words in SHOWN.items() if len(words.split()) < 10} == set()
    assert len(set(SHOWN.values())) == len(SHOWN)


# --- the lock of the reader ---------------------------------------------------------------------------------------------


def lock() -> dict[str, Any]:
    read: dict[str, Any] = json.loads((ROOT / "requirements/node/package-lock.json").read_text(encoding="utf-8"))
    return read


@pytest.mark.parametrize("name", ["package.json", "package-lock.json"])
def test_the_readers_lock_holds_no_address(name: str) -> None:
    text = (ROOT / "requirements/node" / name).read_text(encoding="utf-8")
    assert not re.search(r"://|\bresolved\b|\bregistry\b", text)


def test_everything_the_reader_needs_is_pinned_by_hash() -> None:
    packages = {path: package for path, package in lock()["packages"].items() if path}
    assert packages
    for path, package in packages.items():
        assert re.fullmatch(r"sha512-[A-Za-z0-9+/]{86}==", package["integrity"]), path
    asked = json.loads((ROOT / "requirements/node/package.json").read_text(encoding="utf-8"))["dependencies"]
    assert asked == {name: packages[f"node_modules/{name}"]["version"] for name in asked}
    assert {file.partition("/")[0] for file in pictures.READER_FILES} <= set(asked)


# --- the programme ------------------------------------------------------------------------------------------------------


sizes = st.tuples(st.integers(200, 1300), st.integers(200, 1300))


@settings(max_examples=20, deadline=None)
@given(st.lists(st.lists(sizes, min_size=1, max_size=4), min_size=1, max_size=2))
def test_rows_fill_the_sheet_with_even_gaps(rows: list[list[tuple[int, int]]]) -> None:
    made = pictures.sheet([[Image.new("RGB", size, "white") for size in row] for row in rows])
    grey = Image.new("RGB", (1, 1), pictures.GROUND).getpixel((0, 0))
    top = pictures.GAP
    for row in rows:
        line = [made.getpixel((x, top)) for x in range(made.width)]
        edges = [x for x in range(1, made.width) if (line[x] == grey) != (line[x - 1] == grey)]
        assert len(edges) == 2 * len(row)
        lefts, rights = edges[::2], edges[1::2]
        assert {left - right for left, right in zip(lefts, [0, *rights], strict=False)} == {pictures.GAP}
        assert abs(made.width - rights[-1] - pictures.GAP) <= len(row)
        height = next(y for y in range(top, made.height) if made.getpixel((lefts[0], y)) == grey) - top
        top += height + pictures.GAP
    assert top == made.height


def pdf(path: Path, anchors: dict[str, int], pages: int) -> Path:
    """A PDF whose page ``n`` is grey in a shade that tells its number, with ``anchors`` on pages counted from 0."""
    from pikepdf import Array, Name, NameTree, Pdf

    with Pdf.new() as made:
        for number in range(pages):
            page = made.add_blank_page(page_size=(300, 400))
            page.Contents = made.make_stream(f"{shade(number) / 255:.4f} g 0 0 300 400 re f".encode())
        tree = NameTree.new(made)
        for anchor, number in anchors.items():
            tree[anchor] = Array([made.pages[number].obj, Name.Fit])
        made.Root.Names = made.make_indirect({"/Dests": tree.obj})
        made.save(path)
    return path


def shade(number: int) -> int:
    return 20 * (number + 1)


@pytest.mark.parametrize(("right_to_left", "facing"), [(False, [3, 4]), (True, [4, 3])])
def test_facing_pages_are_found_and_stand_as_in_a_book(tmp_path: Path, right_to_left: bool, facing: list[int]) -> None:
    path = pdf(tmp_path / "a.pdf", {"part": 2, "next": 5}, 6)
    with pictures.pypdfium2.PdfDocument(path) as document:
        spread = pictures.Print(document, right_to_left).spread("part", "next")
    middle = spread.height // 2
    assert [spread.getpixel((x, middle))[0] for x in (spread.width // 4, 3 * spread.width // 4)] == list(map(shade, facing))


def test_a_page_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pictures.pypdfium2.PdfDocument(pdf(tmp_path / "a.pdf", {"part": 1, "next": 2}, 3)) as document:
        asked = pictures.Print(document, False)
        with pytest.raises(LookupError, match="no anchor “index”"):
            asked.page("index")
        with pytest.raises(LookupError, match="no two facing pages"):
            asked.spread("part", "next")


def test_a_picture_beyond_the_limit_is_refused() -> None:
    noise = Image.effect_noise((1400, 1400), 100).convert("RGB")
    with pytest.raises(ValueError, match="the limit is 300000"):
        pictures.encoded(noise)
    with pytest.raises(ValueError, match="the limit is 250000"):
        pictures.encoded(noise, pictures.SPREAD_LIMIT)


@pytest.mark.parametrize(("language", "facing"), [("fr", [1, 2]), ("fa", [2, 1])])
def test_the_sheet_of_a_spread_is_the_facing_pages_of_the_timeline(tmp_path: Path, language: str, facing: list[int]) -> None:
    path = pictures.edition(tmp_path, language, "pdf")
    path.parent.mkdir(parents=True)
    pdf(path, {"timeline": 1, "differences": 4}, 5)
    made = pictures.spread_sheet(tmp_path, language)
    assert made.width == pictures.WIDTH
    at = (made.width // 4, 3 * made.width // 4)
    assert [made.getpixel((x, made.height // 2))[0] for x in at] == list(map(shade, facing))
