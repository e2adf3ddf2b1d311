"""A variable face is cut once for the same glyphs, and as it would be cut again."""

from io import BytesIO
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from dossier.press.faces import faces, subset
from dossier.press.static_faces import remembering

BOLD, PLAIN = {"wght": 700.0}, {"wght": 400.0}


@pytest.fixture(scope="module", params=["abc", "abcd"])
def variable(request: pytest.FixtureRequest) -> bytes:
    literata = next(face for face in faces() if face.name == "literata")
    font, out = TTFont(BytesIO(subset(literata, request.param))), BytesIO()
    font.flavor = None
    font.save(out)
    return out.getvalue()


def saved(instantiate: Any, data: bytes, location: dict[str, float]) -> bytes:
    out = BytesIO()
    instantiate(TTFont(BytesIO(data), recalcTimestamp=False), location, static=True).save(out)
    return out.getvalue()


def test_it_is_what_would_be_cut_anew(variable: bytes) -> None:
    remembered = remembering(instantiateVariableFont)
    for location in (BOLD, PLAIN, BOLD):
        assert saved(remembered, variable, location) == saved(instantiateVariableFont, variable, location)
    assert saved(remembered, variable, BOLD) != saved(remembered, variable, PLAIN)


def test_the_same_is_cut_once_and_other_glyphs_are_not_the_same(variable: bytes) -> None:
    asked = []

    def counting(font: TTFont, location: dict[str, float], **options: bool) -> TTFont:
        asked.append(location)
        return instantiateVariableFont(font, location, **options)

    remembered = remembering(counting)
    for data, location in [(variable, BOLD), (variable, BOLD), (variable, PLAIN), (variable + b"\0", BOLD)]:
        saved(remembered, data, location)
    assert asked == [BOLD, PLAIN, BOLD]
