"""Which words are quotations, and which sources must have them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.attribution.quotations.finding import find_quotations, sources_of
from dossier.content.parsed import ParsedDocument
from dossier.content.part import read_part
from dossier.content.rules.citations import parsed as citation_of
from dossier.model.document import Document
from dossier.model.quotation import Quotation

HEAD = "---\ntitle: T\n---\n"


def document(text: str) -> Document:
    return read_part((HEAD + text).encode(), "content/demo/part.md", id="part", language="en", raw_html=False)[0]


def found(text: str) -> tuple[Quotation, ...]:
    read = document(text)
    return find_quotations(read, ParsedDocument.of(read).tokens)


def words(text: str) -> list[str]:
    return [quotation.text for quotation in found(text)]


def places(text: str) -> list[str]:
    """Lines and columns, lines counted in ``text``."""
    return [f"{quotation.place.line - 3}:{quotation.place.column}" for quotation in found(text)]


# Marks.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“may amount” [@a]", ["may amount"]),
        ("« peut constituer » [@a]", ["peut constituer"]),
        ("«\xa0peut constituer\u202f» [@a]", ["peut constituer"]),
        ("«جنایت علیه بشریت» [@a]", ["جنایت علیه بشریت"]),
        ('"may amount" [@a]', ["may amount"]),
        ("„kann sein“ [@a]", ["kann sein"]),
        ("„może być” [@a]", ["może być"]),
        ("‘may amount’ [@a]", ["may amount"]),
        ("“One” and “two” [@a].", ["One", "two"]),
    ],
)
def test_words_between_marks(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“he said ‘no’ twice” [@a]", ["he said ‘no’ twice"]),
        ("“he said “no” twice” [@a]", ["he said “no” twice"]),
        ("«او گفت «نه» دوباره» [@a]", ["او گفت «نه» دوباره"]),
        ('"he said ‘no’ twice" [@a]', ["he said ‘no’ twice"]),
        ("‘he said “no” twice’ [@a]", ["he said “no” twice"]),
        ("« il dit “non” » [@a]", ["il dit “non”"]),
    ],
)
def test_marks_inside_marks_belong_to_the_outer_quotation(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The prisoners’ families’ letters aren’t there [@a]",
        "It’s the ’80s [@a]",
        'a man of 5\'6" and a wall of 12" [@a]',
        "“never closed [@a]",
        "never opened” [@a]",
        "«never closed [@a]",
        "‘never closed [@a]",
        '"never closed [@a]',
        "“” and “ — ” [@a]",
        "`“code”` [@a]",
        "`“`code`”` [@a]",
        "[“The Title”]{.no-quotation} [@a]",
        "![“picture”](x.png) [@a]",
        "no marks at all [@a]",
    ],
)
def test_what_is_no_quotation(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘the prisoners’ families’ [@a]", "the prisoners’ families"),
        ("‘his words’ and the families’ grief [@a]", "his words"),
        ("‘it isn’t so’ [@a]", "it isn’t so"),
        ("“the prisoners’ families” [@a]", "the prisoners’ families"),
        ('"a wall of 5\'6" in height" [@a]', "a wall of 5'6\" in height"),
        ("“may `amount`” [@a]", "may amount"),
        ("“may *amount*” [@a]", "may amount"),
        ("*“may* **amount”** [@a]", "may amount"),
        ("“[may](https://x.org) amount” [@a]", "may amount"),
        ("“may\namount” [@a]", "may amount"),
        ("“may  \namount” [@a]", "may\namount"),
        ("“may amount[^1]” [@a]\n\n[^1]: Note.", "may amount"),
        ("“read [“The Title”]{.no-quotation} aloud” [@a]", "read “The Title” aloud"),
        ("“unclosed “may amount” [@a]", "may amount"),
        ("“may amount [@a]”", "may amount"),
        ("“may amount to […] crimes” [@a]", "may amount to […] crimes"),
    ],
)
def test_the_words_of_a_quotation(text: str, expected: str) -> None:
    assert words(text) == [expected]


# Attachment.


def test_a_quotation_belongs_to_the_first_citation_behind_it() -> None:
    quotations = found("Says [@x]: “one” and “two” [@a], but “three” [@b; @c]. “Four” is nobody's.")
    assert [(one.text, one.sources, one.citation) for one in quotations] == [
        ("one", ("a",), 1),
        ("two", ("a",), 1),
        ("three", ("b", "c"), 2),
    ]


@pytest.mark.parametrize(
    "text",
    ["“One”\n\n[@a]", "- “One”\n- two [@a]", "| “One” | two [@a] |\n|---|---|\n| x | y |", "“One” ends here. # [@]"],
)
def test_a_citation_in_another_block_is_none_of_its(text: str) -> None:
    assert words(text) == []


def test_every_kind_of_block_has_quotations() -> None:
    text = "# “h” [@a]\n\n- “i” [@a]\n\n| “c” [@a] |\n|---|\n| “d” [@a] |\n\nTerm “t” [@a]\n\n: Definition “e” [@a]\n"
    assert words(text) == ["h", "i", "c", "d", "t", "e"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[@a]", ("a",)),
        ("[@a, p. 3; @b]", ("a", "b")),
        ("[-@a; @a, p. 3]", ("a",)),
        ("[see @a; @b]", ("b",)),
        ("[see @a]", ()),
        ("[@letter, as quoted in @report, p. 3]", ("report",)),
        ("[@letter, as quoted in @report; @b]", ("report", "b")),
        ("[see @letter, as quoted in @report; @b]", ("b",)),
        ("[@letter, as quoted in @report, as quoted in @paper]", ("paper",)),
    ],
)
def test_the_sources_that_must_have_the_words(written: str, expected: tuple[str, ...]) -> None:
    citation = citation_of(written)
    assert citation is not None
    assert sources_of(citation) == expected


def test_words_that_only_a_see_belongs_to_are_not_checked() -> None:
    assert words("“One” [see @a]") == []


# Block quotations.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> Words. [@a]", "Words."),
        ("> Words.\n>\n> More.\n>\n> — Author, [@a]", "Words.\n\nMore."),
        ("> Words.\n>\n> -- Author [@a]", "Words."),
        ("> Words.\n>\n> – Author, “Title” [@a]", "Words."),
        ("> Words.\n>\n> [@a; @b]", "Words."),
        ("> Words.\n>\n> ([@a]).", "Words."),
        ("> Words.  \n> — Author [@a]", "Words."),
        ("> Words\n> go on.\n\nSo [@a].", "Words go on."),
        ("> “Words.” [@a]", "Words."),
        ("> “One” and “two” [@a]", "“One” and “two”"),
        ("> Words “with marks” inside. [@a]", "Words “with marks” inside."),
        ("> – One says.\n\nSo [@a].", "– One says."),
        ("> Words.\n>\n> > Inner.\n>\n> Last. [@a]", "Words.\n\nInner.\n\nLast."),
        ("> - one\n> - two [@a]", "one\n\ntwo"),
        ("> Words.\n>\n>     code\n>\n> More. [@a]", "Words.\n\nMore."),
        ("- item\n\n  > Words. [@a]", "Words."),
        ("{.pull}\n> Words.\n>\n> The author, 1988 [@a]", "Words."),
    ],
)
def test_the_words_of_a_block_quotation(text: str, expected: str) -> None:
    (quotation,) = found(text)
    assert (quotation.text, quotation.is_block) == (expected, True)


def test_a_block_quotation_belongs_to_the_citations_inside_else_behind() -> None:
    assert [(one.sources, one.citation) for one in found("> Words [@a].\n>\n> More [@b].\n\nThen [@c].")] == [(("a", "b"), 0)]
    assert [(one.sources, one.citation) for one in found("> Words.\n\nThen [@c] and [@d].")] == [(("c",), 0)]


@pytest.mark.parametrize(
    "text",
    [
        "> Words.",
        "> Words.\n\nNothing.\n\nLater [@a].",
        "[@a] says:\n\n> Words.",
        "> Words[^1].\n\n[^1]: Note [@a].",
        "> [@a]",
        "> — [@a]",
        "{.no-quotation}\n> Words.\n\nSo [@a].",
    ],
)
def test_a_block_quotation_without_citation_is_not_checked(text: str) -> None:
    assert words(text) == []


def test_of_two_block_quotations_each_has_its_own_citation() -> None:
    assert [(one.text, one.sources) for one in found("> One.\n\n> Two. [@b]")] == [("Two.", ("b",))]


# What else is known.


def test_places_are_those_of_the_marks() -> None:
    lines = ("Ab “one” [@a] “one” [@a]", "“two *x*” [@a] “*three*” [@a] and", "«چهار» [@a]", "", "> Five [@a]", "")
    text = "\n".join([*lines, "| a | “six” [@a] |", "|---|---|", ""])
    assert places(text) == ["1:4", "1:15", "2:1", "2:16", "3:1", "5:3", "7:7"]


def test_the_place_of_a_quotation_in_a_note() -> None:
    text = "Text[^1] “one” [@b].\n\n[^1]: Note “one” [@a].\n"
    assert [(one.sources, one.place.line - 3, one.place.column) for one in found(text)] == [(("b",), 1, 10), (("a",), 3, 12)]


def test_the_place_of_a_quotation_in_a_note_in_the_middle_of_a_block() -> None:
    assert places("First.\n\nText^[A note “one” [@a].] goes on.\n") == ["3:14"]


def test_numbers_of_blocks_and_citations_are_those_of_the_document() -> None:
    text = "First[^1] [@x].\n\n[^1]: Note “one” [@a].\n\nLast “two” [@b]. Inline^[A note “three” [@c].]\n"
    read = document(text)
    quotations = find_quotations(read, ParsedDocument.of(read).tokens)
    known = {one.text: (read.blocks[one.block].content.split()[0], one.citation, one.sources) for one in quotations}
    # Citations are numbered as they are met: that of a note where the note is called.
    assert known == {"one": ("Note", 0, ("a",)), "two": ("Last", 2, ("b",)), "three": ("Last", 3, ("c",))}


def test_the_language_of_a_quotation_is_that_of_the_nearest_who_says() -> None:
    quotations = found("“one” [@a]\n\n[“deux”]{lang=fr} [@a]\n\n{lang=fa}\n> سه [@a]\n\n“four” [@a]")
    assert [one.language for one in quotations] == ["en", "fr", "fa", "en"]


SIGNS = ["“", "”", "«", "»", '"', "‘", "’", "„", "a", "s ", " ", "5", "*", "`", "]"]
STRUCTURES = ["[@a]", "[@b; see @c]", "\n", "\n\n", "> ", "- ", "[^1]", "^[n ", "| ", "---"]


@given(st.lists(st.sampled_from([*SIGNS, *STRUCTURES]), max_size=40).map("".join))
def test_whatever_is_written_quotations_have_words_sources_and_a_place(text: str) -> None:
    read = document(f"x{text}\n\n[^1]: “Note” [@d]\n")
    for quotation in find_quotations(read, ParsedDocument.of(read).tokens):
        assert quotation.text == quotation.text.strip() != ""
        assert quotation.sources
        assert read.blocks[quotation.block].type == "inline"
        assert quotation.place.line > 3


def test_words_in_translation_are_checked_by_the_original_behind_the_citation() -> None:
    (one,) = found("It says “crimes against humanity”.[@paper, para. 3: «جنایت علیه بشریت»]")
    assert (one.text, one.sources, one.is_original) == ("جنایت علیه بشریت", ("paper",), True)


def test_other_sources_of_the_same_citation_must_have_the_words_themselves() -> None:
    first, second = found("It says “crimes”.[@report, p. 1; @paper, para. 3: «جنایت»]")
    assert (first.text, first.sources, first.is_original) == ("crimes", ("report",), False)
    assert (second.text, second.sources, second.is_original) == ("جنایت", ("paper",), True)
