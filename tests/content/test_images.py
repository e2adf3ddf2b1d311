import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from memory_files import DOSSIER, project, refusals
from PIL import Image as Pillow
from PIL import PngImagePlugin

from dossier.content import raster
from dossier.content.images import clean_image, image_path
from dossier.content.load import load_dossier
from dossier.model.diagnostics import Diagnostic
from dossier.model.document import Dossier

GPS, ORIENTATION, MAKE = 0x8825, 0x0112, 0x010F


def picture(kind: str, mode: str = "RGB", size: tuple[int, int] = (4, 2), **options: object) -> bytes:
    image, written = Pillow.linear_gradient("L").resize(size).convert(mode), io.BytesIO()
    image.save(written, kind, **options)
    return written.getvalue()


def exif(orientation: int = 1) -> Pillow.Exif:
    tags = Pillow.Exif()
    tags[ORIENTATION], tags[MAKE] = orientation, "Camera of somebody"
    tags.get_ifd(GPS).update({1: "N", 2: (35.0, 41.0, 22.0), 3: "E", 4: (51.0, 23.0, 20.0)})
    return tags


def test_position_and_camera_are_stripped_from_jpeg() -> None:
    data = picture("JPEG", exif=exif(), comment=b"secret comment", xmp=b"<x:xmpmeta>secret xmp</x:xmpmeta>") + b"secret tail"
    assert Pillow.open(io.BytesIO(data)).getexif().get_ifd(GPS)[2] == (35.0, 41.0, 22.0)
    cleaned = clean_image(data, "a.jpg")
    image = Pillow.open(io.BytesIO(cleaned.data))
    assert (cleaned.media_type, cleaned.width, cleaned.height) == ("image/jpeg", 4, 2)
    assert dict(image.getexif()) == {}
    assert not {"exif", "comment", "xmp"} & image.info.keys()
    assert not any(word in cleaned.data for word in (b"Exif", b"Camera", b"secret"))


def test_what_exif_turned_stays_turned() -> None:
    cleaned = clean_image(picture("JPEG", exif=exif(orientation=6)), "a.jpg")
    assert (cleaned.width, cleaned.height) == (2, 4)
    assert Pillow.open(io.BytesIO(cleaned.data)).size == (2, 4)


def test_words_and_exif_are_stripped_from_png() -> None:
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "secret")
    words.add_itxt("XML:com.adobe.xmp", "secret xmp", zip=True)
    cleaned = clean_image(picture("PNG", pnginfo=words, exif=exif()), "a.png")
    assert Pillow.open(io.BytesIO(cleaned.data)).info == {}
    assert not any(word in cleaned.data for word in (b"secret", b"eXIf", b"iTXt", b"tEXt"))


def test_colour_profile_is_kept_for_rgb_only() -> None:
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    kept = clean_image(picture("JPEG", icc_profile=profile), "a.jpg")
    dropped = clean_image(picture("JPEG", mode="L", icc_profile=profile), "a.jpg")
    assert Pillow.open(io.BytesIO(kept.data)).info["icc_profile"] == profile
    assert "icc_profile" not in Pillow.open(io.BytesIO(dropped.data)).info


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_png_keeps_its_pixels(mode: str) -> None:
    source = Pillow.linear_gradient("L").resize((8, 8)).convert("I" if mode == "I;16" else mode)
    written = io.BytesIO()
    (source.convert("I;16") if mode == "I;16" else source).save(written, "PNG")
    cleaned = clean_image(written.getvalue(), "a.png")
    before, after = (Pillow.open(io.BytesIO(data)).convert("RGBA").tobytes() for data in (written.getvalue(), cleaned.data))
    assert before == after


def test_transparency_of_a_palette_is_kept() -> None:
    image, written = Pillow.new("P", (2, 1)), io.BytesIO()
    image.putpalette([255, 0, 0, 0, 255, 0])
    image.putpixel((1, 0), 1)
    image.save(written, "GIF", transparency=1)
    cleaned = clean_image(written.getvalue(), "a.gif")
    assert cleaned.media_type == "image/png"
    assert Pillow.open(io.BytesIO(cleaned.data)).convert("RGBA").getpixel((1, 0))[3] == 0  # type: ignore[index]


def test_webp_becomes_png_and_cmyk_becomes_rgb() -> None:
    assert clean_image(picture("WEBP"), "a.webp").media_type == "image/png"
    cmyk = clean_image(picture("JPEG", mode="CMYK"), "a.jpg")
    assert Pillow.open(io.BytesIO(cmyk.data)).mode == "RGB"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
def test_same_picture_same_bytes(kind: str) -> None:
    assert clean_image(picture(kind), "a") == clean_image(picture(kind), "a")


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raster, "_MOST_PIXELS", 7)
    (found,) = refusals(lambda: clean_image(picture("PNG"), "a.png"))
    assert str(found) == "a.png: error C015: the image cannot be used: it has 4 × 2 pixels, more than 7\n  mend  save it smaller"


