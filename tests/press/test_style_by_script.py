"""What is done for a script is done for every language written in it: sheets choose by script, never by ``:lang(fa)``."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest
from books import metadata
from playwright.sync_api import Page
from weasyprint.formatting_structure import boxes

from browser import visiting
from dossier.edition.sheets import by_script, languages_selector
from dossier.language.registry import language as by_tag
from dossier.model.bundle import Asset, HtmlBundle
from dossier.press.pdf import render
from setting import laid_out
from workshop import REPOSITORY

TEMPLATES = REPOSITORY / "templates"
BY_LANGUAGE = {":lang(fr)": "how French parts words"}
"""What sheets may ask by language, and why it is not the same in every language of the script."""
NAMED = re.compile(r":lang\([^)]*\)|\[(?:xml\\:)?lang[|~^$*]?=[^]]*\]")
ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3]")
NASKH = ("fa", "ar", "ar-XB", "fa-AF", "ps", "ur", "und-Arab")
THEMES = ("", "brief", "reader")
WORDS = {True: "نامه به سازمان ملل و پاسخ آن", False: "A letter and its answer"}


def sheets() -> Iterator[tuple[str, str]]:
    for path in sorted(TEMPLATES.rglob("*")):
        if path.suffix in (".css", ".j2"):
            yield path.relative_to(TEMPLATES).as_posix(), path.read_text(encoding="utf-8")


def test_sheets_choose_by_script() -> None:
    found = {(name, one) for name, text in sheets() for one in NAMED.findall(text)}
    assert {(name, one) for name, one in found if one not in BY_LANGUAGE} == set()


def test_no_counter_style_is_written_down() -> None:
    """The digits of pages and lists are those of the edition (``folio``)."""
    assert [name for name, text in sheets() if re.search(r"\b(persian|arabic-indic)\b", text)] == []


@pytest.mark.parametrize(
    ("tags", "selector"),
    [
        ((), ":lang(und-Arab)"),
        (("en", "fr"), ":lang(und-Arab)"),
        (("en", "fa"), ":is(:lang(fa), :lang(und-Arab))"),
        (("fa", "fa-AF", "FA"), ":is(:lang(fa), :lang(und-Arab))"),
        (("ar-XB", "uz-Arab", "uz"), ":is(:lang(ar-xb), :lang(und-Arab), :lang(uz-arab))"),
        (("fa", "fa-Latn", "fr-Latn"), ":is(:lang(fa), :lang(und-Arab)):not(:lang(fa-latn))"),
        (("he", "zxx"), ":lang(und-Arab)"),
    ],
)
def test_a_script_is_the_languages_of_the_page_written_in_it(tags: tuple[str, ...], selector: str) -> None:
    assert languages_selector("Arab", tags).lower() == selector.lower()


def test_only_style_sheets_are_changed_and_no_tag_breaks_out_of_them() -> None:
    sheet, picture = Asset(b"p:script(Arab) { color: red }", "text/css"), Asset(b":script(Arab)", "image/png")
    hostile = """<p lang='fa'>a</p><p lang="ar) { color: blue } x:lang(fa">b</p><p hreflang="ur">c</p>"""
    done = by_script({"a.css": sheet, "b.png": picture}, [hostile])
    assert done["b.png"] is picture
    assert done["a.css"].data == b"p:is(:lang(fa), :lang(und-Arab)) { color: red }"


BODY = """
<section class="part"><h1 data-title="x" data-head="x">{w}</h1><p class="subtitle">{w}</p><p>{w} <em>{w}</em>
<i>{w}</i> <cite>{w}</cite> <dfn>{w}</dfn> <strong>{w} <em>{w}</em></strong> <sup>{w}</sup></p><address>{w}</address>
<blockquote><p>{w}</p></blockquote><blockquote class="pull"><p>{w}</p><p>{w}</p></blockquote>
<h2>{w}</h2><h3>{w}</h3><h4>{w}</h4><h5>{w}</h5><h6>{w} <em>{w}</em></h6><ul><li>{w}</li></ul><ol><li>{w}</li></ol>
<div class="table"><table><caption>{w}</caption>
<thead><tr><th>{w}</th></tr></thead><tbody><tr><td>{w} <em>{w}</em></td></tr></tbody></table></div>
<figure><figcaption>{w}</figcaption></figure><dl class="timeline"><div class="event"><dt>{w}</dt><dd>{w}</dd></div></dl>
<table class="card"><tr><th>{w}</th><td>{w}</td></tr></table><table class="facts"><tr><th>{w}</th><td>{w}</td></tr></table>
<div class="review"><p>{w}</p></div><p class="mark">{w}</p>
<dl class="names"><div class="name"><dt>{w}</dt><dd class="names-form">{w}</dd></div></dl>
<p class="original">{w}</p>{other}</section>
"""
OTHER = """
<p><em>{w} <span lang="{o}">{v}</span></em> <bdi lang="{o}">{v}</bdi></p>
<p lang="{o}">{v} <em>{v}</em> <bdi lang="{tag}">{w}</bdi></p>
"""


def sample(tag: str, *, folder: str = "print", theme: str = "") -> HtmlBundle:
    """A page with everything that is set in its own way, in the language ``tag``, with words of another script among them."""
    own = by_tag(tag.replace("und-Arab", "ar"))
    naskh = own.rtl
    other = OTHER.format(w=WORDS[naskh], v=WORDS[not naskh], o="en" if naskh else "fa", tag=tag)
    style = by_folder(folder, theme)
    html = (
        f'<!DOCTYPE html><html lang="{tag}" dir="{own.direction}"><head><meta charset="utf-8"><title>T</title>'
        f"<style>@counter-style folio {{ system: extends {own.counter_style} }} :root {{ --text: 10pt }}</style>"
        '<link rel="stylesheet" href="style.css"><link rel="stylesheet" href="theme.css"></head>'
        f"<body>{BODY.format(w=WORDS[naskh], other=other)}</body></html>"
    )
    return HtmlBundle(html, metadata(tag, direction=own.direction), by_script(style, [html]))


def by_folder(folder: str, theme: str) -> dict[str, Asset]:
    own = TEMPLATES / f"themes/{theme}/{folder}/theme.css"
    files = {"style.css": TEMPLATES / folder / "style.css", "theme.css": own if theme and own.is_file() else None}
    return {name: Asset(path.read_bytes() if path else b"", "text/css") for name, path in files.items()}


@cache
def texts(tag: str, theme: str) -> tuple[tuple[str, str, dict[str, Any]], ...]:
    """Each text on the set page: the element it stands in, its words, how it is set."""
    document = laid_out(sample(tag, theme=theme))
    return tuple(found for page in document.pages for found in _texts(page._page_box))


def _texts(box: Any) -> Iterator[tuple[str, str, dict[str, Any]]]:
    box = getattr(box, "_box", box)
    if isinstance(box, boxes.TextBox) and box.text.strip():
        names = ("font_size", "line_height", "font_family", "font_style", "font_weight", "letter_spacing", "hyphens")
        yield box.element_tag, box.text.strip(), {name: box.style[name] for name in names}
    for child in getattr(box, "children", ()):
        yield from _texts(child)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("tag", NASKH)
def test_every_language_of_the_script_is_set_like_persian(tag: str, theme: str) -> None:
    def styles(of: str) -> dict[tuple[str, int], dict[str, Any]]:
        kinds = [(kind, style) for kind, words, style in texts(of, theme) if ARABIC.search(words)]
        return {(kind, number): style for number, (kind, style) in enumerate(kinds)}

    assert len(styles(tag)) > 30
    assert styles(tag) == styles("fa")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("tag", ["fr", "fa", "ar"])
def test_arabic_letters_are_never_slanted_and_stressed_by_weight(tag: str, theme: str) -> None:
    naskh = [(kind, style) for kind, words, style in texts(tag, theme) if ARABIC.search(words)]
    assert {style["font_style"] for _, style in naskh} == {"normal"}
    stressed = {kind: style["font_weight"] for kind, style in naskh if kind in ("em", "i", "cite", "dfn")}
    assert set(stressed.values()) <= {700}
    assert stressed.keys() == ({"em"} if tag == "fr" else {"em", "i", "cite", "dfn"})
    latin = [style["font_style"] for kind, words, style in texts(tag, theme) if kind == "em" and not ARABIC.search(words)]
    assert latin
    assert set(latin) == {"italic"}


@pytest.mark.parametrize("tag", ["fr", "fa"])
def test_no_glyph_of_the_pdf_is_slanted_but_latin_ones(tag: str, tmp_path: Path) -> None:
    document = pdfium.PdfDocument(render(sample(tag)).data)
    seen = 0
    for page in document:
        for found in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_TEXT], max_depth=9):
            matrix = found.get_matrix()
            assert matrix.b == pytest.approx(0, abs=1e-6)
            assert matrix.c == pytest.approx(0, abs=1e-6)
            name = found.get_font().get_base_name()
            if "Amiri" in name or "Arabic" in name:
                seen += 1
                assert not re.search("Italic|Oblique|Slant", name)
    assert seen


WALK = """() => [...document.querySelectorAll("body *")].flatMap(one => {
  const own = [...one.childNodes].filter(node => node.nodeType === 3).map(node => node.data).join("").trim()
  const style = getComputedStyle(one)
  const set = [style.fontStyle, Number(style.fontWeight), style.letterSpacing, style.lineHeight, style.fontSize]
  return own ? [[one.localName, own, ...set]] : []
})"""


def walked(page: Page, tag: str, folder: str, theme: str, root: Path) -> list[Any]:
    bundle = sample(tag, folder=folder, theme=theme)
    for name, asset in bundle.assets.items():
        (root / name).write_bytes(asset.data)
    (root / "page.html").write_text(bundle.html, encoding="utf-8")
    page.goto((root / "page.html").as_uri())
    return list(page.evaluate(WALK))


@pytest.mark.parametrize(("folder", "theme"), [("web", ""), ("web", "reader"), ("epub", "")])
def test_screens_slant_no_arabic_letter_and_set_its_languages_alike(folder: str, theme: str, tmp_path: Path) -> None:
    (tmp_path / "blank.html").write_text("<title>blank</title>", encoding="utf-8")
    with visiting(tmp_path / "blank.html") as visit:
        found = {tag: walked(visit.page, tag, folder, theme, tmp_path) for tag in (*NASKH, "fr")}
    for tag, elements in found.items():
        naskh = [one for one in elements if ARABIC.search(one[1])]
        assert {one[2] for one in naskh} == {"normal"}, tag
        assert {one[4] for one in naskh} <= {"normal", "0px"}, tag
        assert all(one[3] >= 700 for one in naskh if one[0] in ("em", "i", "cite", "dfn")), tag
        assert {one[2] for one in elements if one[0] == "em" and not ARABIC.search(one[1])} == {"italic"}, tag
    assert all(found[tag] == found["fa"] for tag in NASKH)


@pytest.mark.parametrize(("tag", "digit"), [("fa", "۱"), ("en", "1"), ("fr", "1")])
def test_lists_and_pages_are_counted_in_the_digits_of_the_edition(tag: str, digit: str) -> None:
    document = laid_out(sample(tag))
    assert digit in {text.rstrip(". ") for text in _markers(document.pages[0]._page_box)}


def _markers(box: Any) -> Iterator[str]:
    box = getattr(box, "_box", box)
    if isinstance(box, boxes.TextBox) and box.element_tag.endswith("::marker"):
        yield box.text
    for child in getattr(box, "children", ()):
        yield from _markers(child)


def hanging(tag: str, theme: str, body: str) -> list[tuple[float, float]]:
    """How far from the edges of the element ``.measured`` each of its lines begins and ends, in pixels."""
    own = by_tag(tag)
    markup = f'<html lang="{tag}" dir="{own.direction}">{HEAD}<body>{body}</body></html>'
    sheets = by_script(by_folder("print", theme), [markup])
    found = blocks(HtmlBundle(markup, metadata(tag, direction=own.direction), sheets))["measured"]
    begin = found.content_box_x() - found.padding_left
    end = found.content_box_x() + found.width + found.padding_right
    lines = [_extent(line) for line in found.descendants() if isinstance(line, boxes.LineBox)]
    return [(end - right, left - begin) if own.rtl else (left - begin, end - right) for left, right in lines]


HEAD = (
    '<head><title>T</title><link rel="stylesheet" href="style.css"><link rel="stylesheet" href="theme.css">'
    "<style>@counter-style folio { system: extends decimal } :root { --text: 10pt }"
    " @page { size: 120mm 200mm; margin: 10mm }</style></head>"
)


def blocks(bundle: HtmlBundle) -> dict[str, Any]:
    """The blocks of the set pages that have a class, by it."""
    found = (one for page in laid_out(bundle).pages for one in page._page_box.descendants())
    return {one.element.get("class", ""): one for one in found if isinstance(one, boxes.BlockBox) and one.element is not None}


def _extent(line: Any) -> tuple[float, float]:
    """From where to where the words of a line stand."""
    words = [box for box in line.descendants() if isinstance(box, boxes.TextBox) and box.text.strip()]
    return min(box.position_x for box in words), max(box.position_x + box.width for box in words)


@pytest.mark.parametrize(
    ("theme", "indents", "body"),
    [
        ("", (0, 1.6), '<ul class="bibliography"><li class="measured">{}</li></ul>'),
        ("reader", (1.4, 0), '<section class="part"><p>{0}</p><p class="measured">{0}</p></section>'),
    ],
)
@pytest.mark.parametrize("tag", ["en", "fa", "ar"])
def test_first_lines_are_indented_from_their_own_side(tag: str, theme: str, indents: tuple[float, float], body: str) -> None:
    """WeasyPrint lengthens or shortens a line for ``text-indent``, and moves it from left to right only."""
    lines = hanging(tag, theme, body.format(" ".join([WORDS[by_tag(tag).rtl]] * 16)))
    assert len(lines) > 2
    assert all(end > -0.5 for _, end in lines)
    others = {round(begin, 1) for begin, _ in lines[1:]}
    assert len(others) == 1
    (other,) = others
    assert (lines[0][0] > other) == (indents[0] > indents[1])
    assert abs(lines[0][0] - other) > 10
    assert min(lines[0][0], other) == pytest.approx(0, abs=0.5)


def test_a_section_draws_no_other_after_it() -> None:
    """A heading keeps its paragraph, and this what follows it; but from one heading to the next there is no chain."""
    text = "<h2>A</h2><p class='last'>One.</p><h2>B</h2><p class='first'>Two.</p><p>Three.</p>"
    bundle = sample("en")
    found = blocks(HtmlBundle(bundle.html.replace("</body>", f"{text}</body>"), bundle.metadata, bundle.assets))
    assert (found["last"].style["break_after"], found["first"].style["break_after"]) == ("auto", "avoid")


ORDER = """() => ["n", "s", "r"].map(id => {
  const range = document.createRange(); range.selectNodeContents(document.getElementById(id))
  return range.getBoundingClientRect().left
})"""


def test_a_note_behind_a_number_and_a_full_stop_is_no_decimal(tmp_path: Path) -> None:
    """``۰۰۳.`` with the note ``۲`` would be one number, set from left to right: the note before the end of its sentence."""
    text = '<p>و <span id="n">۰۰۳</span><i id="s">.</i><sup class="note-reference" id="r"><a href="#x">۲</a></sup></p>'
    bundle = sample("fa", folder="web")
    for name, asset in bundle.assets.items():
        (tmp_path / name).write_bytes(asset.data)
    (tmp_path / "page.html").write_text(bundle.html.replace("</body>", f"{text}</body>"), encoding="utf-8")
    with visiting(tmp_path / "page.html") as visit:
        number, stop, note = visit.page.evaluate(ORDER)
    assert number > stop > note
