"""The bundled faces: coverage, licences, subsets."""

import io
import re
import unicodedata
from pathlib import Path

import pytest
from books import page
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from processes import output_in_each_world, run

from browser import visiting
from dossier.press.faces import coverage, faces, licence_text, missing_characters, subset, symbols_in
from dossier.press.faces_css import face_assets
from dossier.press.pdf import render
from judges import pdf_fonts, pdf_text

PERSIAN = "پژوهش‌های سال ۱۳۶۷"


def face(name: str):
    return next(face for face in faces() if face.name == name)


def glyphs_of(path: Path, family: str) -> set[str]:
    """The characters that PyMuPDF says are set in fonts of ``family``."""
    import pymupdf

    traces = (span for sheet in pymupdf.open(path) for span in sheet.get_texttrace())
    found = {chr(char[0]) for span in traces if family in span["font"] for char in span["chars"]}
    return {char for char in found if unicodedata.category(char) not in ("Cf", "Zs") and char != "\ufe0f"}


def test_faces_stand_in_a_fixed_order():
    assert [face.name for face in faces()] == [
        "literata",
        "literata-italic",
        "amiri",
        "amiri-bold",
        "amiri-italic",
        "amiri-bold-italic",
        "public-sans",
        "public-sans-italic",
        "noto-sans-arabic",
        "jetbrains-mono",
        "jetbrains-mono-italic",
        "symbola",
    ]


def test_names_in_style_sheets_are_the_names_in_the_files():
    for one in faces():
        assert TTFont(one.path)["name"].getBestFamilyName() == one.family


def test_no_face_reserves_its_name():
    # A reservation stands in the copyright notice above the licence, or in the font's own names (OFL 1.1, definitions).
    for one in (face for face in faces() if face.licence):
        notice, rule, _ = licence_text(one).partition("-----")
        names = " ".join(str(record) for record in TTFont(one.path)["name"].names)
        assert rule
        assert one.family.split()[0] in notice
        assert "reserved" not in f"{notice} {names}".lower()


def test_missing_characters_are_told_once_in_order():
    assert missing_characters("漢 🧿 漢 a ب ☃ 🔥") == ("漢", "🧿")


@pytest.mark.parametrize("char", "\0\t\n \u00a0\u00ad\u034f\u200c\u200d\u200f\u2028\u2066\u2069\u202f\ufe0f\ufeff\U000e0100")
def test_invisible_characters_need_no_glyph(char: str):
    assert missing_characters(char) == ()


def test_unassigned_and_private_characters_are_missing():
    assert missing_characters("\ue123\U0003fffd") == ("\ue123", "\U0003fffd")


@given(st.text())
def test_covered_and_missing_exclude_each_other(text: str):
    assert not set(map(ord, missing_characters(text))) & coverage()


def test_everything_of_the_three_languages_is_covered():
    letters = "abcxyzABCXYZ0123456789«»“”‘’—–…éèêëçàâîïôùûüœæÿÉÈÀÇŒ ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی آأإؤئءۀة ًٌٍَُِّْ ۰۱۲۳۴۵۶۷۸۹ ٪٫٬،؛؟"
    assert missing_characters(letters) == ()


def test_signs_come_from_symbola_and_letters_never():
    assert symbols_in("Abc é پ ☃ \ufe0f\u200d 🔥 ← αЖ") == "☃🔥"
    css, assets = face_assets("Abc ☃ 1 🔥")
    assert "unicode-range: U+2603, U+1F525;" in css
    cut = TTFont(io.BytesIO(assets["fonts/symbola.woff2"].data)).getBestCmap()
    assert set(cut) == {0x2603, 0x1F525}
    assert "Symbola" not in face_assets("Abc 1 é ←")[0]


def test_a_keycap_has_its_digit_from_the_same_face():
    css, assets = face_assets("1 2\ufe0f\u20e3 #\u20e3")
    assert "unicode-range: U+23, U+32, U+20E3;" in css
    assert set(TTFont(io.BytesIO(assets["fonts/symbola.woff2"].data)).getBestCmap()) == {0x23, 0x32, 0x20E3}


def test_symbola_says_itself_that_it_is_free():
    assert "Licence: Fonts in this site are free for any use." in licence_text(face("symbola"))
    assert b"George Douros" in face_assets("☃")[1]["fonts/LICENSE-Symbola.txt"].data
    assert TTFont(face("symbola").path)["OS/2"].fsType == 0  # may be embedded


def test_without_symbola_signs_are_missing(tmp_path: Path):
    code = (
        "import importlib.metadata as m\nfind = m.Distribution.from_name\n"
        "def without(name):\n    if 'symbola' in name: raise m.PackageNotFoundError(name)\n    return find(name)\n"
        "m.Distribution.from_name = without\n"
        "from dossier.press.faces import missing_characters\nfrom dossier.press.faces_css import face_assets\n"
        "from dossier.press.fontconfig import configuration\nfrom dossier.press.toolchain import web_toolchain\n"
        "from pathlib import Path\n"
        "texts = (face_assets('☃')[0], configuration(Path('x')), str(web_toolchain()))\n"
        "print(ascii(missing_characters('☃a')), any('ymbola' in text for text in texts))"
    )
    done = run(code, tmp_path)
    assert done.stdout == b"('\\u2603',) False\n", done.stderr.decode()


