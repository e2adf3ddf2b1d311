"""What is wider than its room: tables of many columns, long words, digests and addresses; and that what does not fit is told."""

from io import BytesIO
from itertools import cycle, islice

import pymupdf
import pytest
from books import page

from dossier.edition.sheets import by_script
from dossier.model.bundle import Asset, HtmlBundle, PdfResult
from dossier.press.mends.long_words import better_end
from dossier.press.mends.wide_tables import limited
from dossier.press.pdf import render
from workshop import REPOSITORY

MM = 72 / 25.4
PAGE, MARGIN = 148, 16
LONG = {
    "en": ("Organisation", "1988", "Acknowledgement", "Responsibility", "2020", "Recommendations"),
    "fa": ("سازمان", "۱۳۶۷", "مسئولیت‌پذیری", "دستگاه‌ها", "۱۳۹۹", "نامه‌نگاری"),
}
DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
ADDRESS = "https://example.org/documents/communications/the-letter-to-the-authorities/view.html?download=true"
NOTE = f'<span class="footnote" data-number="1">{DIGEST} <code>{DIGEST}{DIGEST}</code></span>'
PROSE = f"<ul><li>{DIGEST}<ul><li><code>{DIGEST}{DIGEST}</code></li></ul></li></ul><p>{ADDRESS} {'Word' * 40}{NOTE}</p>"


def table(cells: tuple[str, ...]) -> str:
    head, row = ("".join(f"<{kind}>{cell}</{kind}>" for cell in cells) for kind in ("th", "td"))
    return f'<div class="table"><table><thead><tr>{head}</tr></thead><tbody><tr>{row}</tr></tbody></table></div>'


def columns(language: str, count: int) -> str:
    return table(tuple(islice(cycle(LONG[language]), count)))


def small_page(body: str, language: str = "en", style: str = "") -> HtmlBundle:
    """A page of A5 in our sheet, with ``style`` after it."""
    size = f"@page {{ size: A5; margin: 19mm {MARGIN}mm 20mm }} :root {{ --text: 9.4pt; --hang: 0mm; --page-height: 210mm }}"
    bundle = page(body, language, f"<style>{size} {style}</style>")
    sheet = Asset((REPOSITORY / "templates/print/style.css").read_bytes(), "text/css")
    return HtmlBundle(bundle.html, bundle.metadata, {**bundle.assets, **by_script({"style.css": sheet}, [bundle.html])})


def codes(result: PdfResult) -> list[str]:
    return [one.code.id for one in result.diagnostics]


def letters(result: PdfResult) -> list[tuple[str, float, float]]:
    """Each letter with its left and right edge, in millimetres."""
    with pymupdf.open(stream=BytesIO(result.data), filetype="pdf") as pdf:
        return [
            (char["c"], char["bbox"][0] / MM, char["bbox"][2] / MM)
            for sheet in pdf
            for block in sheet.get_text("rawdict")["blocks"]
            for line in block.get("lines", ())
            for span in line["spans"]
            for char in span["chars"]
            if not char["c"].isspace()
        ]


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize("body", ["columns", "cells", "prose"])
def test_all_of_it_stands_on_the_page(language: str, body: str) -> None:
    cells = (f"<code>{DIGEST}</code>", f'<a class="address" href="{ADDRESS}">{ADDRESS}</a>', DIGEST)
    bodies = {"columns": columns(language, 14), "cells": table(cells), "prose": PROSE}
    result = render(small_page(bodies[body], language))
    found = letters(result)
    assert len(found) > 60
    assert [one for one in found if one[1] < MARGIN - 0.5 or one[2] > PAGE - MARGIN + 0.5] == []
    assert codes(result) == []


def test_words_are_whole_where_the_table_fits() -> None:
    lines = _lines(render(small_page(columns("en", 4))))
    assert set(LONG["en"][:4]) <= lines
    assert "1988" in _lines(render(small_page(columns("en", 14)))), "the widest columns give way, not the narrow ones"


def test_no_hyphen_alters_a_digest_or_an_address() -> None:
    bundle = small_page(f"<p>{DIGEST}</p><p>{ADDRESS}</p>", style="body { width: 50mm }")
    text = "".join(one[0] for one in letters(render(bundle)))
    assert DIGEST in text
    assert ADDRESS in text


def test_a_short_link_goes_to_the_next_line_whole() -> None:
    """Where the element around it begins the line, WeasyPrint takes the link for its first word."""
    style = "body { width: 40mm; hyphens: none }"
    lines = _lines(render(small_page("<p><em>Some words that fill it <a>everywhere</a></em></p>", style=style)))
    assert any("everywhere" in line for line in lines), lines


def _lines(result: PdfResult) -> set[str]:
    with pymupdf.open(stream=BytesIO(result.data), filetype="pdf") as pdf:
        return {line.strip() for sheet in pdf for line in sheet.get_text().splitlines()}


@pytest.mark.parametrize(
    ("body", "style", "said"),
    [
        (
            f"<h2 data-title='Files'>Files</h2><pre>{DIGEST}{DIGEST}</pre>",
            "pre { white-space: pre }",
            "under “Files”, code runs off the page",
        ),
        (
            "<p><img src='images/dot.png' alt='A plan' style='width: 150mm'></p>",
            "img { max-width: none }",
            "a picture runs off the page: “A plan”",
        ),
        (columns("en", 9), "td { white-space: nowrap } body { overflow-wrap: normal }", "a table runs"),
        (f"<p>{'Word' * 20}</p>", "p { white-space: nowrap; width: 20mm; margin-left: 16mm }", "text runs"),
    ],
    ids=["code", "picture", "table", "text"],
)
def test_what_cannot_fit_is_told(body: str, style: str, said: str) -> None:
    result = render(small_page(body, style=style))
    assert codes(result) == ["P011"]
    assert "on page 1" in result.diagnostics[0].message
    assert said in result.diagnostics[0].message


def test_a_table_that_nobody_can_read_is_told_once() -> None:
    result = render(small_page(columns("en", 30)))
    assert codes(result) == ["P012"]


def test_the_widest_columns_give_way() -> None:
    assert limited([10, 50, 90], [0, 0, 0], 90) == pytest.approx([10, 40, 40])
    assert limited([10, 50, 90], [10, 45, 20], 95) == pytest.approx([10, 45, 40])


@pytest.mark.parametrize(
    ("text", "end", "better"),
    [
        ("مسئولیت\u200cپذیری", 11, 8),
        ("(۱۳\u00a0شهریور\u00a0۱۳۹۹)", 15, 11),
        ("letters", 6, 5),
        ("letters", 4, 4),
        ("ab", 1, 1),
    ],
)
def test_a_word_is_parted_at_a_good_place(text: str, end: int, better: int) -> None:
    assert better_end(text, end) == better
