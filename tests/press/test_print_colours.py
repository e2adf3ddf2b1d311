"""Colours of the print profile: inks only, words in black ink alone, greys without colour, the profile's own figures."""

import io
from pathlib import Path

import pikepdf
import pytest
from books import page
from PIL import Image, ImageCms
from print_walker import intent, printed, spaces, text_colours

from dossier.model.bundle import Asset, HtmlBundle, PdfResult
from dossier.model.records import Profile
from dossier.press.colours.inks import Inks
from dossier.press.pdf import render
from judges import ink, pdf_text, qpdf_check

K, PAPER = (0, 0, 0, 1), (0, 0, 0, 0)
SHAPES = (
    '<svg viewBox="0 0 40 40" width="120" height="40" role="img" aria-label="x"><defs>'
    '<linearGradient id="g"><stop offset="0" stop-color="#f00"/>'
    '<stop offset="1" stop-color="#00f" stop-opacity=".2"/></linearGradient>'
    '<radialGradient id="r"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#0a0"/></radialGradient>'
    '<mask id="m"><rect width="20" height="20" fill="#777"/></mask>'
    '<pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse">'
    '<circle r="2" fill="#c0f"/></pattern></defs><rect width="30" height="30" fill="url(#g)"/><circle r="8" fill="url(#r)"/>'
    '<rect width="20" height="20" fill="#e50" mask="url(#m)"/><rect x="9" width="9" height="9" fill="url(#p)" stroke="#123456"/>'
    '<text x="2" y="20" fill="#c00">word</text><text x="2" y="30" fill="none" stroke="#0a0">line</text></svg>'
)
LINES = (
    '<p style="color:#0f4c5c">teal <a href="https://example.org/" style="color:#9b1c1c">link</a> '
    '<u style="color:#00f">under</u> <s style="color:#0a0">through</s> <span style="color:#5a6468">quiet</span> '
    '<span style="color:rgba(200,0,0,.4)">through the page</span></p>'
)
WORDS = LINES + (
    '<p style="opacity:.2;color:#9b1c1c;transform:rotate(-30deg)">withdrawn</p>'
    '<svg viewBox="0 0 90 20" width="90" height="20" role="img" aria-label="x"><text y="15" fill="#c00">word</text></svg>'
)
OTHERS = (
    '<div style="width:40px;height:9px;box-shadow:2px 2px 4px #a0f;border-radius:4px;border:1px dashed #3a3">x</div>'
    '<div style="height:9px;background:linear-gradient(90deg, #f00, rgba(0,255,0,.1), #00f)">x</div>'
    '<div style="height:9px;background:repeating-radial-gradient(#fa0, #05f 9px)">x</div>'
    '<div style="height:9px;background:oklch(60% .2 30);color:lab(40% 60 20)">x</div>'
    '<div style="height:9px;background:device-cmyk(0 .5 1 0);color:device-cmyk(1 0 0 0)">x</div>'
    '<div style="height:9px;background:url(images/dot.png) repeat-x">x</div><hr style="color:#c4c9cb">'
)
PERSIAN = '<p style="color:#0f4c5c">متن فارسی، می‌شود؛ سال <b style="color:#9b1c1c">۱۳۶۷</b></p>'
BAND = "<style>@page :first { background: linear-gradient(#0f4c5c 40%, #fff 40%) no-repeat }</style>"


def pdf_of(bundle: HtmlBundle, folder: Path) -> Path:
    path = folder / "print.pdf"
    path.write_bytes(printed(bundle).data)
    return path


def first_page(body: str) -> bytes:
    return stream_of(printed(page(body)).data)


