"""Words found in one spelling, and where they stand as they are written."""

import re
from time import process_time
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.language.name_places import placed
from dossier.language.name_search import as_written, is_same, spelt

NAMES = st.sampled_from(["Conseil de sécurité", "l’homme", "بین‌الملل", "ایران", "UN", "ۀ"])
PARTS = (
    NAMES
    | st.sampled_from([" ", "\u00a0\n", "\u200c", "\u200e", "ك", "ِ", "'", "https://x.y", "a@b.c", "e\u0301"])
    | st.characters(codec="utf-8")
)


@pytest.mark.parametrize(
    ("text", "wording", "expected"),
    [
        ("le  Conseil\u00a0de\nsécurité,", "conseil de sécurité", ["Conseil\u00a0de\nsécurité"]),
        (normalize("NFD", "le Conseil de sécurité"), "Conseil de sécurité", [normalize("NFD", "Conseil de sécurité")]),
        ("les droits de l'homme", "droits de l’homme", ["droits de l'homme"]),
        ("عفو بين الملل", "بین‌الملل", ["بين الملل"]),
        ("سازمان مللِ متحد", "ملل متحد", ["مللِ متحد"]),
        ("un UN, une ONU", "UN", ["UN"]),
        ("https://UN/ UN@UN.UN", "UN", []),
        ("le\u200e\u200e UN\u200e", "UN", ["UN"]),
    ],
)
def test_words_stand_where_they_are_written(text: str, wording: str, expected: list[str]) -> None:
    assert [text[begin:end] for begin, end in placed(text).found(as_written(wording))] == expected


@given(text=st.lists(PARTS, max_size=12).map("".join), wording=NAMES)
def test_what_is_found_is_the_wording(text: str, wording: str) -> None:
    last = 0
    for begin, end in placed(text).found(as_written(wording)):
        assert last <= begin < end <= len(text)
        assert is_same(text[begin:end].casefold(), wording.casefold())
        last = end


@given(text=st.lists(PARTS, max_size=12).map("".join))
def test_the_spelling_is_that_of_the_search(text: str) -> None:
    assert re.sub(" +", " ", placed(text).text).strip() == re.sub(" +", " ", spelt(text)).strip()


@pytest.mark.parametrize("unit", ["a", "@", "a@", ".", "@.", "\u0301", "https://", " @"])
def test_a_long_word_takes_no_longer_than_its_length(unit: str) -> None:
    before = process_time()
    placed((unit * 40_000)[:40_000])
    assert process_time() - before < 5
