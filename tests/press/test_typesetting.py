"""Set pages stand up to the judge of pages; and the judge finds what is wrong on purpose."""

import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from books import page

from dossier.press.pdf import render
from setting import laid_out, laid_out_project, printed, write
from typesetting import Fault, Finding, Pages, counts, faults, lines_of, read, words_outside
from workshop import REPOSITORY

sys.path.insert(0, str(REPOSITORY / "bench"))

from synthetic import ENGLISH, FRENCH, PERSIAN, Shape, Tongue, dossier

ALLOWED_OVERFULL = 0
"""Lines wider than their column, in each of the dossiers below."""
LAYOUTS = {
    "en-A4": (ENGLISH, 68, Shape("A4")),
    "fa-A5": (PERSIAN, 47, Shape("A5")),
    "fr-A5": (FRENCH, 49, Shape("A5")),
    "fr-Letter": (FRENCH, 49, Shape("Letter")),
    "fr-large-print": (FRENCH, 24, Shape("A4", large_print=True)),
    "en-brief": (ENGLISH, 45, Shape("A4", theme="brief")),
    "fa-reader": (PERSIAN, 47, Shape("A5", theme="reader")),
}
"""How many A5 pages' text, and how it is set."""
PSEUDO = {
    "ar-XB-A4": (45, Shape("A4")),
    "ar-XB-A5": (45, Shape("A5")),
    "ar-XB-brief": (45, Shape("A4", theme="brief")),
}
"""English in Arabic letters: what another language of the script than Persian would meet."""
SIZES = {"A4": Shape("A4"), "A5": Shape("A5"), "Letter": Shape("Letter"), "large": Shape("A4", large_print=True)}
SENTENCE = "The quiet letter of the winter archive keeps many words that a patient reader counts. "


def judged(document: Any) -> tuple[Finding, ...]:
    return tuple(finding for finding in faults(read(document)) if finding.fault is not Fault.SHORT)


@pytest.mark.parametrize(("tongue", "pages", "shape"), LAYOUTS.values(), ids=LAYOUTS)
def test_a_compositor_would_send_nothing_back(tongue: Tongue, pages: int, shape: Shape, tmp_path: Path) -> None:
    write(tmp_path, dossier(tongue, pages, shape))
    judge_long(laid_out_project(tmp_path))


@pytest.mark.parametrize(("pages", "shape"), PSEUDO.values(), ids=PSEUDO)
def test_nor_in_another_language_of_arabic_letters(pages: int, shape: Shape, tmp_path: Path) -> None:
    write(tmp_path, dossier(ENGLISH, pages, shape))
    judge_long(laid_out_project(tmp_path, "ar-XB"))


def judge_long(document: Any) -> None:
    found = judged(document)
    assert len(document.pages) > 20
    assert [finding for finding in found if finding.fault is not Fault.OVERFULL] == []
    assert counts(found)[Fault.OVERFULL] <= ALLOWED_OVERFULL, found


@pytest.mark.parametrize("tongue", [ENGLISH, FRENCH, PERSIAN], ids=lambda tongue: tongue.language)
@pytest.mark.parametrize("shape", SIZES.values(), ids=SIZES)
def test_nothing_on_a_cover_meets_anything_else(tongue: Tongue, shape: Shape, tmp_path: Path) -> None:
    judge_cover(tongue, replace(shape, status="draft"), tmp_path)


@pytest.mark.parametrize("shape", SIZES.values(), ids=SIZES)
def test_there_is_room_for_the_word_that_it_is_withdrawn(shape: Shape, tmp_path: Path) -> None:
    judge_cover(PERSIAN, replace(shape, status="draft", withdrawn=True), tmp_path)


def judge_cover(tongue: Tongue, told: Shape, tmp_path: Path) -> None:
    write(tmp_path, dossier(tongue, 10, told))
    document = laid_out(printed(tmp_path, cover=True))
    assert len(document.pages) == 1
    assert judged(document) == ()


