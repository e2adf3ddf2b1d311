"""The Jalali calendar: there and back, where it ends, what its months are called."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.language.calendars import FIRST, JalaliDay, gregorian, jalali, month_name, shown_jalali
from dossier.language.dates import jalali_in_words
from dossier.language.persian import PERSIAN, PERSIAN_DIGITS
from dossier.language.registry import language
from dossier.model.calendars import Calendars

DAYS = [date(1800, 1, 1) + timedelta(number) for number in range((date(2100, 12, 31) - date(1800, 1, 1)).days + 1)]


def test_every_day_of_three_centuries_comes_back() -> None:
    assert len(DAYS) == 109_938
    found = [jalali(day) for day in DAYS]
    assert [gregorian(one.year, one.month, one.day) if one else None for one in found] == DAYS


def test_days_follow_each_other_as_in_the_calendar() -> None:
    """Written without the library: six months of 31 days, five of 30, and Esfand of 29 or 30."""
    found = [one for day in DAYS if (one := jalali(day))]
    for one, after in pairwise(found):
        last = 31 if one.month <= 6 else 30
        follows = {JalaliDay(one.year, one.month, one.day + 1)} if one.day < last else set()
        if one.day >= (29 if one.month == 12 else last):
            follows.add(JalaliDay(one.year + one.month // 12, one.month % 12 + 1, 1))
        assert after in follows


@pytest.mark.parametrize(
    ("day", "other"),
    [
        ("1953-08-19", (1332, 5, 28)),
        ("1979-02-11", (1357, 11, 22)),  # 22 Bahman
        ("1988-07-20", (1367, 4, 29)),
        ("2017-03-20", (1395, 12, 30)),  # the last day of a leap year
        ("2017-03-21", (1396, 1, 1)),
        ("2020-03-20", (1399, 1, 1)),  # Nowruz on the 20th
        ("2020-09-03", (1399, 6, 13)),
        ("2025-03-20", (1403, 12, 30)),  # a leap year that rules of 33 years find a year later
        ("2026-11-25", (1405, 9, 4)),
    ],
)
def test_days_that_everybody_knows(day: str, other: tuple[int, int, int]) -> None:
    assert jalali(date.fromisoformat(day)) == JalaliDay(*other)
    assert gregorian(*other) == date.fromisoformat(day)


@given(st.dates(FIRST, date(9998, 12, 31)))
def test_any_day_comes_back(day: date) -> None:
    found = jalali(day)
    assert found is not None
    assert gregorian(found.year, found.month, found.day) == day


@given(st.integers(962, 9000), st.integers(1, 12), st.integers(1, 29))
def test_any_jalali_day_comes_back(year: int, month: int, day: int) -> None:
    assert jalali(gregorian(year, month, day)) == JalaliDay(year, month, day)


@given(st.dates(FIRST, date(9000, 12, 31)), st.dates(FIRST, date(9000, 12, 31)))
def test_both_calendars_have_one_order(one: date, other: date) -> None:
    first, second = jalali(one), jalali(other)
    assert first is not None
    assert second is not None
    assert (first < second) == (one < other)


@pytest.mark.parametrize("day", [date.min, date(622, 3, 22), date(1582, 10, 14)])
def test_nothing_is_converted_before_the_gregorian_calendar(day: date) -> None:
    assert jalali(day) is None
    assert jalali(FIRST) == JalaliDay(961, 7, 23)


def test_nothing_is_converted_where_the_library_ends() -> None:
    assert jalali(date(9999, 3, 19)) is not None
    assert jalali(date.max) is None


@pytest.mark.parametrize(
    "day", [(1398, 12, 30), (1399, 7, 31), (1399, 13, 1), (1399, 0, 1), (1399, 1, 0), (0, 1, 1), (961, 7, 22), (9378, 1, 1)]
)
def test_what_is_no_day_is_refused(day: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match=r"day|month|year|calendar|range"):
        gregorian(*day)


def test_names_of_months() -> None:
    iran = [month_name(month, PERSIAN) for month in range(1, 13)]
    assert iran == "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()
    dari = [month_name(month, language("fa-AF")) for month in range(1, 13)]
    assert dari == "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت".split()
    assert month_name(6, language("fa-IR")) == "شهریور"


@pytest.mark.parametrize("tag", ["en", "fr", "ar", "de", "he", "ps", "ckb", "en-XA", "ar-XB"])
@pytest.mark.parametrize("calendars", list(Calendars))
def test_other_languages_date_in_the_gregorian_calendar(tag: str, calendars: Calendars) -> None:
    assert shown_jalali(date(2020, 9, 3), language(tag).dated_in(calendars)) is None


@given(st.dates(FIRST, date(2200, 1, 1)))
def test_digits_are_persian_once_and_for_all(day: date) -> None:
    found = jalali(day)
    assert found is not None
    words = jalali_in_words(found, PERSIAN)
    assert PERSIAN.in_digits(words) == words
    latin = words.translate(str.maketrans(PERSIAN_DIGITS, "0123456789"))
    assert latin == f"{found.day} {month_name(found.month, PERSIAN)} {found.year}"


@given(st.text())
def test_digits_are_idempotent(text: str) -> None:
    once = PERSIAN.in_digits(text)
    assert PERSIAN.in_digits(once) == once
