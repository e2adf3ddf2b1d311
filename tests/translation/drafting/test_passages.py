"""Units as passages of plain words, cut into sentences, and written again."""

import pytest
from hostile import DOCUMENT

from dossier.content.markdown import parse_blocks, parse_inline
from dossier.translation.drafting.cutting import cut
from dossier.translation.drafting.passage import Passage, Words, masked, with_figures, without_opaques
from dossier.translation.drafting.reading import Surroundings, read_markdown, read_string
from dossier.translation.drafting.realigning import realigned
from dossier.translation.drafting.sentences import bounds
from dossier.translation.drafting.stand_ins import SHAPES, places, stand_ins
from dossier.translation.drafting.writing import Joined, Made, Manner, Piece, Style, untouched, written
from dossier.translation.folding import folded, outline
from specs import Example, examples

SPECIFICATIONS = [
    *examples("commonmark"),
    *(example for example in examples("gfm") if example.extension in ("table", "strikethrough")),
]
AROUND = Surroundings(DOCUMENT.environment)


def read(markdown: str) -> Passage:
    return read_markdown(markdown, AROUND)


def whole(passage: Passage) -> Joined:
    cuts = cut(passage, "en", bounds)
    return Joined(tuple(Piece(untouched(one.passage), one.before, one.opening, one.closing) for one in cuts))


def nested(passage: Passage) -> dict[Words, Made]:
    found: dict[Words, Made] = {}
    for anchor in passage.anchors:
        for part in anchor.parts:
            if isinstance(part, Words):
                found |= {part: whole(part.passage), **nested(part.passage)}
    return found


def same_but_spaces(markdown: str, around: Surroundings) -> list[tuple[object, ...]]:
    tokens = parse_inline(markdown, around.environment, raw_html=around.raw_html)
    return [(row[0], " ".join(str(row[1]).split())) if row[0] == "text" else row for row in outline(tokens)]


@pytest.mark.parametrize("example", SPECIFICATIONS, ids=str)
def test_what_is_read_and_not_translated_is_written_as_it_was(example: Example) -> None:
    """The law: taking markup out of words and putting it back changes nothing but white space."""
    for raw_html in (False, True):
        blocks, environment = parse_blocks(example.markdown, raw_html=raw_html)
        around = Surroundings(environment, raw_html)
        for block in blocks:
            if block.type == "inline" and block.content.strip():
                text = folded(block.content, environment, raw_html)
                passage = read_markdown(text, around)
                ways = [written(whole(passage), Manner(style, nested(passage))) for style in (Style.LIGHT, Style.ESCAPED)]
                assert any(same_but_spaces(way, around) == same_but_spaces(text, around) for way in ways), (text, ways)


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("The *secret* [report](http://e.org) of `make all`.", "The secret report of make all."),
        ("It was signed[^1] in 1988 [@amnesty, para. 3].", "It was signed in 1988."),
        ("A picture ![of *Iran*](map.png) here.", "A picture here."),
        ("See <https://example.org/a> there.", "See https://example.org/a there."),
        ("[@amnesty] says so.", " says so."),
        ("a &amp; b \\*c\\*", "a & b *c*"),
    ],
)
def test_engines_see_words_only(markdown: str, words: str) -> None:
    assert read(markdown).text == words


@pytest.mark.parametrize(
    ("markdown", "sentences"),
    [
        ("One is here. Two is there.", ["One is here.", "Two is there."]),
        ("**Bold. Text goes on.** Then more.", ["Bold.", "Text goes on.", "Then more."]),
        ("It is *so. Not* otherwise. Then more.", ["It is so. Not otherwise.", "Then more."]),
        ("**Label:** the words.", ["Label:", "the words."]),
        ("**Label**: the words.", ["Label:", "the words."]),
        ("See https://example.org/a.b. Then more.", ["See https://example.org/a.b.", "Then more."]),
        ("first line\\\nsecond line", ["first line", "second line"]),
    ],
)
def test_sentences_are_cut_after_the_markup_is_taken_out(markdown: str, sentences: list[str]) -> None:
    assert [one.passage.text for one in cut(read(markdown), "en", bounds)] == sentences


def test_a_note_behind_a_sentence_stays_with_it() -> None:
    first, second = cut(read("One is here.[^1] Two is there [@x]."), "en", bounds)
    assert [len(one.passage.anchors) for one in (first, second)] == [1, 1]
    assert first.passage.anchors[0].at == len(first.passage.text)


def test_other_words_stand_in_for_opaque_ones() -> None:
    passage = read("See `make all` and *`x` twice* `x`.")
    words = stand_ins(passage, SHAPES[1])
    assert words == ("70808", "70909", "70909")
    made = masked(passage, words)
    assert made.text == "See 70808 and 70909 twice 70909."
    assert [made.text[one.start : one.end] for one in made.spans] == ["70909 twice"]
    assert [made.text[one.start : one.end] for one in made.opaques] == ["70808", "70909", "70909"]
    assert without_opaques(passage).text == "See  and  twice ."


def test_a_stand_in_that_is_there_already_is_none() -> None:
    assert stand_ins(read("Run `make` to make it."), SHAPES[0]) is None
    assert stand_ins(read("Run `make` as Q1 says."), SHAPES[2]) == ("XZ1X",)


def test_figures_are_found_in_other_digits_and_not_in_longer_ones() -> None:
    assert places("در سال ۱۹۸۸ و 19880", "1988") == [(7, 11)]
    assert [one.words for one in with_figures(read("In 1988 some 33,700 of `12` were[^1].")).opaques] == ["1988", "33,700", "12"]


def test_a_plain_string_has_addresses_and_no_markup() -> None:
    passage = read_string("The *letter* at https://example.org/a_b and {name}")
    assert passage.spans == ()
    assert [one.words for one in passage.opaques] == ["https://example.org/a_b", "{name}"]


def test_a_sign_behind_the_markup_is_no_part_of_the_address_inside() -> None:
    passage = read("~~year https://example.org/x_y~~**; then")
    assert [(one.words, one.kind) for one in passage.opaques] == [("https://example.org/x_y", "address or identifier")]


def test_alignment_follows_words_that_are_joined() -> None:
    assert realigned("می شود نامه", (2, 2, 0), "می\u200cشود نامه") == (2, 0)
    assert realigned("a b", (0, 1), "a bc") == ()
    assert realigned("a b", (0,), "a b") == ()
