"""The parser is CommonMark 0.31.2 and GFM's tables and strikethrough, but for what ``content.markdown`` says it adds."""

import re

import pytest
from markdown_it import MarkdownIt

from dossier.content.markdown import finish, parse_blocks
from specs import Example, examples

_PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_LONE_IMAGE = re.compile(r"<p>(<img [^>]*/>)</p>")


def ours(markdown: str) -> str:
    """Our tokens through markdown-it's own renderer, without the ids that we give to headings."""
    blocks, environment = parse_blocks(markdown, raw_html=True)
    tokens, environment = finish(blocks, environment, raw_html=True)
    html = str(_PARSER.renderer.render(tokens, _PARSER.options, environment))
    return re.sub(r'<(h\d) id="[^"]*">', r"<\1>", html)


def spaced(html: str) -> str:
    """Without the line ends around tags, which carry nothing."""
    return re.sub(r">\n(?=<)", ">", html)


@pytest.mark.parametrize("example", examples("commonmark"), ids=str)
def test_commonmark(example: Example) -> None:
    made = ours(example.markdown)
    if _LONE_IMAGE.fullmatch(example.html.strip()):
        assert made.startswith("<figure><img ")
        assert made.endswith("</figure>\n")
    else:
        assert spaced(made) == spaced(example.html)


@pytest.mark.parametrize("example", [one for one in examples("gfm") if one.extension in ("table", "strikethrough")], ids=str)
def test_gfm(example: Example) -> None:
    expected = re.sub(r'align="(\w+)"', r'style="text-align:\1"', example.html).replace("del>", "s>")
    assert spaced(ours(example.markdown)) == spaced(expected)


def test_attributes_carry_no_script_style_or_address() -> None:
    assert finish(*parse_blocks("## Heading {.x #y onclick=a style=b}"))[0][0].attrs == {"class": "x", "id": "y"}
    made = ours("{.x onclick=a style=b}\nText [a](b){onmouseover=c target=d .e}\n")
    assert made == '<p class="x">Text <a href="b" class="e">a</a></p>\n'
