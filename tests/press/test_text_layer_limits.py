"""Where the text layer comes to its limits: characters that no face has, and fonts without a code left."""

from io import BytesIO

import pytest
from books import page
from pymupdf import open as open_in_mupdf
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from dossier.press.engine import load_engine
from dossier.press.pdf import render

BODY = "<p>سلام بر جهان ۱۲۳ می‌شود</p><p>لِلَّهِ ثپتب ججج (الأسود)</p><p>Hello (é) office</p>"


def set_in(body: str) -> bytes:
    return render(page(body, "fa", head="<style>body { font-family: Amiri }</style>")).data


@pytest.mark.parametrize("body", [f"<p>یک 漢 دو 字</p>{BODY}", f"{BODY}<p>یک 漢 دو 字</p>"])
def test_a_character_without_a_glyph_spoils_no_other_line(body: str) -> None:
    data = set_in(body)
    in_pypdf, in_mupdf = PdfReader(BytesIO(data)).pages[0].extract_text(), open_in_mupdf(stream=data)[0].get_text()
    for text in (in_pypdf, in_mupdf):
        assert "می‌شود" in text
        assert "Hello (é) office" in text
        assert {"漢", "字"} <= set(text)


@pytest.mark.parametrize("left", [0, 40, 110, 200])
def test_without_a_code_left_lines_are_set_as_the_engine_sets_them(monkeypatch: pytest.MonkeyPatch, left: int) -> None:
    """Letters that cannot have a code of their own must neither be lost from the page nor be told to be others."""
    load_engine()
    whole = set_in(BODY)
    monkeypatch.setattr("dossier.press.text_layer.codes._LAST_CODE", _glyphs_of_amiri() + left - 1)
    bounded = set_in(BODY)
    assert _ink(bounded) == pytest.approx(_ink(whole), rel=0.001)
    assert set(PdfReader(BytesIO(bounded)).pages[0].extract_text()) >= set("سلام بر جهان ۱۲۳ ثپتب Hello (é)")


def _glyphs_of_amiri() -> int:
    from fontTools.ttLib import TTFont

    from dossier.press.faces import faces

    found = next(one for one in faces() if "Amiri" in str(one.path) and "Regular" in str(one.path))
    return int(TTFont(found.path)["maxp"].numGlyphs)


def _ink(data: bytes) -> int:
    picture = PdfDocument(data)[0].render(scale=3).to_pil().convert("L")
    return sum((255 - shade) * count for shade, count in enumerate(picture.histogram()))
