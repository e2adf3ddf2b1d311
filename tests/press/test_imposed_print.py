"""Our own pages for a printing house stay fit for it on sheets: preflight, Ghostscript's ink, words in their order."""

from pathlib import Path

import pytest
from books import page
from print_walker import printed, spaces

from dossier.model.records import Profile
from dossier.press.imposition import Layout, Paper, Wish, impose
from dossier.press.preflight.checking import preflight
from judges import ink, pdf_text

_BAND = '<div style="break-after: page">{} <b style="background: #a00; display: block; height: 9mm"></b></div>'
BODY = "".join(_BAND.format(word) for word in ("alpha", "beta", "gamma", "متن"))
WISHES = {"booklet": Wish(), "marked": Wish(marks=True, creep=1), "two-up": Wish(Layout.TWO_UP)}


@pytest.fixture(scope="module")
def pages() -> bytes:
    return printed(page(BODY)).data


@pytest.mark.parametrize("wish", WISHES.values(), ids=WISHES)
def test_a_printing_house_has_nothing_to_send_back(pages: bytes, wish: Wish) -> None:
    before = {finding.code.id for finding in preflight(pages, Profile.PRINT)}
    assert {finding.code.id for finding in preflight(impose(pages, wish).data, Profile.PRINT)} <= before - {"X042"}
    assert spaces(impose(pages, wish).data) == spaces(pages)


def test_preflight_tells_sheets_without_bleed(pages: bytes) -> None:
    found = {finding.code.id for finding in preflight(impose(pages, Wish(paper=Paper.LETTER)).data, Profile.PRINT)}
    assert "X020" in found


def test_ink_and_words_are_those_of_the_pages(pages: bytes, tmp_path: Path) -> None:
    one, sheets = tmp_path / "pages.pdf", tmp_path / "sheets.pdf"
    one.write_bytes(pages)
    sheets.write_bytes(impose(pages, Wish(Layout.TWO_UP)).data)
    words, expected = ([word for word in pdf_text(path).split() if word.isascii()] for path in (sheets, one))
    assert words == expected
    assert "gamma" in words
    carried, drawn = ink(one), ink(sheets)
    for channel in range(4):
        assert (sum(side[channel] for side in drawn) > 0) == (sum(side[channel] for side in carried) > 0)