def stream_of(data: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return pdf.pages[0]["/Contents"].read_bytes()


def expected(colour: str) -> list[float]:
    """The inks of ``#rrggbb`` as Pillow's ImageCms has them, asked here in its own words."""
    profile = ImageCms.ImageCmsProfile(io.BytesIO(intent().profile))
    rgb = Image.new("RGB", (1, 1), colour)
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
    cmyk = ImageCms.profileToProfile(rgb, ImageCms.createProfile("sRGB"), profile, 1, "CMYK", flags=flags)
    assert cmyk is not None
    return [value / 255 for value in cmyk.getpixel((0, 0))]


@pytest.fixture(scope="module")
def everything() -> tuple[PdfResult, bytes]:
    """A page with all that sets a colour, for print, and as WeasyPrint writes it."""
    bundle = page(SHAPES + WORDS + OTHERS + PERSIAN)
    return printed(bundle), render(bundle, Profile.PRINT).data


def test_nothing_is_left_in_rgb(everything: tuple[PdfResult, bytes]):
    result, untouched = everything
    assert spaces(result.data) == {"CMYK", "Gray"}  # masks are grey
    assert [found.code.id for found in result.diagnostics] == []
    assert {"RGB", "/Lab"} <= spaces(untouched)


def test_all_words_are_in_black_ink(everything: tuple[PdfResult, bytes]):
    result, untouched = everything
    assert text_colours(result.data) == {K}
    assert len(text_colours(untouched)) > 5


def test_no_word_takes_another_ink(tmp_path: Path):
    """Ghostscript counts the ink inside of the trim: marks are on every plate."""
    words, shapes = (page(body) for body in (WORDS + PERSIAN, '<p style="background:#0f4c5c">x</p>'))
    pages = pikepdf.new()
    for data in (printed(words).data, printed(shapes).data, render(words, Profile.PRINT).data):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            pages.pages.append(pdf.pages[0])
        pages.pages[-1].mediabox = pages.pages[-1].trimbox
    pages.save(tmp_path / "pages.pdf")
    of_words, of_shapes, of_weasyprint = ink(tmp_path / "pages.pdf")
    assert of_words[:3] == (0, 0, 0)
    assert of_words[3] > 0
    assert min(of_shapes[:3]) > 0
    assert min(of_weasyprint[:3]) > 0


@pytest.mark.parametrize(
    ("body", "colours"),
    [
        ('<p style="background:#0f4c5c;color:#fff">x</p>', {PAPER}),
        ('<p style="background:#0f4c5c;color:#bcd6dd">x</p>', {PAPER}),
        ('<p style="color:#bcd6dd">x</p>', {K}),
        ('<p style="background:#fbf3e6;color:#bcd6dd">x</p>', {K}),
        ('<p style="background:linear-gradient(#0f4c5c, #000);color:#dbe8ec">x</p>', {PAPER}),
        ('<p style="background:#0f4c5c;color:#111">x</p>', {K}),
        ('<div style="background:#000"><p style="background:#fff;color:#bbb">x</p></div>', {K}),
        ('<div style="background:#000"><p style="border:9px solid #fff;color:#bbb">x</p></div>', {PAPER}),
        ('<div style="background:rgba(0,0,0,.05)"><p style="color:#bbb">x</p></div>', {K}),
        ('<div style="background:linear-gradient(#f00, #00f);height:9px"></div><p style="color:#bbb">x</p>', {K}),
        (
            '<div style="background:linear-gradient(90deg, #000 50%, #eee 50%) no-repeat"><p style="color:#bbb">x</p></div>',
            {PAPER},
        ),
        ('<div style="background:linear-gradient(90deg, #eee 50%, #000 50%) no-repeat"><p style="color:#bbb">x</p></div>', {K}),
    ],
    ids=[
        "white",
        "light",
        "light-on-paper",
        "light-on-light",
        "gradient",
        "dark-on-dark",
        "inner",
        "border",
        "thin-ground",
        "gradient-elsewhere",
        "dark-stripe",
        "light-stripe",
    ],
)
def test_light_words_are_paper_where_they_stand_on_something_darker(body: str, colours: set[tuple[float, ...]]):
    assert text_colours(printed(page(body)).data) == colours


def test_light_words_on_a_band_of_the_page_are_paper_and_those_below_it_black():
    body = '<p style="color:#bcd6dd;height:120mm">band</p><p style="color:#bcd6dd">below</p>'
    assert text_colours(printed(page(body, head=BAND)).data) == {PAPER, K}


@pytest.mark.parametrize("colour", ["#0f4c5c", "#8a4b00", "#fbf3e6", "#f5f0e6", "#ff0000", "#123456"])
def test_a_ground_has_the_inks_of_the_profile(colour: str):
    stream = first_page(f'<div style="background:{colour};height:9mm"></div>')
    inks = [[float(value) for value in line.split()[:4]] for line in stream.splitlines() if line.endswith(b" k")]
    assert expected(colour) == pytest.approx(inks[-1], abs=0.005)
    assert sum(value > 0.01 for value in inks[-1]) > 1


@pytest.mark.parametrize(
    ("colour", "black"),
    [
        ("#000", 1),
        ("#808080", 0.498),
        ("#c4c9cb", 0.217),
        ("#8d9699", 0.421),
        ("#5a6468", 0.618),
        ("#f3f5f5", 0.041),
        ("#fff", 0),
    ],
)
def test_greys_are_tints_of_black_alone(colour: str, black: float):
    stream = first_page(f'<div style="background:{colour};height:9mm"></div>')
    assert [float(value) for value in stream.split(b" k\n")[-2].splitlines()[-1].split()] == pytest.approx(
        [0, 0, 0, black], abs=0.001
    )
    if black:
        assert sum(value > 0.01 for value in expected("#000000")) == 4  # what the profile alone would make of black


def test_a_rule_in_a_colour_is_no_text_and_a_line_under_words_is():
    under = first_page('<p><u style="color:#00f">under</u></p>')
    through = first_page('<p><s style="color:#0a0">through</s></p>')
    rule = first_page('<table style="border-collapse:collapse"><tr><td style="border-bottom:1px solid #00f">x</td></tr></table>')
    assert [b"S\n" in stream for stream in (under, through, rule)] == [True, True, True]
    assert [stream.count(b" K\n") for stream in (under, through)] == [1, 1]  # black, from the beginning of the page
    assert b"0 0 0 1 K" in under
    assert rule.count(b" K\n") == 2
    on_dark = first_page('<p style="background:#000;color:#ddd"><u>under</u></p>')
    assert b"0 0 0 0 K\n" in on_dark


def test_grounds_that_meet_in_a_gradient_are_solid():
    pdf = pikepdf.open(io.BytesIO(printed(page("x", head=BAND)).data))
    (shading,) = (thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and "/ShadingType" in thing)
    pieces = [(list(map(float, part["/C0"])), list(map(float, part["/C1"]))) for part in shading["/Function"]["/Functions"]]
    assert all(first == last for first, last in pieces)
    assert pieces[0][0] == pytest.approx(expected("#0f4c5c"), abs=0.005)
    assert pieces[-1][0] == list(PAPER)


def test_a_gradient_has_the_profile_s_inks_between_its_stops_too():
    data = printed(page('<div style="height:9mm;background:linear-gradient(#f00, #0000ff)"></div>')).data
    pdf = pikepdf.open(io.BytesIO(data))
    (sampled,) = (thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and "/BitsPerSample" in thing)
    samples = sampled.read_bytes()
    middle = [int.from_bytes(samples[place : place + 2], "big") / 65535 for place in range(16 * 8, 16 * 8 + 8, 2)]
    assert middle == pytest.approx(expected("#800080"), abs=0.01)


def test_black_words_print_over_their_ground_and_white_ones_do_not():
    stream = first_page('<p style="background:#fbf3e6">black</p><p style="background:#0f4c5c;color:#fff">white</p><p>black</p>')
    words = [line for line in stream.splitlines() if line.endswith((b" TJ", b"Over gs", b"Out gs"))]
    assert [line.split()[-1] if line.endswith(b"TJ") else line for line in words] == [
        b"/dossierOver gs",
        b"TJ",
        b"/dossierOut gs",
        b"TJ",
        b"/dossierOver gs",
        b"TJ",
    ]


@pytest.mark.parametrize(("language", "body"), [("en", LINES), ("fr", LINES + "<p>L’été à 12 %</p>"), ("fa", PERSIAN + LINES)])
def test_the_text_under_the_page_is_that_of_the_screen(language: str, body: str, tmp_path: Path):
    bundle = page(body, language)
    (tmp_path / "screen.pdf").write_bytes(render(bundle).data)
    shown = pdf_of(bundle, tmp_path)
    assert pdf_text(shown) == pdf_text(tmp_path / "screen.pdf")
    assert "under" in pdf_text(shown)
    assert qpdf_check(shown) == ""


def test_a_stream_that_is_not_as_weasyprint_writes_it_is_parsed():
    """Operators side by side, strings in brackets: a spy on the short way, which must not be taken."""
    from dossier.press.colours import for_printing

    source = pikepdf.open(io.BytesIO(render(page("x"), Profile.PRINT).data))
    sheet = source.pages[0]
    font = next(iter(sheet["/Resources"]["/Font"].keys()))
    sheet["/Contents"].write(f"q 1 1 0 rg 0 0 9 9 re f BT {font} 9 Tf 0 0 1 rg (\\(a\\)\\n0 0 1 rg) Tj ET Q".encode())
    file = io.BytesIO()
    source.save(file)
    data, found = for_printing(file.getvalue(), intent(), page("x").metadata)
    assert found == ()
    assert spaces(data) == {"CMYK"}
    assert text_colours(data) == {K}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"/Odd cs 1 scn 0 0 9 9 re f", "page 1 has a colour in the space /Odd"),
        (b"BI /W 1 /H 1 /BPC 8 /CS /RGB ID \x01\x02\x03 EI", "page 1 has an image inside a content stream"),
    ],
    ids=["space", "inline-image"],
)
def test_what_cannot_be_converted_is_refused_with_its_page(content: bytes, told: str):
    from dossier.press.colours import for_printing

    source = pikepdf.open(io.BytesIO(render(page("x"), Profile.PRINT).data))
    source.pages[0]["/Contents"].write(content)
    file = io.BytesIO()
    source.save(file)
    _, found = for_printing(file.getvalue(), intent(), page("x").metadata)
    assert [(one.code.id, one.message) for one in found] == [("P010", told)]


def test_a_lab_colour_and_the_same_in_srgb_take_the_same_inks():
    inks = Inks(intent().profile)
    assert inks.from_lab((53.2, 80.1, 67.2)) == pytest.approx(inks.flat((1, 0, 0)), abs=0.02)
    assert inks.from_lab((100, 0, 0)) == PAPER
    assert inks.from_lab((50, 0, 0)) == (0, 0, 0, 0.5)


def test_colours_of_another_profile_go_through_it():
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    sheet = "<style>@color-profile --mine { src: url(mine.icc); components: r, g, b }</style>"
    bundle = page('<div style="background:color(--mine .06 .3 .36);height:9mm"></div>', head=sheet)
    bundle = HtmlBundle(bundle.html, bundle.metadata, {**bundle.assets, "mine.icc": Asset(srgb, "application/vnd.iccprofile")})
    result = printed(bundle)
    assert spaces(result.data) == {"CMYK"}
    inks = [
        float(value) for value in [line for line in stream_of(result.data).splitlines() if line.endswith(b" k")][-1].split()[:4]
    ]
    assert inks == pytest.approx(expected("#0f4c5c"), abs=0.02)
