"""Raw HTML that somebody left open, or that leads nowhere, does not break the pages around it."""

import re

import pytest

from dossier.edition.sanitize import sanitised


def clean(fragment: str) -> str:
    return sanitised(fragment, "part", frozenset({"img/known.png"}), lambda href: href, lambda src: None)


def test_an_open_element_of_a_line_does_not_swallow_blocks() -> None:
    for block in ("<ul><li>x</li></ul>", "<dl><dt>x</dt></dl>", "<hr>", "<pre>x</pre>", "<div><p>x</p></div>"):
        made = clean(f"<p>open <em>words</p>\n{block}\n<p>after</p>")
        assert "<em>words</em></p>" in made
        assert not re.search(r"<em>\s*<(?!/)", made), made


def test_an_image_that_leads_nowhere_is_gone() -> None:
    assert clean('<p>a <img src="http://example.org/x.png" alt="x"> b</p>') == "<p>a  b</p>"
    assert "known.png" in clean('<p><img src="img/known.png" alt="x"></p>')


def test_text_beside_elements_stays() -> None:
    assert clean("before <b>bold</b> &amp; after") == "before <b>bold</b> &amp; after"


def test_script_and_style_are_gone() -> None:
    inner = '<script>alert(1)</script><a href="javascript:x()">a</a><iframe src="x"></iframe>'
    assert clean(f'<div onclick="x()" style="color:red">{inner}</div>') == "<div><a>a</a></div>"


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("<li>x</li>", "<div>x</div>"),
        ("<ul>a <b>b</b> c<li>d</li>e</ul>", "<ul><li>a </li><li><b>b</b></li><li> c</li><li>d</li><li>e</li></ul>"),
        ("<ul><ul><li>x</ul></ul>", "<ul><li><ul><li>x</li></ul></li></ul>"),
        ("<dl><dd>a</dd><dt>b</dt></dl>", "<div><div>a</div><div>b</div></div>"),
        ("<dl>a</dl>", "<div>a</div>"),
        ("<dl><div><dt>a</dt><dd>b</dd></div></dl>", "<dl><div><dt>a</dt><dd>b</dd></div></dl>"),
        ("<dt>a</dt>", "<div>a</div>"),
        ("<figcaption>a</figcaption>", "<div>a</div>"),
        ("<figure>a<figcaption>b</figcaption>c</figure>", "<figure>a<div>b</div>c</figure>"),
        ("<details>a</details>", "<div>a</div>"),
        ("<details><summary>a</summary>b</details>", "<details><summary>a</summary>b</details>"),
        ("<summary>a</summary>", "<div>a</div>"),
        ("<h2> </h2>", "<div> </div>"),
        ("<rt>a</rt>", "<span>a</span>"),
        ("<h2>a<div><p>b</p></div></h2>", "<h2>ab</h2>"),
        (
            "<table><tfoot><tr><td>f</td></tr></tfoot><tbody><tr><td>b</td></tr></tbody></table>",
            "<table><tbody><tr><td>b</td></tr></tbody><tfoot><tr><td>f</td></tr></tfoot></table>",
        ),
        ('<p lang="no tag!" dir="up" role="nonsense" id="a b">x</p>', "<p>x</p>"),
        ('<p lang="fa" dir="rtl">x</p>', '<p lang="fa" dir="rtl">x</p>'),
        (
            '<table><tr><td colspan="0" rowspan="-1">x</td></tr></table>',
            "<table><tbody><tr><td>x</td></tr></tbody></table>",
        ),
        (
            '<time datetime="nonsense">x</time><time datetime="1988-07">y</time>',
            '<time>x</time><time datetime="1988-07">y</time>',
        ),
    ],
)
def test_what_stands_where_html_has_no_place_for_it_comes_into_a_right_form(written: str, made: str) -> None:
    """EPUBCheck refuses the first of each pair, or it is what must stay as it is."""
    assert clean(written) == made
