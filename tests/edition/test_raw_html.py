"""Raw HTML that somebody left open, or that leads nowhere, does not break the pages around it."""

import re

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
