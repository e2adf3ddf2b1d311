"""Pseudo-languages: words changed, everything else as it was."""

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.language.dates import day_in_words
from dossier.language.numbers import format_number, format_percent
from dossier.language.pseudo import ACCENTED, PSEUDO, RIGHT_TO_LEFT, Pseudo, accented, in_arabic_letters, pseudo_text, traced
from dossier.language.registry import language, name_in, same_language
from dossier.press.faces import face_coverage, faces, missing_characters

PLACEHOLDERS = re.compile(r"%\(\w+\)s|\{\w*\}")
LONG = "A sentence of some length that says nothing at all, and says it slowly, so that there is something to measure. " * 4
BOTH = pytest.mark.parametrize("pseudo", PSEUDO.values(), ids=lambda pseudo: pseudo.language.tag)


def test_accents_can_be_read_and_ends_be_seen() -> None:
    assert pseudo_text("They said so", ACCENTED) == "[Ţĥéý šåîð šö one]"


def test_each_letter_has_one_arabic_letter_of_its_own() -> None:
    made = in_arabic_letters(string.ascii_lowercase)
    assert len(set(made)) == 26
    assert traced(made) == string.ascii_lowercase
    assert traced(in_arabic_letters("Déjà Vu, 1988")) == "deja vu, 1988"


@BOTH
def test_the_bundled_faces_have_every_letter_in_either_case(pseudo: Pseudo) -> None:
    made = pseudo_text(string.ascii_letters, pseudo)
    assert missing_characters(made + made.upper() + made.lower()) == ()


def test_both_latin_faces_have_every_accented_letter() -> None:
    for face in faces():
        if face.family in ("Literata", "Public Sans"):
            assert {ord(letter) for letter in accented(string.ascii_letters)} <= face_coverage(face), face.name


def test_a_text_grows_by_a_third() -> None:
    assert 1.3 <= len(pseudo_text(LONG, ACCENTED)) / len(LONG) <= 1.4
    assert len(pseudo_text("Yes", ACCENTED)) >= 1.3 * len("Yes")


@BOTH
@pytest.mark.parametrize("text", [", ", "", "1988", " – ", "{number}", "%(a)s: {b}"])
def test_what_has_no_words_stays(pseudo: Pseudo, text: str) -> None:
    assert pseudo_text(text, pseudo, PLACEHOLDERS) == text


@BOTH
@given(text=st.lists(st.sampled_from(["word ", "{number}", "%(name)s", "Été, ", "1988 ", "\n"])).map("".join))
def test_placeholders_stay_in_their_order(pseudo: Pseudo, text: str) -> None:
    assert PLACEHOLDERS.findall(pseudo_text(text, pseudo, PLACEHOLDERS)) == PLACEHOLDERS.findall(text)


@BOTH
def test_spaces_at_the_ends_stay_outside(pseudo: Pseudo) -> None:
    made = pseudo_text(" and ", pseudo)
    assert made == f" {made.strip()} "


def test_how_they_are_set() -> None:
    accents, right_to_left = language("en-XA"), language("ar-XB")
    assert (accents.direction, right_to_left.direction) == ("ltr", "rtl")
    assert name_in("en-XA", language("fr")) == "Pseudo (accents)"
    assert name_in("ar-XB", language("fr")) == "Pseudo (right to left)"
    assert name_in("fa", accents) == "Persian"
    assert day_in_words("2026-01-02", accents) == "2 January 2026"
    for tag in PSEUDO:
        assert "2026" in day_in_words("2026-01-02", language(tag))
        assert "12,345" in format_number(12345, language(tag))
        assert "40" in format_percent(0.4, language(tag))


def test_they_are_languages_of_their_own() -> None:
    assert not same_language("en-XA", "en")
    assert not same_language("ar", "ar-XB")
    assert same_language("ar-XB", RIGHT_TO_LEFT.language.tag)
