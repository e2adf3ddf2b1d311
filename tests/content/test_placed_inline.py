"""Inline tokens know where in the Markdown they come from."""

import pytest

from dossier.content.markdown import parse_blocks, parse_inline
from dossier.content.placed import Placed, placed_inline
from dossier.translation.folding import outline
from specs import Example, examples

SPECIFICATIONS = [
    *examples("commonmark"),
    *(example for example in examples("gfm") if example.extension in ("table", "strikethrough")),
]
AROUND = {
    "citations": True,
    "references": {"REF": {"href": "http://example.org/ref", "title": ""}},
    "footnotes": {"refs": {":1": -1}},
}


def parts(text: str) -> list[tuple[str, str]]:
    return [(one.token.type, text[one.start : one.end]) for one in placed_inline(text, AROUND)]


@pytest.mark.parametrize("example", SPECIFICATIONS, ids=str)
def test_the_tokens_are_those_of_the_parser_and_their_places_follow_one_another(example: Example) -> None:
    for raw_html in (False, True):
        blocks, environment = parse_blocks(example.markdown, raw_html=raw_html)
        for block in blocks:
            if block.type == "inline":
                placed = placed_inline(block.content, environment, raw_html=raw_html)
                plain = parse_inline(block.content, environment, raw_html=raw_html)
                assert outline([one.token for one in placed]) == [row for row in outline(plain) if row != ("text", "")]
                _judge(placed, len(block.content))


def _judge(placed: tuple[Placed, ...], length: int) -> None:
    for before, one in zip((None, *placed), (*placed, None), strict=True):
        start = one.start if one else length
        assert before is None or before.start <= before.end
        # In between stand only signs of emphasis that were taken up into their neighbour.
        assert before is None or before.token.markup == "autolink" or before.end <= start


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a `code`{.x} b", ("code_inline", "`code`{.x}")),
        ('a [link](http://e.org "t"){.b} c', ("link_close", '](http://e.org "t"){.b}')),
        ("a [link](http://e.org) c", ("link_open", "[")),
        ("[a][ref][b][ref]", ("link_close", "][ref]")),
        ("see [ref], or", ("link_close", "]")),
        ("words [w]{lang=fa}, x", ("span_close", "]{lang=fa}")),
        ("so[^1] it", ("footnote_ref", "[^1]")),
        ("so [@x, para. 3; see @y].", ("citation", "[@x, para. 3; see @y]")),
        ("![alt *x*](i.png){.c} y", ("image", "![alt *x*](i.png){.c}")),
        ("^[inline *note*] x", ("footnote_ref", "^[inline *note*]")),
        ("a &amp; b", ("text_special", "&amp;")),
        (r"a \* b", ("text_special", r"\*")),
    ],
)
def test_a_part_is_what_the_token_was_written_as(text: str, expected: tuple[str, str]) -> None:
    assert expected in parts(text)


def test_the_signs_of_one_run_are_told_apart() -> None:
    assert [(kind, words) for kind, words in parts("***a** b* c") if kind == "text"] == [
        ("text", "a"),
        ("text", " b"),
        ("text", " c"),
    ]
