"""Dates in words: the forms of EDTF that sources use, in three languages."""

import pytest
from babel.core import Locale
from babel.localedata import locale_identifiers

from dossier.language.dates import date_in_words, day_in_words
from dossier.language.registry import language


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