def test_pages_take_signs_from_symbola_and_text_from_the_text_faces(tmp_path: Path):
    signs = "☃ 🔥 ❤\ufe0f 1\ufe0f\u20e3 🇫🇷 👩\u200d👧 👍🏽"
    result = render(page(f"<p>Abc αЖ {signs}</p><p lang='fa' dir='rtl'>متن ۱۲ ☃</p><code>☃ x</code>"))
    assert result.diagnostics == ()
    (tmp_path / "signs.pdf").write_bytes(result.data)
    fonts = pdf_fonts(tmp_path / "signs.pdf")
    assert {name.split("-")[0] for name in fonts} == {"Literata", "Amiri", "JetBrains", "Symbola"}
    assert glyphs_of(tmp_path / "signs.pdf", "Symbola") == set("☃🔥❤🇫🇷👩👧👍🏽\u20e3")
    assert signs in pdf_text(tmp_path / "signs.pdf")


def test_a_browser_shows_signs_without_boxes(tmp_path: Path):
    """Every sign has ink of its own: no two look alike, and none looks like the box of a missing one."""
    css, assets = face_assets("☃🔥❤🕊👩1\u20e3")
    for key, asset in assets.items():
        (tmp_path / key).parent.mkdir(exist_ok=True)
        (tmp_path / key).write_bytes(asset.data)
    shown = ["☃", "🔥", "❤", "🕊", "👩", "1\ufe0f\u20e3", "🧿"]
    spans = "".join(f"<p><span>{one}</span></p>" for one in shown)
    style = f"{css} span {{ font: 40px Literata, Symbola, sans-serif }}"
    (tmp_path / "fonts/page.html").write_text(f"<meta charset='utf-8'><style>{style}</style>{spans}", encoding="utf-8")
    with visiting(tmp_path / "fonts/page.html") as visit:
        pictures = [visit.page.locator("span").nth(number).screenshot() for number in range(len(shown))]
        loaded = visit.page.evaluate("[...document.fonts].filter(f => f.status == 'loaded').map(f => f.family)")
    assert len(set(pictures)) == len(shown)
    assert '"Symbola"' in loaded or "Symbola" in loaded


def test_subset_is_small_and_holds_the_text():
    data = subset(face("literata"), "Égalité 1988")
    font = TTFont(io.BytesIO(data))
    assert data[:4] == b"wOF2"
    assert set(map(ord, "Égalité 1988")) <= set(font.getBestCmap())
    assert ord("Z") not in font.getBestCmap()
    assert len(data) < 20_000


def test_subset_keeps_joining_and_marks():
    font = TTFont(io.BytesIO(subset(face("amiri"), PERSIAN + "ًَُ")))
    features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
    positions = {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}
    assert {"init", "medi", "fina", "rlig"} <= features
    assert {"mark", "curs"} <= positions


def test_subset_keeps_the_weights_of_a_variable_face():
    axes = TTFont(io.BytesIO(subset(face("literata"), "abc")))["fvar"].axes
    assert [(axis.axisTag, axis.minValue, axis.maxValue) for axis in axes] == [("wght", 400, 700)]


def test_subset_is_the_same_in_every_process(tmp_path: Path):
    code = (
        "import sys, hashlib\nfrom dossier.press.faces import faces, subset\n"
        "print([hashlib.sha256(subset(f, 'Abc پژوهش 12')).hexdigest() for f in faces()])"
    )
    first, second = output_in_each_world(code, tmp_path)
    assert first == second


def test_latin_page_carries_no_arabic_face():
    css, assets = face_assets("English — français « été »")
    fonts = {"fonts/literata.woff2", "fonts/literata-italic.woff2", "fonts/public-sans.woff2"}
    assert set(assets) == fonts | {"fonts/LICENSE-Literata.txt", "fonts/LICENSE-Public-Sans.txt"}
    assert "Amiri" not in css
    assert "Arabic" not in css


def test_persian_page_carries_both_and_their_licences():
    css, assets = face_assets(PERSIAN, folder="f", italic=False)
    fonts = {f"f/{name}.woff2" for name in ("literata", "amiri", "amiri-bold", "public-sans", "noto-sans-arabic")}
    licences = {f"f/LICENSE-{name}.txt" for name in ("Literata", "Amiri", "Public-Sans", "Noto-Sans-Arabic")}
    assert set(assets) == fonts | licences
    assert b"Amiri Project Authors" in assets["f/LICENSE-Amiri.txt"].data
    assert b"Literata Project Authors" in assets["f/LICENSE-Literata.txt"].data
    assert sum(len(asset.data) for asset in assets.values()) < 180_000
    for address in re.findall(r'url\("([^"]+)"\)', css):
        assert f"f/{address}" in assets


def test_mono_and_bold_only_as_asked():
    _, assets = face_assets(PERSIAN, bold=False, mono=True)
    assert "fonts/jetbrains-mono.woff2" in assets
    assert "fonts/amiri-bold.woff2" not in assets


def test_faces_web_and_epub_do_not_load_weasyprint(tmp_path: Path):
    code = (
        "import sys, dossier.press.faces, dossier.press.faces_css, dossier.press.fontconfig, dossier.press.toolchain\n"
        "import dossier.press.web, dossier.press.epub, dossier.press.pdf\n"
        "dossier.press.toolchain.toolchain()\nassert 'weasyprint' not in sys.modules, 'weasyprint'\nprint('none')"
    )
    done = run(code, tmp_path)
    assert done.stdout == b"none\n", done.stderr.decode()
