"""Dates in words: the forms of EDTF that sources use, in three languages, and in a Persian edition's calendars."""

import pytest
from babel.core import Locale
from babel.localedata import locale_identifiers

from dossier.language.dates import date_in_words, day_in_words
from dossier.language.registry import language
from dossier.model.calendars import Calendars


def as_written(message: str) -> str:
    return message


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2020-12-09", "9 December 2020"),
        ("2020-12", "December 2020"),
        ("1988", "1988"),
        ("1988-07/1988-09", "July to September 1988"),
        ("1988-07/1989-01", "July 1988 to January 1989"),
        ("1988-07-28/1988-09", "28 July 1988 to September 1988"),
        ("1988-21", "spring 1988"),
        ("1988-22/1989-24", "summer 1988 to winter 1989"),
        ("1988-31", "autumn 1988"),
        ("1988-33", "1st quarter 1988"),
        ("1988~", "about 1988"),
        ("1988?", "1988 (uncertain)"),
        ("1988%", "about 1988 (uncertain)"),
        ("1988-?07", "July 1988 (uncertain)"),
        ("1988-07~/1988-09", "about July 1988 to September 1988"),
        ("1988/..", "from 1988, end open"),
        ("1988/", "from 1988, end unknown"),
        ("../1988", "until 1988, beginning open"),
        ("/1988", "until 1988, beginning unknown"),
        ("198X", "the 1980s"),
        ("19XX", "some time from 1900 to 1999"),
        ("1988-XX", "1988 (month unknown)"),
        ("2020-12-XX", "December 2020 (day unknown)"),
        ("[1988,1989]", "1988 or 1989"),
        ("{1988..1990}", "1988 to 1990"),
        ("2020-12-09T10:00:00Z", "9 December 2020"),
        ("-0044", "-0044"),
        ("Y17000", "Y17000"),
    ],
)
def test_every_form_in_english(value: str, words: str) -> None:
    assert date_in_words(value, language("en"), as_written) == words


@pytest.mark.parametrize(
    ("value", "french", "persian"),
    [
        ("2020-12-09", "9 décembre 2020", "۹ دسامبر ۲۰۲۰"),
        ("2020-12", "décembre 2020", "دسامبر ۲۰۲۰"),
        ("1988-07/1988-09", "juillet to septembre 1988", "ژوئیه to سپتامبر ۱۹۸۸"),
    ],
)
def test_months_and_digits_are_the_languages_own(value: str, french: str, persian: str) -> None:
    assert date_in_words(value, language("fr"), as_written) == french
    assert date_in_words(value, language("fa"), as_written) == persian


def test_words_come_from_the_catalog() -> None:
    assert date_in_words("1988~", language("fr"), {"about {date}": "vers {date}"}.__getitem__) == "vers 1988"


@pytest.mark.parametrize("name", [name for name in locale_identifiers() if "_" not in name])
def test_every_language_of_cldr_has_days(name: str) -> None:
    own = language(str(Locale.parse(name)).replace("_", "-"))
    assert day_in_words("1988-07-28", own)
    assert own.direction in ("ltr", "rtl")


# -- calendars

_IN_PERSIAN = {
    "{start} to {end}": "{start} تا {end}",
    "about {date}": "حدود {date}",
    "{date} (uncertain)": "{date} (نامطمئن)",
    "about {date} (uncertain)": "حدود {date} (نامطمئن)",
    "from {date}, end open": "از {date}، پایان باز",
    "from {date}, end unknown": "از {date}، پایان نامعلوم",
    "until {date}, beginning open": "تا {date}، آغاز باز",
    "until {date}, beginning unknown": "تا {date}، آغاز نامعلوم",
    "spring {year}": "بهار {year}",
    "summer {year}": "تابستان {year}",
    "autumn {year}": "پاییز {year}",
    "winter {year}": "زمستان {year}",
    "the {year}s": "دهۀ {year}",
    "{date} (day unknown)": "{date} (روز نامعلوم)",
    "{date} (month unknown)": "{date} (ماه نامعلوم)",
}


