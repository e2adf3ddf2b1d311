"""The order of an index, judged by ICU in Chromium."""

import random
from pathlib import Path

import pytest

from browser import visiting
from dossier.language.collation import sort_key
from dossier.language.registry import language

LETTERS = {
    "fa": "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئؤأء\u200c",
    "fr": "aàâæbcçdeéèêëfghiîïjklmnoôœpqrstuùûüvwxyzAÉÇ",
    "en": "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
}


def ordered(words: list[str], tag: str) -> list[str]:
    return sorted(words, key=lambda word: sort_key(word, language(tag)))


def test_persian_letters_stand_in_the_order_of_the_persian_alphabet() -> None:
    alphabet = [*"آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"]
    assert ordered(alphabet[::-1], "fa") == alphabet


def test_french_accents_decide_only_where_letters_are_the_same() -> None:
    assert ordered(["étude", "zone", "eau", "cote", "côté", "coté", "côte"], "fr") == [
        "cote", "coté", "côte", "côté", "eau", "étude", "zone",
    ]  # fmt: skip


def test_a_short_name_stands_before_the_longer_that_begins_with_it() -> None:
    assert ordered(["Iranian", "Iran Tribunal", "Iran"], "en") == ["Iran", "Iran Tribunal", "Iranian"]


@pytest.mark.parametrize("tag", LETTERS)
def test_the_order_is_icus(tag: str, tmp_path: Path) -> None:
    source = random.Random(1988)
    words = sorted({"".join(source.choices(LETTERS[tag] + " ", k=source.randint(1, 6))).strip() for _ in range(400)} - {""})
    page = tmp_path / "page.html"
    page.write_text("<!DOCTYPE html><title>x</title>", encoding="utf-8")
    with visiting(page) as visit:
        judged = visit.page.evaluate("([words, tag]) => words.sort(new Intl.Collator(tag).compare)", [words, tag])
    assert ordered(words, tag) == judged
