"""The fonts and codes under the page: valid, true to the page's look, the same at every run."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest
from books import page
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops, ImageFilter
from processes import output_in_each_world, run
from pypdfium2 import PdfDocument

from dossier.model.records import Profile
from dossier.press.pdf import render

PERSIAN = "<p>می‌شوم اطلاعات مُحَمَّد خانهٔ ۱۳۶۷، ۱۲٬۳۴۵ «حقوق» (لا) ججج اتفاقاً</p>"
STYLE = "<style>body {{ font-family: '{family}', Literata }} p {{ font-size: 20px; line-height: 2 }}</style>"
FAMILIES = ("Amiri", "Noto Sans Arabic")


def set_in(family: str, body: str = PERSIAN, language: str = "fa", profile: Profile = Profile.SCREEN) -> bytes:
    result = render(page(body, language, head=STYLE.format(family=family)), profile)
    assert result.diagnostics == ()
    return result.data


@dataclass(frozen=True, slots=True)
class Embedded:
    """A font of a PDF: what its codes stand for, their widths, their glyphs, and the font file."""

    texts: dict[int, str]
    widths: dict[int, float]
    glyphs: list[int]
    file: TTFont


def fonts_of(data: bytes) -> Iterator[Embedded]:
    for sheet in pikepdf.open(io.BytesIO(data)).pages:
        for font in sheet.Resources.Font.values():
            inner = font.DescendantFonts[0]
            mapped = re.findall(rb"<([0-9a-f]{4})> <([0-9a-f]+)>", font.ToUnicode.read_bytes().split(b"endcodespacerange")[1])
            texts = {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in mapped}
            glyphs = [] if inner.CIDToGIDMap == "/Identity" else list(memoryview(inner.CIDToGIDMap.read_bytes()))
            pairs = [glyphs[at] * 256 + glyphs[at + 1] for at in range(0, len(glyphs), 2)]
            file = TTFont(io.BytesIO(inner.FontDescriptor.FontFile2.read_bytes()))
            yield Embedded(texts, dict(_widths(inner.W)), pairs, file)


def _widths(array: pikepdf.Object) -> Iterator[tuple[int, float]]:
    for start, row in zip(list(array)[::2], list(array)[1::2], strict=True):
        yield from ((int(start) + at, float(width)) for at, width in enumerate(row))


def glyph_of(font: Embedded, code: int) -> int:
    return font.glyphs[code] if font.glyphs else code


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("profile", [Profile.SCREEN, Profile.ARCHIVE])
def test_widths_are_those_of_the_font_file(family: str, profile: Profile) -> None:
    """ISO 19005-3, 6.2.11.5: they may differ by one thousandth."""
    found = list(fonts_of(set_in(family, profile=profile)))
    assert found
    for font in found:
        names, metrics, upem = font.file.getGlyphOrder(), font.file["hmtx"].metrics, font.file["head"].unitsPerEm
        for code in font.texts:
            advance = metrics[names[glyph_of(font, code)]][0] * 1000 / upem
            assert abs(advance - font.widths[code]) <= 1, (code, font.texts[code])


@pytest.mark.parametrize("family", FAMILIES)
def test_every_code_stands_for_something_and_shows_a_glyph_of_the_file(family: str) -> None:
    for font in fonts_of(set_in(family)):
        assert all(font.texts.values())
        assert max(glyph_of(font, code) for code in font.texts) < font.file["maxp"].numGlyphs
        assert font.file["glyf"].glyphOrder  # (reads every glyph)


@pytest.mark.parametrize("family", FAMILIES)
def test_one_glyph_may_stand_for_several_letters(family: str) -> None:
    texts = [text for font in fonts_of(set_in(family)) for text in font.texts.values()]
    assert {"\u200c", "ٔ", "َ", "۱۳۶۷", "۱۲٬۳۴۵"} <= {text.strip("\u200e\u200f") for text in texts}
    assert not [text for text in texts if len(text.strip("\u200e\u200f\u061c")) > 1 and not re.fullmatch("[۰-۹٬]+|(.)\\1+", text)]


def test_a_narrow_letter_that_is_repeated_is_one_code() -> None:
    assert "ججج" in {text for font in fonts_of(set_in("Amiri")) for text in font.texts.values()}


def test_composite_glyphs_are_made_of_the_faces_own() -> None:
    composites = 0
    for font in fonts_of(set_in("Noto Sans Arabic")):
        glyf = font.file["glyf"]
        for name in font.file.getGlyphOrder():
            glyph = glyf[name]
            if glyph.isComposite():
                composites += 1
                box = (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax)
                glyph.recalcBounds(glyf)
                assert box == (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax)
    assert composites > 10


@pytest.mark.parametrize("family", FAMILIES)
def test_the_page_looks_as_it_does_without_the_layer(family: str, tmp_path: Path) -> None:
    script = f"""
import sys
from pathlib import Path
from dossier.press import mends
from dossier.press.fontconfig import use_bundled_faces
mends.MENDS = tuple(mend for mend in mends.MENDS if "text_layer" not in mend.__module__)
use_bundled_faces(Path.cwd())
from test_text_layer import set_in
Path("before.pdf").write_bytes(set_in({family!r}))
"""
    done = run(script, tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    before, after = dark(tmp_path / "before.pdf"), dark(set_in(family))
    assert before.histogram()[255] > 2000
    # (WeasyPrint raises a mark by 1024/1000 of what it should: a part of a pixel.)
    assert strays(before, after) == strays(after, before) == 0


def dark(source: Path | bytes) -> Image.Image:
    """White where a page has ink."""
    return PdfDocument(source)[0].render(scale=2).to_pil().convert("L").point(lambda value: 255 if value < 128 else 0)


def strays(one: Image.Image, other: Image.Image) -> int:
    """Pixels with ink in ``one`` that have none next to them in ``other``."""
    return ImageChops.subtract(one, other.filter(ImageFilter.MaxFilter(3))).histogram()[255]


def test_what_no_face_has_is_left_to_the_engine_and_told() -> None:
    result = render(page("<p>می‌شوم 🧿 خانه</p>", "fa"))
    assert [found.code.id for found in result.diagnostics] == ["P001"]
    assert "\ufffd" not in "".join(text for font in fonts_of(result.data) for text in font.texts.values())


def test_text_in_a_drawing_has_codes_too() -> None:
    body = '<svg width="200" height="40" role="img"><title>t</title><text x="0" y="20">first</text></svg><p>first</p>'
    text = PdfDocument(set_in("Literata", body, "en"))[0].get_textpage().get_text_range()
    assert text.count("first") == 2


def test_the_same_bytes_in_every_world(tmp_path: Path) -> None:
    script = """
import hashlib
from pathlib import Path
from dossier.press.fontconfig import use_bundled_faces
use_bundled_faces(Path.cwd())
from test_text_layer import FAMILIES, set_in
print([hashlib.sha256(set_in(family)).hexdigest() for family in FAMILIES])
"""
    assert len(set(output_in_each_world(script, tmp_path))) == 1
