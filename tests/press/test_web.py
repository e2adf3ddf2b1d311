"""The self-contained web page."""

import base64
from pathlib import Path

import pytest
import tinyhtml5
from books import PNG, SVG, page
from hypothesis import given
from hypothesis import strategies as st
from processes import output_in_each_world

from browser import visiting
from dossier.model.bundle import Asset
from dossier.model.diagnostics import DossierError
from dossier.press.faces_css import face_assets
from dossier.press.toolchain import web_toolchain
from dossier.press.web import POLICY, self_contained

INLINE = f"data:image/png;base64,{base64.b64encode(PNG).decode()}"


def made(body: str, head: str = "", **assets: Asset) -> str:
    return self_contained(page(body, head=head, **assets)).decode()


def sheet(text: str) -> Asset:
    return Asset(text.encode(), "text/css")


def test_style_sheets_stand_inside():
    html = made("x", '<link rel="stylesheet" media="print" href="more.css">', **{"more.css": sheet("p > a { color: red }")})
    assert '<style media="print">p > a { color: red }</style>' in html
    assert "<link" not in html


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="images/dot.png" alt="d">',
        '<img src="./images/d%6ft.png" alt="d">',
        '<img srcset="images/dot.png 2x" alt="d">',
        '<svg><image href="images/dot.png"/></svg>',
        '<svg><image xlink:href="images/dot.png"/></svg>',
        '<p style="background: url(images/dot.png)">x</p>',
        "<style>p { background: url('images/dot.png') }</style>",
        "<style>@media screen { p { background: image-set(url(images/dot.png) 1x) } }</style>",
    ],
)
def test_images_become_data(markup: str):
    html = made(markup)
    assert html.count(INLINE) == 1
    assert "images/" not in html


def test_addresses_in_a_sheet_are_relative_to_the_sheet():
    head = '<link rel="stylesheet" href="deep/more.css">'
    html = made("x", head, **{"deep/more.css": sheet('p { background: url("../images/dot.png") } a { background: url(own.svg) }'),
                              "deep/own.svg": Asset(SVG, "image/svg+xml")})  # fmt: skip
    assert INLINE in html
    assert "data:image/svg+xml;base64," in html


def test_faces_stand_inside():
    css, fonts = face_assets("abc", italic=False)
    html = made("abc", '<link rel="stylesheet" href="fonts/faces.css">', **{"fonts/faces.css": sheet(css), **fonts})
    assert 'src: url("data:font/woff2;base64,' in html
    assert "literata.woff2" not in html


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="gone.png" alt="x">',
        '<img src="https://example.org/gone.png" alt="x">',
        '<img src="file:///gone" alt="x">',
        '<img src="../gone.png" alt="x">',
        '<p style="background: url(gone.png)">x</p>',
        '<script src="gone.js"></script>',
        '<iframe src="https://example.org/gone"></iframe>',
        '<link rel="stylesheet" href="gone.css">',
        '<style>@import "gone.css";</style>',
        "<style>@import url(gone.css);</style>",
    ],
)
def test_what_was_not_handed_over_is_p002(markup: str):
    with pytest.raises(DossierError) as caught:
        made(markup)
    (found,) = caught.value.diagnostics
    assert found.code.id == "P002"
    assert "gone" in found.message


def test_links_stay_as_they_are():
    html = made('<a href="#a">1</a><a href="https://example.org/?a=1&amp;b=2">2</a><a href="book.epub">3</a><use href="#x"/>')
    for address in ('"#a"', '"https://example.org/?a=1&amp;b=2"', '"book.epub"', '"#x"'):
        assert f"href={address}" in html


def test_policy_stands_before_everything_it_governs():
    html = made("x", "<style>p{}</style>")
    start = '<!DOCTYPE html>\n<html lang="en" dir="ltr"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"'
    assert html.startswith(start)
    assert POLICY in html
    assert html.index(POLICY) < html.index("<style")
    assert html.count("charset") == 1


def test_catalogue_metadata():
    html = made("x")
    assert '<meta name="generator" content="dossier ' in html
    assert '<meta name="author" content="Ada Example"><meta name="author" content="Ben Example">' in html
    assert '<meta name="dossier.review" content="draft">' in html
    for name, version in web_toolchain():
        assert f"{name} {version}" in html


def test_metadata_of_the_template_is_kept_and_not_doubled():
    html = made("x", '<meta name="description" content="theirs">')
    assert html.count('name="description"') == 1
    assert "theirs" in html


def test_a_sheet_cannot_leave_its_element():
    evil = sheet("p::before { content: '</style><script>' }")
    html = made("x", '<link rel="stylesheet" href="evil.css">', **{"evil.css": evil})
    tags = [element.tag for element in tinyhtml5.parse(html, namespace_html_elements=False).iter()]
    assert "script" not in tags
    assert tags.count("style") == 2


def test_svg_keeps_its_letters():
    html = made('<svg viewBox="0 0 1 1"><linearGradient id="g"/><path d="M0 0"/></svg>')
    assert 'viewBox="0 0 1 1"' in html
    assert "<linearGradient" in html
    assert "svg:" not in html


@pytest.mark.parametrize("text", ["one", "\none", "\n\none", "  a\n    b\n"])
def test_code_keeps_its_lines(text: str):
    once = tinyhtml5.parse(f"<pre>{text}</pre>", namespace_html_elements=False).find(".//pre").text
    again = tinyhtml5.parse(made(f"<pre>{text}</pre>"), namespace_html_elements=False).find(".//pre").text
    assert again == once


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="<&\ufffe\uffff"), max_size=40))
def test_words_are_kept(text: str):
    body = tinyhtml5.parse(made(f"<p>{text}</p>"), namespace_html_elements=False).find(".//p")
    assert (body.text or "") == text


def test_browser_is_content(tmp_path: Path):
    css, fonts = face_assets("abc متن")
    head = '<link rel="stylesheet" href="fonts/faces.css">'
    image = '<img src="images/dot.png" alt="d"><svg viewBox="0 0 1 1"></svg>'
    body = f'<h1>abc متن</h1><p style="background: url(images/dot.png)">{image}</p>'
    data = self_contained(page(body, "fa", head, **{"fonts/faces.css": sheet(css), **fonts}))
    (tmp_path / "page.html").write_bytes(data)
    with visiting(tmp_path / "page.html") as visit:
        assert (visit.console, visit.requests) == ([], [])
        assert visit.page.evaluate("document.fonts.check('16px Literata')")


def test_browser_is_awake(tmp_path: Path):
    html = made("x").replace("</body>", '<img src="gone.png" alt="x"></body>')
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    with visiting(tmp_path / "page.html") as visit:
        assert visit.console != []


def test_same_bytes_in_every_process(tmp_path: Path):
    code = (
        "import sys\nfrom books import page\nfrom dossier.press.web import self_contained\n"
        "sys.stdout.buffer.write(self_contained(page('<p class=a id=b>x<img src=images/dot.png alt=d>', 'fa')))"
    )
    first, second = output_in_each_world(code, tmp_path)
    assert first == second
