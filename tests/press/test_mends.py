"""What is mended in the page engine; each test fails where its mend is taken out.

Floats are in ``test_typesetting``, the structure in ``test_tags``.
"""

import logging
import re
from itertools import pairwise
from random import Random

import pytest
from weasyprint.formatting_structure import boxes

from dossier.model.bundle import HtmlBundle, Metadata
from dossier.press.mends import MENDS
from setting import laid_out
from typesetting import read

TEXT = "Les sources rapportent ces mots à des choses différentes. Dans les sources{space}<a href='#x'>000</a> et la suite."


def pages(body: str, style: str) -> HtmlBundle:
    html = f"<!DOCTYPE html><html lang='fr'><head><title>x</title><style>{style}</style></head><body>{body}</body></html>"
    return HtmlBundle(html, Metadata("urn:x", "x", "fr", "ltr", "2026-01-01", 0))


@pytest.mark.parametrize("space", ["&nbsp;", " "])
def test_a_line_does_not_end_at_its_first_word(space: str) -> None:
    """Somewhere among these widths the text before the link fits the line but for its last space."""
    for width in range(1260, 1320, 2):
        style = f"@page {{ size: {width / 10}mm 60mm; margin: 0 }} html {{ font: 10.2pt Literata }} p {{ margin: 0 }}"
        first = read(laid_out(pages(f"<p id='x'>{TEXT.format(space=space)}</p>", style))).items[0]
        assert len(first.text) > 40, (width, first.text)


def first_lines(text: str, widths: range) -> list[str]:
    """How the first line of an English paragraph ends, in columns of ``widths`` tenths of a millimetre."""
    style = "@page { size: 200mm 900mm; margin: 5mm } p { font: 10.2pt Literata; hyphens: auto; hyphenate-limit-chars: 6 3 3 }"
    body = "".join(f"<p lang='en' style='width: {width / 10}mm'>{text}</p>" for width in widths)
    lines = [item for item in read(laid_out(pages(f"<div id='x'>{body}</div>", style))).items if item.kind == "line"]
    firsts: dict[object, str] = {}
    for line in lines:
        firsts.setdefault(line.owner, line.text)
    assert len(firsts) == len(widths)
    return list(firsts.values())


@pytest.mark.parametrize("space", ["&nbsp;", " "])
def test_no_word_is_parted_where_there_is_room(space: str) -> None:
    """The text before the link fits the line but for its last space; WeasyPrint parted “Special”, two words after the first."""
    text = f"<a href='#x'>0</a> and call them Special Rapporteurs; in the list of{space}<a href='#x'>source 004</a> one chair."
    assert [first for first in first_lines(text, range(820, 900)) if first.endswith("\u2010")] == []


def test_a_line_may_end_between_a_quoted_title_and_a_bracket() -> None:
    text = "Free Europe, “Amnesty Hails a Letter On the Massacres Of Dissidents,” [December 2020], para. 9. More words."
    firsts = first_lines(text, range(1200, 1280, 8))
    assert [first for first in firsts if not first.endswith("Dissidents,”")] == []


def test_a_face_without_an_axis_is_set_all_the_same(caplog: pytest.LogCaptureFixture) -> None:
    style = "p { font-family: Literata, 'Noto Sans Arabic'; font-variation-settings: 'opsz' 30 }"
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        laid_out(pages("<p>a سلام</p>", style)).write_pdf()
    assert "variable font" not in caplog.text


PERSIAN = (
    "معاون مدیر منطقه‌ای عفو بین‌الملل، بنا بر نقل منابع <a href='#x'>۰۰۰</a> و <a href='#x'>۰۰۳</a> مکاتبه را خواند؛ "
    "منابع <a href='#x'>۰۰۱</a> این عبارت را از <em>قول</em> خود سازمان <strong>می‌آورند</strong> و بسیار دیگر هم هست."
)


@pytest.mark.parametrize("align", ["start", "justify"])
def test_persian_words_keep_the_space_between_them_and_the_edge_of_their_column(align: str) -> None:
    """A space at the end of a line from right to left is not drawn: it would push the last words into those before them."""
    style = f"@page {{ size: 150mm 420mm; margin: 5mm }} html {{ font: 12pt Amiri; direction: rtl; text-align: {align} }}"
    body = "".join(f"<p style='width: {width}mm'>{PERSIAN}</p>" for width in range(60, 130, 3))
    document = laid_out(pages(f"<div id='x'>{body}</div>", style))
    lines = [line for page in document.pages for line in page._page_box.descendants() if isinstance(line, boxes.LineBox)]
    assert len(lines) > 60
    for line in lines:
        texts = [box for box in line.descendants() if isinstance(box, boxes.TextBox)]
        assert [box.pango_layout.text for box in texts] == [box.text for box in texts]
        assert min(box.position_x for box in texts) >= line.position_x - 0.1
        for right, left in pairwise(texts):
            assert right.position_x == pytest.approx(left.position_x + left.width, abs=0.1)


def test_every_mend_has_a_reason() -> None:
    assert [mend.__module__ for mend in MENDS if not mend.__doc__] == []
    assert len({mend.__module__ for mend in MENDS}) == len(MENDS)


@pytest.mark.parametrize("policy", ["auto", "line"])
def test_no_note_is_lost_and_notes_keep_their_order(policy: str) -> None:
    """Of ten such texts the engine by itself loses notes in most, or sets a later one above an earlier one."""
    style = "@page { size: 100mm 120mm; margin: 8mm } p { orphans: 2; widows: 2 } "
    style += f".footnote {{ float: footnote; footnote-display: block; footnote-policy: {policy} }}"
    for seed in range(27, 37):
        body, count = noted(Random(seed))
        text = " ".join(item.text for item in read(laid_out(pages(body, style))).items)
        assert [int(number) for number in re.findall(r"NOTE(\d+)", text)] == list(range(1, count + 1)), seed


def noted(random: Random) -> tuple[str, int]:
    """Paragraphs with notes of all lengths, and how many notes they have."""
    paragraphs, count = [], 0
    for _ in range(30):
        words = []
        for _ in range(random.randint(10, 60)):
            words.append(random.choice(["word", "longer-word", "a", "sentence"]))
            if random.random() < 0.07:
                count += 1
                words.append(f"<span class='footnote'>NOTE{count} {'note words here ' * random.randint(1, 9)}</span>")
        paragraphs.append(f"<p>{' '.join(words)}</p>")
    return "".join(paragraphs), count


def test_the_call_of_a_note_leads_to_it() -> None:
    style = ".footnote { float: footnote; footnote-display: block }"
    document = laid_out(pages("<p>A word<span class='footnote' id='n'>its note</span>.</p>", style))
    assert [(kind, target) for kind, target, *_ in document.pages[0].links] == [("internal", "n")]


def test_a_note_without_a_name_is_not_led_to() -> None:
    style = ".footnote { float: footnote; footnote-display: block }"
    document = laid_out(pages("<p>A word<span class='footnote'>its note</span>.</p>", style))
    assert document.pages[0].links == []
