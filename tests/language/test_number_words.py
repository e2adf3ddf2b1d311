"""Numbers in words, in English, French and Persian."""

import pytest

from dossier.language.number_words import worded_numbers


def values(text: str, tag: str) -> list[str]:
    return [one.value for one in worded_numbers(text, tag)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("seven experts", ["7"]),
        ("Twenty-five men and one hundred and twenty-three women", ["25", "123"]),
        ("two thousand five hundred", ["2500"]),
        ("two hundred thousand; a hundred; a million", ["200000", "100", "1000000"]),
        ("five and six, three or four", ["5", "6", "3", "4"]),
        ("the first, the eighteenth, the twentieth, the thirty-first", ["1", "18", "20", "31"]),
        ("30 thousand and 2 million", []),
        ("thousands of them, someone, often", []),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert values(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sept experts", ["7"]),
        ("vingt et un, soixante et onze, trente-et-unième", ["21", "71", "31"]),
        ("quatre-vingts, quatre-vingt-huit, quatre-vingt-dix-neuf", ["80", "88", "99"]),
        ("soixante-dix-huit, dix-sept, cent vingt-trois mille", ["78", "17", "123000"]),
        ("mil neuf cent quatre-vingt-huit", ["1988"]),
        ("deux et trois, deux cents", ["2", "3", "200"]),
        ("le premier, la dix-huitième, le cinquième", ["1", "18", "5"]),
        ("30 mille", []),
    ],
)
def test_french(text: str, expected: list[str]) -> None:
    assert values(text, "fr") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("هفت کارشناس", ["7"]),
        ("بیست و پنج نفر", ["25"]),
        ("صد و بیست و سه", ["123"]),
        ("هزار و نهصد و هشتاد و هشت", ["1988"]),
        ("سی هزار", ["30000"]),
        ("دو ميليون و پانصد هزار", ["2500000"]),
        ("دو و سه", ["2", "3"]),
        ("هجدهم، سی‌ام، بیست و هشتم، هفدهمین، اولین", ["18", "30", "28", "17", "1"]),
        ("۳۰ هزار نفر", []),
    ],
)
def test_persian(text: str, expected: list[str]) -> None:
    assert values(text, "fa") == expected


def test_a_word_that_may_mean_something_else_is_marked() -> None:
    french = worded_numbers("un livre neuf, sept pages, vingt-neuf lignes", "fr")
    assert [one.doubtful for one in french] == [False, True, False, False]
    assert [one.doubtful for one in worded_numbers("نه، هفت", "fa")] == [True, False]


def test_places_are_told() -> None:
    text = "some twenty-five men"
    (found,) = worded_numbers(text, "en-GB")
    assert text[found.start : found.end] == "twenty-five"


def test_another_language_has_none() -> None:
    assert values("sieben", "de") == []
