"""The bundled faces: coverage, licences, subsets."""

import io
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from processes import output_in_each_world, run

from dossier.press.faces import coverage, faces, licence_text, missing_characters, subset
from dossier.press.faces_css import face_assets

PERSIAN = "پژوهش‌های سال ۱۳۶۷"


def face(name: str):
    return next(face for face in faces() if face.name == name)


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
    ]


def test_names_in_style_sheets_are_the_names_in_the_files():
    for one in faces():
        assert TTFont(one.path)["name"].getBestFamilyName() == one.family


def test_no_face_reserves_its_name():
    # A reservation stands in the copyright notice above the licence, or in the font's own names (OFL 1.1, definitions).
    for one in faces():
        notice, rule, _ = licence_text(one).partition("-----")
        names = " ".join(str(record) for record in TTFont(one.path)["name"].names)
        assert rule
        assert one.family.split()[0] in notice
        assert "reserved" not in f"{notice} {names}".lower()


def test_missing_characters_are_told_once_in_order():
    assert missing_characters("漢 ☃ 漢 a ب") == ("☃", "漢")


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
