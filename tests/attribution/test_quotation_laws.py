"""Laws of folding and matching, on generated text."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.attribution.quotations.folding import fold
from dossier.attribution.quotations.matching import MatchKind, compare

ODD = (
    "ab fi ﬁﬀﷲ ﻻéе́e\u0301 ‘’“”«»'\"-–—‐"
    "\u00ad\u200c\u200d\u200f\ufeff\u2029\n\r\t\u00a0كيىکیهةۀ۱٢3 .,…[]()ـ٫مَ한\u1112\u1161\u11abΩÅẛ\u0323\x02"
)
TEXTS = st.text(st.sampled_from(ODD) | st.characters(codec="utf-8"), max_size=120)
LETTERS = st.text(st.sampled_from("abcdeéßœκяكيکیه"), min_size=1, max_size=6)
GAPS = st.sampled_from([" ", " ", " ", "\n", "\u00a0", " – ", "—", ", ", ". ", " « ", " » ", "… ", ": ", "\n\n"])
WORDS = st.lists(st.tuples(LETTERS, GAPS), min_size=3, max_size=40)


@given(TEXTS)
@settings(max_examples=500)
def test_folding_is_idempotent(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(WORDS, st.data())
def test_words_of_a_text_are_found_in_it(words: list[tuple[str, str]], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    text = "".join(word + gap for word, gap in words)
    quoted = "".join(word + gap for word, gap in words[first:last]) + words[last][0]
    match = compare(quoted, fold(text))
    assert match.kind is MatchKind.FOUND
    assert fold(text[match.offset :]).text.startswith(fold(words[first][0]).text)


@given(WORDS, st.data())
def test_the_offset_is_that_of_the_words(words: list[tuple[str, str]], data: st.DataObject) -> None:
    numbered = [f"{word}{number}x" for number, (word, _) in enumerate(words)]
    text = "".join(word + gap for word, (_, gap) in zip(numbered, words, strict=True))
    wanted = data.draw(st.sampled_from(numbered))
    (place,) = [found.start() for found in re.finditer(rf"(?<!\w){wanted}(?!\w)", text)]
    match = compare(wanted, fold(text))
    assert (match.kind, match.offset) == (MatchKind.FOUND, place)


@given(TEXTS, TEXTS)
def test_any_text_can_be_compared(quoted: str, text: str) -> None:
    match = compare(quoted, fold(text))
    assert (match.offset >= 0) == (match.kind is not MatchKind.MISSING)
    assert bool(match.changes) == (match.kind is MatchKind.CHANGED)
    assert match.offset <= len(text)
