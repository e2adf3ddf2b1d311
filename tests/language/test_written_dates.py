"""Dates of running text, in words and in figures, of the Gregorian and of the Iranian calendar."""

from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from dossier.language.registry import language
from dossier.language.written_dates import PartialDate, reckoned

ONE = PartialDate(2020, 9, 3)


def readings(text: str, tag: str) -> list[PartialDate]:
    return [reading for one in reckoned(text, tag).dates for reading in one.readings]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("on 3 September 2020", "en"),
        ("on September 3rd, 2020", "en"),
        ("on the 3rd of September 2020", "en"),
        ("on the third of September, 2020", "en"),
        ("3-Sep-2020", "en"),
        ("SEPTEMBER 3, 2020", "en"),
        ("2020-09-03", "en"),
        ("2020/9/3", "fa"),
        ("le 3 septembre 2020", "fr"),
        ("le trois sept. 2020", "fr"),
        ("۳ سپتامبر ۲۰۲۰", "fa"),
        ("سوم سپتامبر سال ۲۰۲۰", "fa"),
        ("۱۳ شهریور ۱۳۹۹", "fa"),
        ("سیزدهم شهریورماه ۱۳۹۹".replace("شهریورماه", "شهریور ماه"), "fa"),
        ("۱۳۹۹/۰۶/۱۳", "fa"),
        ("13 Shahrivar 1399", "en"),
        ("13 chahrivar 1399", "fr"),
        ("am 3. September 2020", "de"),
    ],
)
def test_one_day(text: str, tag: str) -> None:
    assert readings(text, tag) == [ONE]
    assert reckoned(text, tag).figures == ()


@pytest.mark.parametrize(
    ("text", "tag", "expected"),
    [
        ("July 1988", "en", [(1988, 7, None)]),
        ("between July and September 1988", "en", [(None, 7, None), (1988, 9, None)]),
        ("from July 28 until August 14", "en", [(None, 7, 28), (None, 8, 14)]),
        ("3–5 September 2020", "en", [(2020, 9, 3), (2020, 9, 5)]),
        ("September 3 and 5, 2020", "en", [(2020, 9, 3), (2020, 9, 5)]),
        ("du 3 au 5 septembre 2020", "fr", [(2020, 9, 3), (2020, 9, 5)]),
        ("۲۸ تا ۳۰ ژوئیهٔ ۱۹۸۸", "fa", [(1988, 7, 28), (1988, 7, 30)]),
        ("you may march on, 5 may go", "en", []),
        ("۵ می‌شود", "fa", []),
        ("31 February 2020", "en", []),
        ("It rang twice. January was cold, on page 3. March came.", "en", [(None, 1, None), (None, 3, None)]),
        ("3.14.15", "en", []),
    ],
)
def test_dates_of_a_text(text: str, tag: str, expected: list[tuple[int | None, int, int | None]]) -> None:
    assert readings(text, tag) == [PartialDate(*one) for one in expected]


def test_a_date_that_can_be_read_in_two_ways_is_read_in_both() -> None:
    assert set(readings("9/12/2020", "fr")) == {PartialDate(2020, 12, 9), PartialDate(2020, 9, 12)}


def test_an_iranian_month_lies_in_two_months() -> None:
    assert set(readings("آذر ۱۳۹۹", "fa")) == {PartialDate(2020, 11, None), PartialDate(2020, 12, None)}
    assert set(readings("۱۹ آذر", "fa")) == {PartialDate(None, 12, 9), PartialDate(None, 12, 10)}


def test_numbers_outside_dates_are_numbers() -> None:
    found = reckoned("On 3 September 2020 seven experts wrote 18 pages.", "en")
    assert (found.figures, found.words) == (("18",), (("7", "seven"),))


@given(st.integers(0, 60_000), st.sampled_from(["en", "fr", "fa", "de", "es", "it", "pt"]))
def test_what_an_edition_writes_is_read_as_the_same_day(days: int, tag: str) -> None:
    day = date(1900, 1, 1) + timedelta(days)
    reader = language(tag)
    text = reader.in_digits(format_date(day, "long", locale=reader.locale))
    assert readings(text, tag) == [PartialDate(day.year, day.month, day.day)]


@given(st.integers(0, 40_000))
def test_an_iranian_day_is_its_gregorian_day(days: int) -> None:
    day = date(1925, 1, 1) + timedelta(days)
    jalali = JalaliDate(day)
    text = f"{jalali.day} {JalaliDate.strftime(jalali, '%B', locale='fa')} {jalali.year}"
    assert PartialDate(day.year, day.month, day.day) in readings(text, "fa")
