"""Boxes of the print profile, what bleeds, and where the marks stand; seen on the page, by PDFium."""

import io

import pikepdf
import pypdfium2
import pytest
from books import page
from PIL import Image
from print_walker import printed

from dossier.model.records import Profile
from dossier.press.pdf import render

MM = 72 / 25.4
EDGE = "<style>@page { margin: 0 } .g { position: absolute; background: #0f4c5c }</style>"


def boxes(data: bytes, number: int = 0) -> dict[str, list[float]]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        sheet = pdf.pages[number].obj
        return {name: [float(side) for side in sheet[f"/{name}"]] for name in ("MediaBox", "BleedBox", "TrimBox")}


def seen(data: bytes, number: int = 0) -> Image.Image:
    """A page, ten pixels to the millimetre, with 10 mm of sheet around it."""
    with pypdfium2.PdfDocument(data) as document:
        return document[number].render(scale=10 / MM).to_pil().convert("L")


def dark(picture: Image.Image, x: float, y: float) -> bool:
    """Whether there is ink at a place, in millimetres from the left and the top of the page as it is cut."""
    assert 0 <= (x + 10) * 10 < picture.width
    level = picture.getpixel((round((x + 10) * 10), round((y + 10) * 10)))
    assert isinstance(level, int)
    return level < 200


@pytest.mark.parametrize(("head", "size"), [("", (148, 210)), ("<style>@page { size: A4; bleed: 0 }</style>", (210, 297))])
def test_the_page_is_cut_where_its_size_ends_and_bleeds_three_millimetres(head: str, size: tuple[int, int]):
    found = boxes(printed(page("x", head=head)).data)
    left, bottom, right, top = found["TrimBox"]
    assert (right - left, top - bottom) == pytest.approx([side * MM for side in size], abs=0.01)
    assert found["BleedBox"] == pytest.approx([left - 3 * MM, bottom - 3 * MM, right + 3 * MM, top + 3 * MM], abs=0.001)
    assert found["MediaBox"] == pytest.approx([left - 10 * MM, bottom - 10 * MM, right + 10 * MM, top + 10 * MM], abs=0.001)


def test_there_is_no_art_box_and_no_crop_box():
    with pikepdf.open(io.BytesIO(printed(page("x")).data)) as pdf:
        assert {"/ArtBox", "/CropBox"}.isdisjoint(pdf.pages[0].obj.keys())


@pytest.mark.parametrize(
    ("style", "bleeding"),
    [
        ("left:0;right:0;top:0;height:40mm", {"left", "right", "top"}),
        ("left:0;right:0;bottom:0;height:40mm", {"left", "right", "bottom"}),
        ("left:0;width:20mm;top:9mm;bottom:9mm", {"left"}),
        ("left:1mm;right:1mm;top:1mm;bottom:1mm", set()),
        ("left:-20mm;right:-20mm;top:-20mm;bottom:-20mm", {"left", "right", "top", "bottom"}),
    ],
    ids=["top", "bottom", "left", "inside", "beyond"],
)
def test_a_ground_that_reaches_the_edge_goes_on_to_the_bleed_and_ends_there(style: str, bleeding: set[str]):
    picture = seen(printed(page(f'<div class="g" style="{style}"></div>', head=EDGE)).data)
    places = {"left": (-2.5, 20), "right": (150.5, 20), "top": (20, -2.5), "bottom": (20, 212.5)}
    if "bottom" in bleeding and "top" not in bleeding:
        places |= {"left": (-2.5, 190), "right": (150.5, 190)}
    assert {side for side, place in places.items() if dark(picture, *place)} == bleeding
    assert not any(dark(picture, *place) for place in ((-3.5, 20), (151.5, 20), (20, -3.5), (20, 213.5)))


def test_weasyprint_alone_lets_no_box_bleed():
    result = render(page('<div class="g" style="left:0;right:0;top:0;height:40mm"></div>', head=EDGE), Profile.PRINT)
    with pypdfium2.PdfDocument(result.data) as document:
        picture = document[0].render(scale=10 / MM).to_pil().convert("L")
    assert picture.getpixel((5, 200)) == 255  # half a millimetre from the end of its bleed


@pytest.mark.parametrize("background", ["#0f4c5c", "linear-gradient(#0f4c5c 50%, #fff 50%) no-repeat", "url(images/dot.png)"])
def test_a_ground_of_the_page_bleeds(background: str):
    head = f"<style>@page {{ margin: 0; background: {background} }}</style>"
    picture = seen(printed(page("x", head=head)).data)
    assert dark(picture, -2.5, 20) or "dot" in background
    assert not dark(picture, -3.5, 20)


@pytest.mark.parametrize(("x", "y"), [(0, 0), (148, 0), (0, 210), (148, 210)])
def test_marks_stand_outside_of_the_bleed_and_point_to_the_corners(x: int, y: int):
    picture = seen(printed(page("")).data)
    outwards, up = (1 if x else -1), (1 if y else -1)
    strip = [dark(picture, x + outwards * place / 10, y) for place in range(96)]
    rising = [dark(picture, x, y + up * place / 10) for place in range(96)]
    for line in (strip, rising):
        assert not any(line[:38])  # nothing on the page or in the bleed
        assert all(line[43:88])


def test_marks_are_on_every_plate():
    with pikepdf.open(io.BytesIO(printed(page("x")).data)) as pdf:
        marks = pdf.pages[0]["/Resources"]["/XObject"]["/dossierMarks"]
        space = marks["/Resources"]["/ColorSpace"]["/All"]
        assert [str(space[0]), str(space[1])] == ["/Separation", "/All"]
        assert marks.read_bytes().count(b" l\nS") == 8


def test_weasyprint_s_own_marks_would_stand_in_the_bleed():
    """Why they are drawn here."""
    result = render(page("", head="<style>@page { bleed: 9mm; marks: crop }</style>"), Profile.PRINT)
    with pypdfium2.PdfDocument(result.data) as document:
        picture = document[0].render(scale=10 / MM).to_pil().convert("L")
    inside = [picture.getpixel((place, 90)) for place in range(5, 45)]  # from the sheet's end towards the page
    assert min(level for level in inside if isinstance(level, int)) < 128


def test_pages_of_other_sizes_have_marks_of_their_own():
    head = "<style>@page wide { size: A4 } .w { page: wide; break-before: page }</style>"
    data = printed(page('<p>x</p><p class="w">y</p><p style="break-before:page">z</p>', head=head)).data
    assert [boxes(data, number)["TrimBox"][2] for number in (0, 1, 2)] == pytest.approx([148 * MM, 210 * MM, 148 * MM], abs=0.01)
    pictures = [seen(data, number) for number in (0, 1, 2)]
    assert dark(pictures[1], 210 + 6, 0)
    assert dark(pictures[1], 0, 297 + 6)
    assert not dark(pictures[1], 148, -6)
    assert all(dark(pictures[number], 148 + 6, 0) for number in (0, 2))


def test_words_are_where_they_were():
    one, other = (render(page("<h1>Here</h1>"), Profile.SCREEN).data, printed(page("<h1>Here</h1>")).data)
    with pypdfium2.PdfDocument(one) as screen, pypdfium2.PdfDocument(other) as press:
        places = [document[0].get_textpage().get_charbox(0) for document in (screen, press)]
    assert places[0] == pytest.approx(places[1], abs=0.01)
