"""Footnotes in odd places: each is found and told, or stands where a reader looks for it."""

from collections.abc import Sequence

import pytest
from markdown_it.token import Token

from dossier.content.markdown import finish, parse_blocks
from dossier.content.rules.citations import in_reading_order


def finished(text: str) -> list[Token]:
    return finish(*parse_blocks(text, with_citations=True))[0]


def words(tokens: Sequence[Token]) -> list[str]:
    return [token.content for token in tokens if token.type == "inline"]


def test_a_note_within_a_note_takes_no_words_from_it() -> None:
    assert words(finished("a[^a] [^b]\n\n[^a]: one\n\n    [^b]: two\n\n    three\n")) == ["a[^a] [^b]", "one", "three", "two"]


def test_what_only_a_lost_note_calls_is_lost_too() -> None:
    """It had a number, a place among the notes and a way back to nowhere; its citations had no number."""
    tokens = finished("a[^c]\n\n[^a]: lost [^b]\n\n[^b]: see [@x, p. 1]\n\n[^c]: found [@y]\n")
    assert words(tokens) == ["a[^c]", "found [@y]"]
    assert [token.meta["index"] for token in in_reading_order(tokens)] == [0]
    assert next(token.meta["id"] for token in tokens if token.type == "footnote_open") == 0


@pytest.mark.parametrize("text", ["a\n\n[^a]: see [^a]\n", "a\n\n[^a]: [^b]\n[^b]: [^a]\n", "![x[^a]](b.png)\n\n[^a]: b\n"])
def test_notes_that_call_themselves_alone_are_on_no_page(text: str) -> None:
    assert "footnote_open" not in {token.type for token in finished(text)}


def test_notes_that_call_each_other_are_read_where_they_are_first_called() -> None:
    tokens = finished("a[^a]\n\n[^a]: [@x] [^b]\n[^b]: [@y] [^a]\n")
    assert [token.meta["index"] for token in in_reading_order(tokens)] == [0, 1]
