"""Which word is made from which, as far as attention tells."""

import pytest

from dossier.translation.engines.alignment import aligned, token_words


@pytest.mark.parametrize(
    ("tokens", "spaces", "words"),
    [
        (["▁the", "▁old", "est"], "▁", (0, 1, 1)),
        (["▁", "the", "▁", "old"], "▁", (0, 0, 1, 1)),
        (["▁foo_bar", "▁x"], "▁", (0, 1)),
        (["▁foo_bar", "▁x"], "▁_", (0, 2)),
        (["▁a", "▁"], "▁", (0, 0)),
        ([], "▁", ()),
    ],
)
def test_tokens_belong_to_words(tokens: list[str], spaces: str, words: tuple[int, ...]) -> None:
    assert token_words(tokens, spaces) == words


def test_all_tokens_of_a_word_are_counted_together() -> None:
    attention = [[0.4, 0.3, 0.3], [0.1, 0.8, 0.1], [0.9, 0.1, 0.0]]
    assert aligned("red house", ["▁red", "▁hou", "se"], "maison rouge", ["▁mai", "son", "▁rouge"], attention, str) == (1, 0)


def test_the_end_of_the_sentence_is_no_word_and_an_unknown_row_says_nothing() -> None:
    assert aligned("red house", ["▁red", "▁house"], "la maison", ["▁la", "▁maison"], [[], [0.1, 0.2, 0.7]], str) == (0, 1)


def test_a_word_that_is_cut_into_two_is_still_one() -> None:
    """A joiner between two parts of a Persian word becomes a space with SentencePiece's usual normaliser."""
    pieces, attention = ["▁می", "▁شود", "▁او"], [[0.1, 0.8, 0.1], [0.0, 0.1, 0.9]]
    normalize = str.maketrans({"\u200c": "▁"})
    found = aligned(
        "می\u200cشود او", pieces, "becomes he", ["▁becomes", "▁he"], attention, lambda word: word.translate(normalize)
    )
    assert found == (0, 1)


@pytest.mark.parametrize(
    ("sentence", "text"),
    [("", "la maison"), ("red house", ""), ("red big house", "la maison"), ("red house", "la grande maison")],
)
def test_what_does_not_go_together_has_no_alignment(sentence: str, text: str) -> None:
    tokens, translated = ["▁red", "▁house"], ["▁la", "▁maison"]
    assert aligned(sentence, tokens, text, translated, [[1.0, 0.0], [0.0, 1.0]], str) == ()
