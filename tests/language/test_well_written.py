"""What the languages are written with: scripts, letters that look alike, words that are said twice."""

import re

import pytest

from dossier.language.lookalikes import LATIN_FOR, PERSIAN_FOR, called
from dossier.language.persian import PERSIAN_DIGITS
from dossier.language.persian.forms import NO_VERB, PAST_STEMS, PRESENT_STEMS
from dossier.language.repeating import may_be_repeated, repeats_freely
from dossier.language.script import foreign_letters, letters, script_of


@pytest.mark.parametrize(
    ("tag", "script"),
    [
        ("fr", "Latn"),
        ("fa", "Arab"),
        ("fa-AF", "Arab"),
        ("ru", "Cyrl"),
        ("sr-Latn", "Latn"),
        ("zh-Hans", "Hans"),
        ("el", "Grek"),
        ("xx", ""),
    ],
)
def test_a_language_has_the_script_that_cldr_says(tag: str, script: str) -> None:
    assert script_of(tag) == script


@pytest.mark.parametrize(
    ("tag", "own", "foreign"), [("fr", "éœÿ", "нظ字"), ("fa", "کیژ", "нא字"), ("ja", "かナ字", "нظ"), ("ru", "ж", "ظα")]
)
def test_letters_of_other_scripts_are_foreign_but_latin_ones(tag: str, own: str, foreign: str) -> None:
    pattern = foreign_letters(tag)
    assert pattern is not None
    assert not pattern.search(f"{own} Latin 123 « ¡ »")
    assert all(map(pattern.search, foreign))


def test_of_a_script_without_a_table_nothing_is_foreign() -> None:
    assert foreign_letters("am") is None


def test_latin_lookalikes_are_letters_of_two_scripts() -> None:
    greek_or_cyrillic, latin = re.compile(f"[{letters('Grek', 'Cyrl')}]"), re.compile(f"[{letters('Latn')}]")
    assert all(greek_or_cyrillic.fullmatch(one) and latin.fullmatch(other) for one, other in LATIN_FOR.items())


def test_persian_has_a_letter_for_each_arabic_one() -> None:
    assert {PERSIAN_FOR[chr(0x660 + digit)] for digit in range(10)} == set(PERSIAN_DIGITS)
    assert not set(PERSIAN_FOR) & set("".join(PERSIAN_FOR.values()))
    assert called("ك") == "ك (U+0643, arabic letter kaf)"


def test_stems_of_verbs_have_no_arabic_letters_and_no_joiner() -> None:
    assert not set("".join([*PRESENT_STEMS, *PAST_STEMS, *NO_VERB])) & {*PERSIAN_FOR, "\u200c"}


def test_some_words_are_said_twice() -> None:
    assert may_be_repeated("nous", "fr")
    assert may_be_repeated("کم", "fa")
    assert not may_be_repeated("nous", "fa")
    assert repeats_freely("tr")
    assert not repeats_freely("fr")