PROVOKED = {
    "row": (Fault.ROW, "tr { break-inside: auto !important }"),
    "heading": (Fault.HEADING, "h1, h2, h3, h4 { break-after: auto !important; break-inside: auto !important }"),
    "head": (Fault.HEAD, "thead { display: table-row-group !important }"),
    "overfull": (Fault.OVERFULL, "p { white-space: nowrap !important; overflow-wrap: normal !important }"),
    "beyond": (Fault.BEYOND, "p { margin-inline-start: -60mm !important; white-space: nowrap !important }"),
    "overlap": (Fault.OVERLAP, "p { line-height: 0.5 !important }"),
    "short": (Fault.SHORT, "h3 { break-before: page !important }"),
}


@pytest.mark.parametrize(("fault", "sheet"), PROVOKED.values(), ids=PROVOKED)
def test_the_judge_finds_what_is_provoked(fault: Fault, sheet: str, tmp_path: Path) -> None:
    write(tmp_path, dossier(ENGLISH, 23))
    pages = read(laid_out(printed(tmp_path, sheet=sheet)))
    assert counts(faults(pages))[fault] > 0


def set_text(body: str, style: str) -> Pages:
    return read(laid_out(page(f"<section>{body}</section>", head=f"<style>@page {{ size: 100mm 100mm }} {style}</style>")))


@pytest.mark.parametrize(("widows", "orphans", "fault"), [(1, 2, Fault.WIDOW), (2, 1, Fault.ORPHAN)])
def test_a_widow_and_an_orphan_are_told_apart(widows: int, orphans: int, fault: Fault) -> None:
    style = f"p {{ margin: 0; widows: {widows}; orphans: {orphans} }}"
    body = "".join(f"<p>{SENTENCE * number}</p>" for number in range(1, 30))
    found = counts(faults(set_text(body, style)))
    other = Fault.ORPHAN if fault is Fault.WIDOW else Fault.WIDOW
    assert found[fault] > 0
    assert found[other] == 0


def test_a_heading_with_one_line_of_its_section_is_none_at_the_end() -> None:
    last = "<h2>Heading</h2><p>Line.</p></section><section style='break-before: page'><h2>Next</h2><p>a<br>b</p>"
    assert counts(faults(set_text(last, "")))[Fault.HEADING] == 0
    left = "<h2>Heading</h2><p>Line.</p><p style='break-before: page'>One<br>two</p>"
    assert counts(faults(set_text(left, "")))[Fault.HEADING] == 1


def test_a_stamp_may_lie_over_the_text_and_nothing_else() -> None:
    text, over = "<p>" + SENTENCE * 20 + "</p>", "position: absolute; top: 0; left: 0; font-size: 30pt"
    assert counts(faults(set_text(f"{text}<p style='{over}; transform: rotate(30deg)'>Stamp</p>", "")))[Fault.OVERLAP] == 0
    assert counts(faults(set_text(f"{text}<p style='{over}'>Text</p>", "")))[Fault.OVERLAP] > 0


def test_poppler_sees_the_lines_that_the_judge_sees(tmp_path: Path) -> None:
    """The judge is not fooled by its own input: the first and last line of each page stand in the PDF's text layer."""
    write(tmp_path, dossier(ENGLISH, 23))
    bundle, pdf = printed(tmp_path), tmp_path / "out.pdf"
    pdf.write_bytes(render(bundle).data)
    assert words_outside(pdf) == []
    lines = [item for item in read(laid_out(bundle)).flow if item.kind == "line"]
    sample = sorted({item.place.page for item in lines})[2::3]
    assert len(sample) > 5
    for number in sample:
        here, read_by_poppler = [item for item in lines if item.place.page == number], lines_of(pdf, number)
        assert all(any(same(item.text, line) for line in read_by_poppler) for item in (here[0], here[-1])), number


