"""Mixed lines on the set page and on the web page: the pieces stand where they were written down to stand."""

import re
from pathlib import Path

from books import metadata
from markupsafe import Markup, escape
from visual_order import LINE, lines_of_pdf, lines_of_web_page

from bidi_cases import cases, mismatches, without_sides
from browser import visiting
from dossier.edition.running_text import running_text
from dossier.language.registry import language
from dossier.model.bundle import HtmlBundle
from dossier.press.pdf import render

KNOWN = ("en", "fr", "fa")
STYLE = f"""
@page {{ size: 200mm {(len(cases()) + 2) * LINE}pt; margin: {LINE}pt 5mm }}
body {{ margin: 0; font: 10pt/{LINE}pt Literata, "Noto Sans Arabic", "Public Sans" }}
p {{ margin: 0; white-space: nowrap; font-variant-ligatures: none }}
"""


FACES_HAVE_NO_HEBREW = re.compile("[\u0590-\u05ff]")


def lines(which: str, *, isolated: bool) -> Markup:
    """One paragraph for each case."""
    paragraph = Markup('<p class="{}" lang="{}" dir="{}">{}</p>')
    made: list[Markup] = []
    for case in cases():
        own = language(case.language)
        words = running_text(case.text, own, KNOWN) if isolated else escape(case.text)
        made.append(paragraph.format(which, case.language, own.direction, words))
    return Markup("").join(made)


def page(*groups: Markup) -> str:
    """A page of such paragraphs."""
    head = f'<meta charset="utf-8"><title>T</title><style>{STYLE}</style>'
    return f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{"".join(groups)}</body></html>'


def test_the_pdf_stands_as_it_was_written_down() -> None:
    """All cases but those in Hebrew, which no bundled face can set; brackets may be read as their mirror images."""
    made = render(HtmlBundle(page(lines("case", isolated=True)), metadata()))
    judged = [
        (case, line)
        for case, line in zip(cases(), lines_of_pdf(made.data), strict=True)
        if not FACES_HAVE_NO_HEBREW.search(case.text)
    ]
    assert len(judged) >= 150
    wrong = [case.id for case, line in judged if without_sides(line) != without_sides(case.expected)]
    assert wrong == []


def test_the_web_page_stands_as_it_was_written_down(tmp_path: Path) -> None:
    """And without isolation it does not: the judge sees disorder where there is some."""
    html = page(lines("case", isolated=True), lines("bare", isolated=False))
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    with visiting(tmp_path / "page.html") as visit:
        assert list(mismatches(lines_of_web_page(visit.page, ".case"))) == []
        assert len(list(mismatches(lines_of_web_page(visit.page, ".bare")))) >= 100
