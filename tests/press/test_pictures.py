"""Pictures of pages: drawn, small, the same bytes everywhere, and a clear word where there is nothing to draw."""

import struct
from io import BytesIO
from pathlib import Path

import pytest
from books import PNG, SVG, page
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from processes import output_in_each_world

from dossier.model.bundle import HtmlBundle
from dossier.press.pdf import render
from dossier.press.pictures import page_count, page_picture, size_of, smaller

COVER = (
    '<div style="background: #0f4c5c; color: white; height: 90mm"><h1>A letter</h1></div><p style="break-before: page">Two</p>'
)
PICTURE_CODE = """
import sys
from pathlib import Path
from dossier.press.fontconfig import use_bundled_faces
use_bundled_faces(Path("fonts"))
from dossier.press.pdf import render
from dossier.press.pictures import page_picture, smaller
from test_pictures import COVER
from books import page
picture = page_picture(render(page(COVER)).data, width=320)
sys.stdout.buffer.write(picture + smaller(picture, width=100))
"""


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render(page(COVER)).data


def sheet(size: str) -> HtmlBundle:
    return page("<p>x</p>", head=f"<style>@page {{ size: {size} }}</style>")


def test_the_cover_is_drawn(pdf: bytes) -> None:
    image = Image.open(BytesIO(page_picture(pdf, width=640))).convert("RGB")
    assert image.size == (640, round(640 * 210 / 148))  # A5
    assert image.getpixel((320, 300)) == (0x0F, 0x4C, 0x5C)
    assert image.getpixel((5, 5)) == (255, 255, 255)


def test_any_page_can_be_drawn(pdf: bytes) -> None:
    assert page_count(pdf) == 2
    assert page_picture(pdf, 2, width=320) != page_picture(pdf, 1, width=320)


@pytest.mark.parametrize("number", [0, -1, 3])
def test_a_page_that_is_not_there_is_told(pdf: bytes, number: int) -> None:
    with pytest.raises(ValueError, match=f"the PDF has no page {number}, but 2"):
        page_picture(pdf, number, width=320)


@pytest.mark.parametrize("width", [1, 319, 320, 333, 641])
def test_the_width_is_exact(pdf: bytes, width: int) -> None:
    assert size_of(page_picture(pdf, width=width))[0] == width


def test_only_the_picture_is_written(pdf: bytes) -> None:
    kinds = chunks(page_picture(pdf, width=640))
    assert set(kinds) == {b"IHDR", b"PLTE", b"IDAT", b"IEND"}


def chunks(png: bytes) -> list[bytes]:
    """The kinds of all chunks (PNG, 5.3)."""
    found, at = [], 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        found.append(png[at + 4 : at + 8])
        at += 12 + length
    return found


def test_the_same_bytes_in_every_world(tmp_path: Path) -> None:
    one, other = output_in_each_world(PICTURE_CODE, tmp_path)
    assert one == other
    assert one.startswith(b"\x89PNG")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"no PDF at all", PNG, SVG])
def test_what_is_no_pdf_is_told(data: bytes) -> None:
    with pytest.raises(ValueError, match="the PDF cannot be drawn"):
        page_picture(data, width=640)
    with pytest.raises(ValueError, match="the PDF cannot be read"):
        page_count(data)


@given(st.data())
def test_a_broken_pdf_is_drawn_or_told(pdf: bytes, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(pdf)))
    at = data.draw(st.integers(0, len(pdf) - 1))
    broken = pdf[:at] + data.draw(st.binary(max_size=20)) + pdf[at + 1 : cut]
    assert drawn_or_told(broken)


def drawn_or_told(pdf: bytes) -> bool:
    """Whether there is a picture, or a reason why there is none; any other exception is a fault."""
    try:
        return page_picture(pdf, width=16).startswith(b"\x89PNG")
    except ValueError as error:
        return bool(str(error))


def test_a_page_of_no_size_to_show_is_told() -> None:
    with pytest.raises(ValueError, match="no page to show"):
        page_picture(render(sheet("5mm 4000mm")).data, width=640)


def test_a_picture_is_brought_down_and_never_up(pdf: bytes) -> None:
    large = page_picture(pdf, width=640)
    assert size_of(smaller(large, width=320)) == (320, 454)
    assert len(smaller(large, width=320)) < len(large)
    assert size_of(smaller(large, width=1000)) == (640, 908)


@pytest.mark.parametrize("data", [b"", b"GIF89a", SVG, PNG[:40]])
def test_what_is_no_png_is_told(data: bytes) -> None:
    with pytest.raises(ValueError, match="no PNG in order"):
        smaller(data, width=320)