def dated(value: str, calendars: str, tag: str = "fa") -> str:
    """A date in words, with ~ for a space at which no line breaks."""
    words = date_in_words(value, language(tag).dated_in(Calendars(calendars)), _IN_PERSIAN.__getitem__)
    return words.replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("value", "gregorian", "jalali", "both"),
    [
        ("2020-09-03", "۳ سپتامبر ۲۰۲۰", "۱۳ شهریور ۱۳۹۹", "۳~سپتامبر~۲۰۲۰ (۱۳~شهریور~۱۳۹۹)"),
        ("1988-07-28", "۲۸ ژوئیهٔ ۱۹۸۸", "۶ مرداد ۱۳۶۷", "۲۸~ژوئیهٔ~۱۹۸۸ (۶~مرداد~۱۳۶۷)"),
        ("2017-03-20", "۲۰ مارس ۲۰۱۷", "۳۰ اسفند ۱۳۹۵", "۲۰~مارس~۲۰۱۷ (۳۰~اسفند~۱۳۹۵)"),
        ("2017-03-21", "۲۱ مارس ۲۰۱۷", "۱ فروردین ۱۳۹۶", "۲۱~مارس~۲۰۱۷ (۱~فروردین~۱۳۹۶)"),
        ("2020-09-03T10:00:00Z", "۳ سپتامبر ۲۰۲۰", "۱۳ شهریور ۱۳۹۹", "۳~سپتامبر~۲۰۲۰ (۱۳~شهریور~۱۳۹۹)"),
        ("2020-09-03~", "حدود ۳ سپتامبر ۲۰۲۰", "حدود ۱۳ شهریور ۱۳۹۹", "حدود ۳~سپتامبر~۲۰۲۰ (۱۳~شهریور~۱۳۹۹)"),
        (
            "2020-09-03?",
            "۳ سپتامبر ۲۰۲۰ (نامطمئن)",
            "۱۳ شهریور ۱۳۹۹ (نامطمئن)",
            "۳~سپتامبر~۲۰۲۰ (۱۳~شهریور~۱۳۹۹؛ نامطمئن)",
        ),
        (
            "2020-09-03%",
            "حدود ۳ سپتامبر ۲۰۲۰ (نامطمئن)",
            "حدود ۱۳ شهریور ۱۳۹۹ (نامطمئن)",
            "حدود ۳~سپتامبر~۲۰۲۰ (۱۳~شهریور~۱۳۹۹؛ نامطمئن)",
        ),
        (
            "2020-09-03/2020-12-11",
            "۳ سپتامبر ۲۰۲۰ تا ۱۱ دسامبر ۲۰۲۰",
            "۱۳ شهریور ۱۳۹۹ تا ۲۱ آذر ۱۳۹۹",
            "۳~سپتامبر~۲۰۲۰ (۱۳~شهریور~۱۳۹۹) تا ۱۱~دسامبر~۲۰۲۰ (۲۱~آذر~۱۳۹۹)",
        ),
        (
            "2020-09-03~/2020-12-11?",
            "حدود ۳ سپتامبر ۲۰۲۰ تا ۱۱ دسامبر ۲۰۲۰ (نامطمئن)",
            "حدود ۱۳ شهریور ۱۳۹۹ تا ۲۱ آذر ۱۳۹۹ (نامطمئن)",
            "حدود ۳~سپتامبر~۲۰۲۰ (۱۳~شهریور~۱۳۹۹) تا ۱۱~دسامبر~۲۰۲۰ (۲۱~آذر~۱۳۹۹؛ نامطمئن)",
        ),
        (
            "2020-09-03/..",
            "از ۳ سپتامبر ۲۰۲۰، پایان باز",
            "از ۱۳ شهریور ۱۳۹۹، پایان باز",
            "از ۳~سپتامبر~۲۰۲۰ (۱۳~شهریور~۱۳۹۹)، پایان باز",
        ),
        (
            "2020-09-03/",
            "از ۳ سپتامبر ۲۰۲۰، پایان نامعلوم",
            "از ۱۳ شهریور ۱۳۹۹، پایان نامعلوم",
            "از ۳~سپتامبر~۲۰۲۰ (۱۳~شهریور~۱۳۹۹)، پایان نامعلوم",
        ),
        (
            "../2020-09-03",
            "تا ۳ سپتامبر ۲۰۲۰، آغاز باز",
            "تا ۱۳ شهریور ۱۳۹۹، آغاز باز",
            "تا ۳~سپتامبر~۲۰۲۰ (۱۳~شهریور~۱۳۹۹)، آغاز باز",
        ),
        (
            "[2020-09-03,2020-09-05]",
            "۳ سپتامبر ۲۰۲۰ یا ۵ سپتامبر ۲۰۲۰",
            "۱۳ شهریور ۱۳۹۹ یا ۱۵ شهریور ۱۳۹۹",
            "۳~سپتامبر~۲۰۲۰ (۱۳~شهریور~۱۳۹۹) یا ۵~سپتامبر~۲۰۲۰ (۱۵~شهریور~۱۳۹۹)",
        ),
        (
            "{2020-09-03..2020-09-05}",
            "۳ سپتامبر ۲۰۲۰ تا ۵ سپتامبر ۲۰۲۰",
            "۱۳ شهریور ۱۳۹۹ تا ۱۵ شهریور ۱۳۹۹",
            "۳~سپتامبر~۲۰۲۰ (۱۳~شهریور~۱۳۹۹) تا ۵~سپتامبر~۲۰۲۰ (۱۵~شهریور~۱۳۹۹)",
        ),
        # One end is a month: never half in one calendar and half in the other.
        (
            "2020-09-03/2020-12",
            "۳ سپتامبر ۲۰۲۰ تا دسامبر ۲۰۲۰",
            "۳ سپتامبر ۲۰۲۰ تا دسامبر ۲۰۲۰",
            "۳~سپتامبر~۲۰۲۰ (۱۳~شهریور~۱۳۹۹) تا دسامبر ۲۰۲۰",
        ),
    ],
)
def test_days_in_the_calendars_of_an_edition(value: str, gregorian: str, jalali: str, both: str) -> None:
    assert dated(value, "gregorian") == gregorian
    assert dated(value, "jalali") == jalali
    assert dated(value, "both") == both


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("1988", "۱۹۸۸"),
        ("1988-07", "ژوئیهٔ ۱۹۸۸"),
        ("1988~", "حدود ۱۹۸۸"),
        ("1988-07?", "ژوئیهٔ ۱۹۸۸ (نامطمئن)"),
        ("1988-07/1988-09", "ژوئیه تا سپتامبر ۱۹۸۸"),
        ("1988-22", "تابستان ۱۹۸۸"),
        ("198X", "دهۀ ۱۹۸۰"),
        ("1988-07-XX", "ژوئیهٔ ۱۹۸۸ (روز نامعلوم)"),
        ("1988-XX", "۱۹۸۸ (ماه نامعلوم)"),
        ("[1988,1989]", "۱۹۸۸ یا ۱۹۸۹"),
        ("1582-10-14", "۱۴ اکتبر ۱۵۸۲"),
        ("0622-03-22", "۲۲ مارس ۶۲۲"),
        ("0000-01-01", "۰۰۰۰-۰۱-۰۱"),
        ("-0044-03-15", "-۰۰۴۴-۰۳-۱۵"),
        ("Y17000", "Y۱۷۰۰۰"),
    ],
)
@pytest.mark.parametrize("calendars", list(Calendars))
def test_what_is_no_day_stays_gregorian(value: str, words: str, calendars: str) -> None:
    assert dated(value, calendars) == words


def test_dari_has_its_own_months() -> None:
    assert dated("2020-09-03", "jalali", "fa-AF") == "۱۳ سنبله ۱۳۹۹"
    assert dated("2020-09-03", "both", "fa-AF") == "۳~سپتمبر~۲۰۲۰ (۱۳~سنبله~۱۳۹۹)"


@pytest.mark.parametrize("tag", ["en", "fr", "ar"])
def test_other_languages_keep_their_calendar(tag: str) -> None:
    own = language(tag)
    assert {day_in_words("2020-09-03", own.dated_in(calendars)) for calendars in Calendars} == {day_in_words("2020-09-03", own)}


def test_a_day_alone_is_in_the_calendars_of_the_edition() -> None:
    words = day_in_words("2026-11-23", language("fa").dated_in(Calendars.BOTH))
    assert words.replace("\u00a0", "~") == "۲۳~نوامبر~۲۰۲۶ (۲~آذر~۱۴۰۵)"