def test_a_real_bomb_is_refused() -> None:
    written = io.BytesIO()
    Pillow.new("1", (20_000, 10_000)).save(written, "PNG")
    (found,) = refusals(lambda: clean_image(written.getvalue(), "a.png"))
    assert "pixels" in found.message


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is no PNG, JPEG, GIF, WebP or SVG"),
        (b"BM" + bytes(60), "it is no PNG, JPEG, GIF, WebP or SVG"),
        (b"%PDF-1.7", "it is no PNG, JPEG, GIF, WebP or SVG"),
        (picture("PNG", size=(64, 64))[:-40], "it is damaged"),
        (picture("JPEG", size=(64, 64))[:400], "it is damaged"),
    ],
)
def test_what_is_no_image_is_refused(data: bytes, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("PIL.ImageFile.LOAD_TRUNCATED_IMAGES", True)  # as WeasyPrint sets it
    (found,) = refusals(lambda: clean_image(data, "a.png"))
    assert str(found).startswith(f"a.png: error C015: the image cannot be used: {reason}")


@given(st.sampled_from(["PNG", "JPEG", "GIF", "WEBP"]), st.data())
def test_damaged_pictures_are_cleaned_or_refused(kind: str, data: st.DataObject) -> None:
    changed = bytearray(picture(kind, size=(8, 8)))
    for _ in range(data.draw(st.integers(1, 6))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    assert {found.code.id for found in refusals(lambda: clean_image(bytes(changed), "a"))} <= {"C015"}


def loaded(body: str, outside: tuple[str, ...] = ()) -> tuple[Dossier, list[str]]:
    files = project(
        {
            "summary.md": f"---\ntitle: T\n---\n{body}",
            "images/a b.png": picture("PNG"),
            "images/broken.png": b"x",
            "sources/letter.md": None,
        },
        outside,
    )
    dossier, found = load_dossier(files, "content/demo/dossier.toml")
    return dossier, [short(item) for item in found]


def short(found: Diagnostic) -> str:
    """The finding without “error” and “mend”, to fit a line."""
    return str(found).replace("content/demo/", "").replace(": error", "").replace("\n  mend  ", " → ")


def test_images_of_the_markdown_are_collected_by_their_path() -> None:
    dossier, found = loaded("![one](images/a%20b.png)\n\n- two ![two](<images/a b.png>)\n")
    assert found == []
    assert dict(dossier.images) == {"content/demo/images/a b.png": clean_image(picture("PNG"), "")}
    assert image_path("content/demo/summary.md", "images/a%20b.png") in dossier.images


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "x ![alt](images/ab.png)",
            "summary.md:4:10 C013: there is no file “images/ab.png” → did you mean “images/a b.png”?",
        ),
        ("![alt](images/a%00.png)", "summary.md:4:8 C013: there is no file “images/a\0.png”"),
        ("![alt](../../../x.png)", "summary.md:4:8 C014: “../../../x.png” lies outside the project"),
        ("![alt](/etc/x.png)", "summary.md:4:8 C014: “/etc/x.png” lies outside the project"),
        (
            "![alt](https://example.org/x.png)",
            "summary.md:4:8 C014: the image “https://example.org/x.png” is no file of the project",
        ),
        ("![alt](//example.org/x.png)", "summary.md:4:8 C014: the image “//example.org/x.png” is no file of the project"),
        ("![alt](data:image/png;base64,AAAA)", "summary.md:4:8 C014: the image “data:image/png;base64,AAAA” is no file"),
        ("![](<images/a b.png>)", "summary.md:4:6: warning C016: nothing describes the image “images/a b.png”"),
        (
            "![x](images/broken.png) ![x](images/broken.png)",
            "images/broken.png C015: the image cannot be used: it is no PNG, JPEG, GIF, WebP or SVG\n  shown in  summary.md:4:6",
        ),
    ],
)
def test_images_that_cannot_be_shown(body: str, told: str) -> None:
    _, (found,) = loaded(body)
    assert found.startswith(told)


def test_an_image_behind_a_symbolic_link_to_elsewhere_is_refused() -> None:
    dossier, found = loaded("![x](<images/a b.png>)", outside=("content/demo/images/a b.png",))
    assert found[0].startswith("summary.md:4:7 C014: “images/a b.png” is a link that leads out of the project")
    assert dossier.images == {}


def test_the_dossier_is_whole_although_an_image_is_missing() -> None:
    dossier, found = loaded("![alt](no.png)")
    assert dossier.id == "demo"
    assert DOSSIER.count("summary.md") == len(found) == 1


def test_images_in_raw_html_are_read_too() -> None:
    body = '<div><img src="m.png" alt="a map"></div>\n\nInline <img src="http://example.org/x.png" alt="x"> here.\n'
    changes = {
        "dossier.toml": DOSSIER + "\n[markdown]\nraw-html = true\n",
        "summary.md": f"---\ntitle: T\n---\n{body}",
        "m.png": picture("PNG"),
    }
    dossier, found = load_dossier(project(changes), "content/demo/dossier.toml")
    assert list(dossier.images) == ["content/demo/m.png"]
    assert [(one.code.id, str(one.place)) for one in found] == [("C014", "content/demo/summary.md:6:18")]
