"""The QR code: shapes only, a label for who does not see it, and an independent decoder reads it."""

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import zxingcpp
from lxml import etree
from PIL import Image
from small_dossier import DOSSIER, edition, load, localized

from dossier.edition.environment import Templates
from dossier.edition.pages import cover_bundle
from dossier.edition.qr import qr_svg
from dossier.model.translation import State
from dossier.press.fontconfig import use_bundled_faces
from dossier.press.pdf import render
from dossier.press.pictures import page_picture

ADDRESS = "https://example.org/dossiers/letter/fa/letter.html"
SVG = "{http://www.w3.org/2000/svg}"


def drawn(svg: str, scale: int = 4) -> Image.Image:
    """The code as its paths say: our own painter, for paths of ``M h v h z`` only."""
    root = etree.fromstring(svg)
    side = int(root.get("viewBox").split()[2])
    image = Image.new("L", (side * scale, side * scale), 127)
    for path in root.iter(f"{SVG}path"):
        level = int(path.get("fill")[1:3], 16)
        for x, y, width, height in re.findall(r"M(\d+) (\d+)h(\d+)v(\d+)h-\d+z", path.get("d")):
            box = [int(number) * scale for number in (x, y, width, height)]
            image.paste(level, (box[0], box[1], box[0] + box[2], box[1] + box[3]))
    return image


@pytest.mark.parametrize(
    "address", [ADDRESS, "http://a.b/", "https://example.org/" + "long/" * 60, "https://example.org/?a=b&c=d"]
)
def test_a_decoder_reads_it(address: str) -> None:
    (found,) = zxingcpp.read_barcodes(drawn(qr_svg(address, str)))
    assert found.text == address
    assert found.ec_level == "M"


def test_it_is_made_of_paths_alone_and_has_a_label() -> None:
    root = etree.fromstring(qr_svg(ADDRESS, {"QR code: {address}": "کد: {address}"}.__getitem__))
    assert [element.tag for element in root] == [f"{SVG}title", f"{SVG}path", f"{SVG}path"]
    assert (root.get("role"), root.get("aria-label"), root[0].text) == ("img", f"کد: {ADDRESS}", f"کد: {ADDRESS}")


def test_around_it_four_modules_are_white() -> None:
    image = drawn(qr_svg(ADDRESS, str), scale=1)
    assert set(image.get_flattened_data()) == {0, 255}
    left, top, right, bottom = Image.eval(image, lambda level: 255 - level).getbbox() or (0, 0, 0, 0)
    assert (left, top, image.width - right, image.height - bottom) == (4, 4, 4, 4)


def test_an_address_cannot_break_out_of_the_markup() -> None:
    svg = qr_svg('https://example.org/"><script>', str)
    assert "<script>" not in svg
    assert etree.fromstring(svg).get("aria-label") == 'QR code: https://example.org/"><script>'


def test_no_code_holds_an_address_of_any_length() -> None:
    with pytest.raises(ValueError, match="Data too large"):
        qr_svg("https://example.org/" + "x" * 2400, str)


@pytest.mark.parametrize("language", ["en", "fr", "fa"])
def test_it_can_be_read_from_the_cover(templates: Templates, tmp_path: Path, language: str) -> None:
    use_bundled_faces(tmp_path)
    dossier = load(**{"dossier.toml": DOSSIER + 'base-url = "https://example.org/dossiers/"\n'})
    own = edition(localized(dossier, language, lambda _: State.REVIEWED))
    cover = render(cover_bundle(own, templates))
    assert [found.message for found in cover.diagnostics if found.code.id == "P002"] == []
    picture = Image.open(BytesIO(page_picture(cover.data, width=1240))).convert("RGB")  # 150 dots to an inch
    (found,) = zxingcpp.read_barcodes(picture)
    assert found.text == f"https://example.org/dossiers/sample/{language}/sample.html"
    assert any(found.text in text for text in alternative_texts(cover.data))


def alternative_texts(pdf: bytes) -> list[str]:
    """What the tagged PDF says of its figures (ISO 32000-1, 14.9.3)."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return [str(thing["/Alt"]) for thing in document.objects if isinstance(thing, pikepdf.Dictionary) and "/Alt" in thing]
