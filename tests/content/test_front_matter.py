from functools import partial

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from memory_files import refusals

from dossier.content.front_matter import split_front_matter
from dossier.model.diagnostics import DossierError


def first_line(text: str) -> str:
    with pytest.raises(DossierError) as caught:
        split_front_matter(text, "a.md")
    return str(caught.value).split("\n")[0]


def test_scalars_stay_the_text_that_was_written() -> None:
    matter = split_front_matter("---\na: no\nb: 1988-07\nc: ~\nd: [1, yes]\ne: {f: 0x10}\n---\nbody\n---\n", "a.md")
    assert matter.values == {"a": "no", "b": "1988-07", "c": "~", "d": ["1", "yes"], "e": {"f": "0x10"}}
    assert (matter.body, matter.body_line) == ("body\n---\n", 7)


def test_places_are_those_of_the_file() -> None:
    places = split_front_matter("---\ntitle: «ن»\n\u2028list:\n  - a\n  - b: {c: d}\n---\n".replace("\u2028", ""), "a.md").places
    assert str(places.key(("title",))) == "a.md:2:1"
    assert str(places.value(("title",))) == "a.md:2:8"
    assert str(places.value(("list", 0))) == "a.md:4:5"
    assert str(places.value(("list", 1, "b", "c"))) == "a.md:5:12"


def test_line_separators_of_unicode_do_not_shift_lines() -> None:
    places = split_front_matter('---\na: "x\u2028y"\nb: z\n---\n', "a.md").places
    assert str(places.key(("b",))) == "a.md:3:1"


@pytest.mark.parametrize("text", ["# Heading\n", "", "\n---\na: b\n---\n", "----\na: b\n----\n"])
def test_missing_front_matter_is_told(text: str) -> None:
    assert first_line(text) == "a.md:1:1: error C018: the first line is not ---"


@pytest.mark.parametrize(
    ("yaml", "message"),
    [
        ("a: 'x\nb: c", "2:4: error C006: the quotation mark is never closed"),
        ("a: b: c", "2:5: error C006: a second colon stands in the line"),
        ("a: [1", "2:4: error C006: the list is not closed"),
        ("a: b\n\tc: d", "3:1: error C006: while scanning a plain scalar: found a tab character that violates indentation"),
        ("a: &x b\nc: *x", "2:4: error C006: anchors (&) and aliases (*) are not read"),
        ("c: *x", "2:4: error C006: anchors (&) and aliases (*) are not read"),
        ("a: !!python/object:os.system x", "2:4: error C006: tags (!) are not read"),
        ("a: !!str x", "2:4: error C006: tags (!) are not read"),
        ("a: b\nc: d\na: e", "4:1: error C006: the key “a” stands here a second time"),
        ("a: {b: 1, b: 2}", "2:11: error C006: the key “b” stands here a second time"),
        ("- a\n- b", "2:1: error C006: the front matter is no list of “key: value” lines"),
        ("? [a]\n: b", "2:3: error C006: a key is a word, not a list or a table"),
        ("a: " + "[" * 100_000, "2:19: error C006: lists or tables are nested too deeply"),
        ("a: b\nc: \x07", "3:4: error C006: the control character U+0007 stands in the front matter"),
    ],
)
def test_broken_or_clever_yaml_is_refused_at_line_and_column(yaml: str, message: str) -> None:
    assert first_line(f"---\n{yaml}\n---\ntext\n") == f"a.md:{message}"


def test_open_front_matter_is_told() -> None:
    assert first_line("---\na: b\n") == "a.md:1:1: error C006: the front matter has no closing line of ---"


def test_empty_front_matter_has_no_values() -> None:
    assert split_front_matter("---\n---\nx", "a.md").values == {}


@given(st.text())
@example("---\n? \n---\n")
@example("---\n...\n--- a\n---\n")
@example("---\n%YAML 9.9\n---\n")
@example("---\n\ufeffa: b\n---\n")
@example("---\n# only a comment\n---\n")
@example("---\n---")
def test_any_text_is_split_or_refused(text: str) -> None:
    for whole in (text, f"---\n{text}\n---\n"):
        found = refusals(partial(split_front_matter, whole, "a.md"))
        assert all(item.place and item.place.line >= 1 and item.place.column >= 1 for item in found)


PIECES = ["a: b\n", "- ", "? ", ": ", "[", "}", "{", "&x ", "*x", "!t ", "|\n", "'", '"', "\n", "  ", "---\n", "...\n"]


@given(st.lists(st.sampled_from(PIECES)))
def test_any_pieces_of_yaml_are_split_or_refused(pieces: list[str]) -> None:
    text = "---\n" + "".join(pieces) + "\n---\nbody"
    assert {found.code.id for found in refusals(lambda: split_front_matter(text, "a.md"))} <= {"C006"}


@given(st.text(alphabet=st.characters(exclude_characters="\r")))
def test_front_matter_lines_and_body_make_the_file(body: str) -> None:
    text = f"---\na: b\n---\n{body}"
    matter = split_front_matter(text, "a.md")
    assert "\n".join(text.split("\n")[matter.body_line :]) == matter.body
