"""Images of the print profile: every kind that a page may have, in the profile's inks."""

import io
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from books import page
from PIL import Image, ImageCms
from print_walker import intent, printed, spaces

from dossier.model.bundle import Asset
from judges import require

SIZE = (24, 16)
COLOURS = ((15, 76, 92), (200, 30, 30), (255, 255, 255), (250, 200, 0))


def picture(mode: str) -> Image.Image:
    """Four fields, so that a plane that slipped shows."""
    made = Image.new("RGB", SIZE)
    for number, colour in enumerate(COLOURS):
        made.paste(colour, (number * 6, 0, number * 6 + 6, 16))
    if mode == "RGBA":
        made.putalpha(Image.linear_gradient("L").resize(SIZE))
    return made if mode == "RGBA" else made.convert(mode)


def file(made: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    out = io.BytesIO()
    made.save(out, kind, **options)
    return out.getvalue()


def set_in_print(data: bytes, kind: str = "png") -> tuple[bytes, list[str]]:
    bundle = page('<img src="images/x" alt="x">', **{"images/x": Asset(data, f"image/{kind}")})
    result = printed(bundle)
    return result.data, [found.code.id for found in result.diagnostics]


def image_in(data: bytes) -> tuple[str, str, Image.Image, bool]:
    """Colour space, filter and samples of the one image, and whether it has a soft mask."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (image,) = (one for sheet in pdf.pages for one in sheet.get_images().values())
        space, kept = str(image["/ColorSpace"]), str(image["/Filter"])
        size = int(image["/Width"]), int(image["/Height"])
        if kept == "/DCTDecode":
            opened = Image.open(io.BytesIO(image.read_raw_bytes()))
            opened.load()
            assert ("/Decode" in image) == (opened.mode == "CMYK")
        else:
            opened = Image.frombytes("CMYK" if space == "/DeviceCMYK" else "L", size, image.read_bytes())
        return space, kept, opened, "/SMask" in image


def as_imagecms_has_it(made: Image.Image) -> Image.Image:
    profile = ImageCms.ImageCmsProfile(io.BytesIO(intent().profile))
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
    done = ImageCms.profileToProfile(made.convert("RGB"), ImageCms.createProfile("sRGB"), profile, 1, "CMYK", flags=flags)
    assert done is not None
    return done


def difference(one: Image.Image, other: Image.Image) -> int:
    assert (one.mode, one.size) == (other.mode, other.size)
    return max(abs(a - b) for a, b in zip(one.tobytes(), other.tobytes(), strict=True))


@pytest.mark.parametrize(("mode", "kind"), [("RGB", "PNG"), ("RGBA", "PNG"), ("P", "PNG"), ("RGB", "JPEG"), ("RGB", "WEBP")])
def test_coloured_images_are_in_the_profile_s_inks(mode: str, kind: str):
    made = picture(mode)
    options = {"lossless": True} if kind == "WEBP" else {"quality": 98, "subsampling": 0} if kind == "JPEG" else {}
    data, codes = set_in_print(file(made, kind, **options), kind.lower())
    space, kept, shown, masked = image_in(data)
    assert (codes, space, kept, masked) == (
        [],
        "/DeviceCMYK",
        "/DCTDecode" if kind == "JPEG" else "/FlateDecode",
        mode == "RGBA",
    )
    assert difference(shown, as_imagecms_has_it(made)) <= (16 if kind == "JPEG" else 2)
    assert difference(shown, as_imagecms_has_it(made.convert("RGB").transpose(Image.Transpose.FLIP_LEFT_RIGHT))) > 100
    assert spaces(data) <= {"CMYK", "Gray"}


@pytest.mark.parametrize(("mode", "kind"), [("L", "PNG"), ("LA", "PNG"), ("1", "PNG"), ("L", "JPEG")])
def test_greys_stay_greys(mode: str, kind: str):
    made = picture("L").convert(mode)
    data, codes = set_in_print(file(made, kind), kind.lower())
    space, _, shown, _ = image_in(data)
    assert (codes, space) == ([], "/DeviceGray")
    assert difference(shown, made.convert("L")) <= (8 if kind == "JPEG" else 0)
    assert spaces(data) == {"Gray", "CMYK"}  # the words are CMYK


def test_greys_in_rgb_become_greys():
    made = picture("L").convert("RGB")
    space, _, shown, _ = image_in(set_in_print(file(made))[0])
    assert space == "/DeviceGray"
    assert difference(shown, picture("L")) == 0


def test_cmyk_images_are_left_as_they_are():
    given = file(picture("RGB").convert("CMYK"), "JPEG")
    data, codes = set_in_print(given, "jpeg")
    assert codes == []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (image,) = pdf.pages[0].get_images().values()
        assert image.read_raw_bytes() == given


def test_sixteen_bits_of_colour_are_set_in_eight():
    data, codes = set_in_print(_sixteen_bit_rgb())
    space, _, shown, _ = image_in(data)
    assert (codes, space) == ([], "/DeviceCMYK")
    assert difference(shown, as_imagecms_has_it(Image.new("RGB", (2, 2), COLOURS[0]))) <= 2


def _sixteen_bit_rgb() -> bytes:
    """Pillow writes none."""
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    row = b"\0" + b"".join(struct.pack(">H", value * 257) for value in COLOURS[0]) * 2
    head = struct.pack(">IIBBBBB", 2, 2, 16, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(row * 2)) + chunk(b"IEND", b"")


def test_sixteen_bits_of_grey_are_refused():
    """WeasyPrint writes them as what they are not; on a screen they are noise."""
    _, codes = set_in_print(file(Image.new("I;16", SIZE, 30000)))
    assert "P010" in codes


def test_ghostscript_sees_the_inks_that_were_meant(tmp_path: Path):
    """JPEGs of four inks are stored turned round, and a reader that is not told so prints the negative."""
    (tmp_path / "x.pdf").write_bytes(set_in_print(file(picture("RGB").resize((240, 160), 0), "JPEG", quality=95), "jpeg")[0])
    command = [require("gs"), "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=tiff32nc", "-r72"]
    subprocess.run([*command, "-o", str(tmp_path / "x.tif"), str(tmp_path / "x.pdf")], check=True)
    plate = Image.open(tmp_path / "x.tif")
    found = {plate.getpixel((x, y)) for x in range(0, plate.width, 5) for y in range(0, plate.height, 5)}
    for colour in COLOURS:
        meant = as_imagecms_has_it(Image.new("RGB", (1, 1), colour)).getpixel((0, 0))
        assert isinstance(meant, tuple)
        assert any(max(abs(a - b) for a, b in zip(meant, one, strict=True)) <= 12 for one in found if isinstance(one, tuple)), (
            colour
        )


def test_a_picture_shown_twice_is_converted_once():
    body = '<img src="images/x" alt="x"><img src="images/x" alt="x" style="width:9mm">'
    data = printed(page(body, **{"images/x": Asset(file(picture("RGB")), "image/png")})).data
    _, _, shown, _ = image_in(data)
    assert difference(shown, as_imagecms_has_it(picture("RGB"))) <= 2