def same(ours: str, theirs: str) -> bool:
    """Whether poppler's line has the letters of ours: spaces, hyphens and soft hyphens aside."""
    letters, others = ("".join(filter(str.isalnum, text)) for text in (ours, theirs))
    return bool(letters) and letters in others


@pytest.mark.parametrize("width", range(40, 90, 2))
@pytest.mark.parametrize(
    ("language", "words"),
    [("en", SENTENCE), ("fa", "<bdi>گزارش کارشناسان سازمان ملل</bdi> دربارهٔ قتل‌عام و پاسخگویی")],
    ids=["ltr", "rtl"],
)
def test_an_entry_of_the_contents_never_leaves_its_page_number_alone(language: str, words: str, width: int) -> None:
    (rule,) = re.findall(r"^\.contents a::after .*", (REPOSITORY / "templates/print/style.css").read_text("utf-8"), re.MULTILINE)
    counter = "@counter-style folio { system: extends decimal }"
    style = f"@page {{ size: 100mm 100mm; margin: 0 }} div {{ width: {width}mm }} {counter} {rule}"
    body = f"<div class='contents'><a id='x' href='#x'>{words.strip()}</a></div>"
    pages = read(laid_out(page(body, language, f"<style>{style}</style>")))
    last = pages.flow[-1].text
    assert any(map(str.isalpha, last))
    assert last.endswith("1")
    assert counts(faults(pages))[Fault.OVERFULL] == 0


@pytest.mark.parametrize("rows", ["<tr><td>One</td></tr>" * 3, "<thead><tr><th>Head</th></tr></thead><tr><td>One</td></tr>"])
def test_a_caption_stands_with_its_table(rows: str) -> None:
    (rule,) = re.findall(r"^caption \{.*", (REPOSITORY / "templates/print/style.css").read_text("utf-8"), re.MULTILINE)

    table = f"<table><caption>Caption</caption>{rows}</table>"
    bodies = [f"<div style='height: {height}px'></div>{table}" for height in range(150, 226, 6)]

    def alone(sheet: str) -> int:
        style = f"@page {{ size: 60mm 60mm; margin: 0 }} :root {{ --small: 1em; --accent: red }} {sheet}"
        return sum(finding.fault is Fault.HEADING for body in bodies for finding in faults(set_text(body, style)))

    assert alone("") > 0
    assert alone(rule) == 0


def test_poppler_finds_words_beyond_the_edge(tmp_path: Path) -> None:
    pdf = tmp_path / "out.pdf"
    pdf.write_bytes(
        render(page("<p style='margin-left: -90px'>Beyond the edge</p>", head="<style>@page{margin:20mm}</style>")).data
    )
    assert words_outside(pdf) != []


def test_the_rest_of_a_float_is_not_set_twice() -> None:
    """See ``press.mends.floats``: the float's second line fits on neither page, and its paragraph moves on whole."""
    float_ = "<div style='float: left; width: 10mm; break-after: avoid'>one two</div>"
    found = [
        set_text(f"<div style='height: {height}px'></div><div>{float_}<p style='margin: 0'>a<br>b</p></div>", "")
        for height in range(170, 230, 2)
    ]
    assert {sum(item.text in ("one", "two") for item in pages.items) for pages in found} == {2}
    assert {finding.fault for pages in found for finding in faults(pages)} <= {Fault.SHORT}


@pytest.mark.parametrize("body", ["نامه <em>به</em> سازمان ", "نامه <b><em>به</em> سازمان </b>", "نامه ", "نامه <b>به </b>"])
def test_a_space_at_the_end_of_a_line_moves_no_persian_word(body: str) -> None:
    with_space, without = (
        [
            (part.left, part.right)
            for item in read(laid_out(page(f"<section><p>{text}</p></section>", "fa"))).items
            for part in item.ink
        ]
        for text in (body, body.replace(" </b>", "</b>").strip())
    )
    assert [pytest.approx(side) for side in with_space] == without
