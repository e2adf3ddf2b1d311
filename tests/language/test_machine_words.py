"""Persian as a machine gives it: by hand-written cases, on what people wrote, and what holds of any text."""

import re
import time
import tomllib
from pathlib import Path
from unicodedata import decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws import hostile

from dossier.language.persian import PERSIAN
from dossier.language.persian.machine_words import normalised
from dossier.language.typography import typeset

CASES = [
    (case["before"], case.get("after", case["before"]))
    for case in tomllib.loads((Path(__file__).parent / "machine_words_cases.toml").read_text(encoding="utf-8"))["case"]
]
JOINER = "\N{ZERO WIDTH NON-JOINER}"
WORDS = (
    "می شود نمی توان کتاب ها های کار خانه ی شان ای رفته ام اند بزرگ تر ترین از ســلام هـ كتاب يكي ایران میدان و که "
    '، ؛ ؟ , ; ? . : ! « » " “ ” ( ) ... 1988 ۳۰ ٣ 5 km GNOME A/HRC/45/13 https://a.example/?b=1,2 &amp; XZ1X ‌ ‌‌ ـ - – / %'
).split(" ")
IN_ASCII = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "0123456789" * 2)
TEXTS = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(("", " ", "  ", JOINER, "\u00a0"))), max_size=14).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)


@pytest.mark.parametrize(("before", "after"), CASES)
def test_words_of_a_machine_become_words_of_the_orthography(before: str, after: str) -> None:
    assert normalised(before) == after


@pytest.mark.parametrize(("before", "after"), CASES)
def test_what_was_mended_stays(before: str, after: str) -> None:
    assert normalised(after) == after


@given(TEXTS)
def test_twice_is_once(text: str) -> None:
    once = normalised(text)
    assert normalised(once) == once


@given(TEXTS)
def test_latin_words_and_figures_stay(text: str) -> None:
    def latin(of: str) -> list[str]:
        return re.findall(r"[A-Za-z0-9]+", of.translate(IN_ASCII))

    assert latin(normalised(text)) == latin(text)


@given(TEXTS)
def test_the_press_sets_the_same_letters(text: str) -> None:
    """What is mended is no other text: letters and digits are those that the press would set."""

    def letters(of: str) -> str:
        kept = filter(str.isalnum, typeset(of, PERSIAN).replace("ـ", ""))
        return "".join(str(decimal(char, char)) for char in kept)

    assert letters(normalised(text)) == letters(text)


@pytest.mark.parametrize("index", range(len(hostile(10))))
def test_hostile_texts_take_linear_time(index: int) -> None:
    def once(text: str) -> float:
        before = time.process_time()
        normalised(text)
        return time.process_time() - before

    def seconds(length: int) -> float:
        return min(once(hostile(length)[index]) for _ in range(3))  # a collection of garbage may fall into one of them

    assert seconds(16_000) < 10 * seconds(4_000) + 0.3


@pytest.mark.parametrize(
    "piece", ["می ", "ها ", " ها", "ه ی ", "ـ", "اـ", JOINER, "ا" + JOINER, "« ", "ا ،", "a1.", "&a", '"ا" ', "ا ."]
)
def test_hostile_persian_takes_linear_time(piece: str) -> None:
    text = (piece * 50_000)[:50_000]
    before = time.process_time()
    normalised(text)
    assert time.process_time() - before < 5
