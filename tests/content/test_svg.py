import base64
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]
from memory_files import refusals
from PIL import Image as Pillow

from dossier.content.images import clean_image

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="10" height="20">'


def cleaned(inner: str, opening: str = OPEN) -> str:
    image = clean_image(f"{opening}{inner}</svg>".encode(), "a.svg")
    assert image.media_type == "image/svg+xml"
    return image.data.decode()


def test_shapes_stay() -> None:
    inner = (
        '<title>Map</title><defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs>'
        '<style>.a{fill:url(#g);font-family:"x"}</style>'
        '<g transform="scale(2)"><path class="a" d="M0 0L1 1" clip-path="url(#c)"/></g>'
        '<rect style="fill:url(\'#g\')" width="1" height="1"/><use href="#g"/><use xlink:href="#h"/>'
    )
    out = cleaned(inner)
    kept = ("<title>Map", "url(#g)", "stop-color", "M0 0L1 1", "scale(2)", "url(#c)", 'href="#g"', 'href="#h"', "font-family")
    assert [word for word in kept if word not in out] == []


@pytest.mark.parametrize(
    "attack",
    [
        "<script>evil()</script>",
        '<script href="https://evil/x.js"/>',
        '<rect onload="evil()" onclick="evil()" onEvil="evil()"/>',
        '<a href="javascript:evil()"><text>x</text></a>',
        '<a xlink:href="java&#10;script:evil()"><text>x</text></a>',
        '<a href="https://evil/"><text>x</text></a>',
        '<image href="https://evil/x.png"/>',
        '<image href="evil.png"/>',
        '<image xlink:href="file:///evil"/>',
        '<image href="data:image/svg+xml,evil"/>',
        '<image href="data:text/html;base64,evil"/>',
        '<use href="https://evil/x.svg#a"/>',
        '<use href="evil.svg#a"/>',
        '<use href="data:image/svg+xml,evil#a"/>',
        '<feImage href="https://evil/x.png"/>',
        '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil/"/></foreignObject>',
        '<html xmlns="http://www.w3.org/1999/xhtml"><script>evil()</script></html>',
        "<style>@import url(https://evil/x.css);</style>",
        "<style>@import 'evil.css';</style>",
        "<style>.a{fill:url(https://evil/x)}</style>",
        "<style>.a{fill:url( 'evil.svg#x' )}</style>",
        "<style>.a{fill:\\75rl(https://evil/x)}</style>",
        "<style>@font-face{font-family:x;src:url(evil.woff)}</style>",
        "<style>.a{background:image-set('evil.png' 1x)}</style>",
        '<rect style="fill:url(https://evil/x)"/>',
        '<rect style="fill:u\\72l(https://evil/x)"/>',
        '<rect fill="url(https://evil/x)" filter="url(evil#f)"/>',
        '<rect fill="URL( &quot;https://evil/x&quot; )"/>',
        '<animate attributeName="href" values="javascript:evil()"/>',
        '<set attributeName="xlink:href" to="https://evil/"/>',
        '<g xml:base="https://evil/"><use href="#a"/></g>',
        '<?xml-stylesheet href="https://evil/x.css"?>',
        "<!-- evil -->",
        '<iframe src="https://evil/"/>',
        '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><evil/></rdf:RDF></metadata>',
        '<g xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:export-filename="/home/evil/x.png"/>',
    ],
)
def test_attacks_come_to_nothing(attack: str) -> None:
    out = cleaned(f"{attack}<circle r='1'/>")
    assert "evil" not in out
    assert "circle" in out


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("<svg", "a.svg:1:5 C015: it is no well-formed XML"),
        (f"{OPEN}\n<g></svg>", "a.svg:2:10 C015: it is no well-formed XML"),
        ("<html><body/></html>", "a.svg C015: it is no SVG: its outermost element"),
        (
            OPEN + "<g>" * 100_000 + "</g>" * 100_000 + "</svg>",
            "a.svg:1:874 C015: its groups are nested too deeply",
        ),
        (
            f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>{OPEN}<text>&x;</text></svg>',
            "a.svg C015: it declares entities",
        ),
        (
            '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + OPEN + "<text>&b;</text></svg>",
            "a.svg C015: it declares entities",
        ),
        (f"{OPEN}<!--{' ' * 9_000_000}--></svg>", "a.svg C015: it has 9,000,"),
    ],
)
def test_what_cannot_be_made_safe_is_refused(data: str, told: str) -> None:
    (found,) = refusals(lambda: clean_image(data.encode(), "a.svg"))
    assert str(found).replace(": error", "").replace("the image cannot be used: ", "").startswith(told)


def test_an_embedded_picture_is_written_anew() -> None:
    exif, written = Pillow.Exif(), io.BytesIO()
    exif[0x010F] = "Camera of somebody"
    Pillow.new("RGB", (2, 2)).save(written, "JPEG", exif=exif)
    address = f"data:image/jpeg;base64,{base64.b64encode(written.getvalue()).decode()}"
    out = cleaned(f'<image width="2" height="2" href="{address}"/>')
    data = base64.b64decode(out.split("base64,")[1].split('"')[0])
    assert Pillow.open(io.BytesIO(data)).size == (2, 2)
    assert b"Camera" in written.getvalue()
    assert b"Camera" not in data


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="10" height="20"', (10, 20)),
        ('width="10.4px" height="1in"', (10, 96)),
        ('width="25.4mm" height="72pt"', (96, 96)),
        ('width="100%" height="100%" viewBox="0 0 30 40"', (30, 40)),
        ('viewBox="0,0,30,40"', (30, 40)),
        ('width="100%"', (0, 0)),
        ("", (0, 0)),
    ],
)
def test_size_is_read(attributes: str, size: tuple[int, int]) -> None:
    image = clean_image(f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'.encode(), "a.svg")
    assert (image.width, image.height) == size


def test_cleaning_twice_changes_nothing_and_bytes_are_stable() -> None:
    inner = '<g><rect fill="red" width="1" height="1" x="2" y="3"/><text>a <tspan>b</tspan> c</text></g>'
    once = clean_image(f"{OPEN}{inner}</svg>".encode(), "a.svg")
    assert clean_image(f"{OPEN}{inner}</svg>".encode(), "a.svg") == once
    assert clean_image(once.data, "a.svg") == once


PIECES = ["<g>", "</g>", "<style>", "</style>", "url(", "evil", ")", "@import", "<use href='", "#", "'/>", "\\", "&lt;"]


@given(st.lists(st.sampled_from(PIECES)))
def test_any_pieces_of_svg_are_cleaned_or_refused(pieces: list[str]) -> None:
    data = f"{OPEN}{''.join(pieces)}</svg>".encode()
    found = refusals(lambda: clean_image(data, "a.svg"))
    assert {item.code.id for item in found} <= {"C015"}
    if not found:
        root = etree.fromstring(clean_image(data, "a.svg").data)
        assert all(str(use.get("href")).startswith("#") for use in root.iterfind(".//{*}use"))
        assert not any(
            word in "".join(style.itertext()) for style in root.iterfind(".//{*}style") for word in ("url(e", "@", "\\")
        )
