"""Dates of sources: EDTF in CSL, what is doubtful about them, and the calendar of Iran."""

import datetime

import pytest
from csl_samples import cited, citing, one, plain, record, setting
from hypothesis import given
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from dossier.attribution.csl.dates import CslDate, csl_date
from dossier.attribution.csl.jalali import jalali_words
from dossier.language.persian import PERSIAN
from dossier.model.calendars import Calendars
from dossier.model.citation import Cite
from dossier.model.source_record import SourceRecord

NOTES, AUTHOR_DATE = "chicago-notes-bibliography", "chicago-author-date"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("2020", CslDate(((2020,),))),
        ("2020-12", CslDate(((2020, 12),))),
        ("2020-12-09", CslDate(((2020, 12, 9),))),
        ("2020-12-09T10:00:00Z", CslDate(((2020, 12, 9),))),
        ("1988-07/1988-09", CslDate(((1988, 7), (1988, 9)))),
        ("1988-21", CslDate(((1988,),), season=1)),
        ("1988-32", CslDate(((1988,),), season=4)),
        ("1988~", CslDate(((1988,),), about=True)),
        ("1988?", CslDate(((1988,),), doubtful=True)),
        ("1988%", CslDate(((1988,),), about=True, doubtful=True)),
        ("1988/..", None),
        ("198X", None),
        ("1988-XX", None),
        ("[1988,1989]", None),
        ("-0005", None),
        ("0000", None),
        ("1988-33", None),
        ("1988-21/1988-23", None),
    ],
)
def test_edtf_in_csl(written: str, found: CslDate | None) -> None:
    assert csl_date(written) == found


def dated(written: str, evidence: str = "text") -> SourceRecord:
    return (
        record("a", type="report", title="Tides", author=[{"family": "Doe", "given": "Jane"}], issued=written)
        if (evidence == "text")
        else record(
            "a",
            type="report",
            title="Tides",
            author=[{"family": "Doe", "given": "Jane"}],
            issued=written,
            evidence={"issued": evidence},
        )
    )


@pytest.mark.parametrize(
    ("tag", "written", "evidence", "cite"),
    [
        ("en", "1988", "text", "(Doe 1988^a)"),
        ("en", "1988", "inferred: its paper", "(Doe [1988]^a)"),
        ("en", "1988~", "text", "(Doe [ca. 1988]^a)"),
        ("en", "1988?", "text", "(Doe [1988?]^a)"),
        ("en", "1988%", "text", "(Doe [ca. 1988?]^a)"),
        ("en", "1988?", "inferred: its paper", "(Doe [1988?]^a)"),
        ("en", "1988/1990", "text", "(Doe 1988–1990^a)"),
        ("fr", "1988~", "text", "(Doe [vers 1988]^a)"),
        ("fa", "1988~", "text", "({en: Doe} [حدود ۱۹۸۸]^a)"),
        ("fa", "1988?", "text", "({en: Doe} [۱۹۸۸؟]^a)"),
        ("fa", "1988", "inferred: its paper", "({en: Doe} [۱۹۸۸]^a)"),
    ],
)
def test_doubtful_dates_stand_in_brackets(tag: str, written: str, evidence: str, cite: str) -> None:
    assert one(tag, AUTHOR_DATE, dated(written, evidence))[0] == cite


@pytest.mark.parametrize(
    ("tag", "written", "words"),
    [
        ("en", "2020-12-01", "1 December 2020"),
        ("en", "1988-22", "Summer 1988"),
        ("fr", "2020-12-01", "1er~décembre 2020"),
        ("fr", "2020-12-02", "2~décembre 2020"),
        ("fr", "1988-22", "été 1988"),
        ("fa", "2020-01-02", "۲ ژانویهٔ ۲۰۲۰"),
        ("fa", "2020-01", "ژانویهٔ ۲۰۲۰"),
        ("fa", "1988-22", "تابستان ۱۹۸۸"),
    ],
)
def test_days_months_and_seasons_in_notes(tag: str, written: str, words: str) -> None:
    source = record("a", type="article-newspaper", title="Tides", **{"container-title": "Courier"}, issued=written)
    assert words in one(tag, NOTES, source)[0]


def test_a_persian_month_that_ends_the_date_has_no_ezafe() -> None:
    source = record("a", type="article-newspaper", title="Tides", **{"container-title": "Courier"}, issued="2020-01-02")
    assert one("fa", AUTHOR_DATE, source)[1].endswith("۲ ژانویه.")


def test_what_csl_cannot_say_is_said_in_words() -> None:
    assert one("en", AUTHOR_DATE, dated("198X"))[0] == "(Doe the 1980s^a)"


DAY = record(
    "a", type="webpage", title="Tides", **{"container-title": "Courier"}, issued="2020-12-11", URL="https://example.org/1988"
)


@pytest.mark.parametrize(
    ("dates", "style", "cite", "entry"),
    [
        (Calendars.GREGORIAN, NOTES, "۱۱ دسامبر ۲۰۲۰، <", "۱۱ دسامبر ۲۰۲۰. <"),
        (Calendars.JALALI, NOTES, "۲۱ آذر ۱۳۹۹، <", "۲۱ آذر ۱۳۹۹. <"),
        (Calendars.BOTH, NOTES, "۱۱ دسامبر ۲۰۲۰ (۲۱ آذر ۱۳۹۹)، <", "۱۱ دسامبر ۲۰۲۰ (۲۱ آذر ۱۳۹۹). <"),
        (Calendars.JALALI, AUTHOR_DATE, "۱۳۹۹^a", "۱۳۹۹. «{en: Tides}». ۲۱ آذر. <"),
        (Calendars.BOTH, AUTHOR_DATE, "۲۰۲۰/۱۳۹۹^a", "۲۰۲۰/۱۳۹۹. «{en: Tides}». ۱۱ دسامبر (۲۱ آذر). <"),
    ],
)
def test_calendars_of_a_persian_edition(dates: Calendars, style: str, cite: str, entry: str) -> None:
    found = one("fa", style, DAY, dates=dates)
    assert cite in found[0]
    assert entry in found[1]
    assert "<https://example.org/1988>" in found[1]


@pytest.mark.parametrize("dates", list(Calendars))
def test_other_editions_keep_their_calendar(dates: Calendars) -> None:
    assert "11 December 2020" in one("en", NOTES, DAY, dates=dates)[0]


@pytest.mark.parametrize("written", ["2020", "2020-12", "2020-12-11/2020-12-13"])
def test_only_whole_days_have_a_jalali_date(written: str) -> None:
    found = csl_date(written)
    assert found is not None
    assert jalali_words(found, PERSIAN.dated_in(Calendars.JALALI)) == {}


@given(st.dates(datetime.date(1582, 10, 15), datetime.date(2200, 1, 1)))
def test_jalali_days_come_back(day: datetime.date) -> None:
    words = jalali_words(CslDate(((day.year, day.month, day.day),)), PERSIAN.dated_in(Calendars.JALALI))["full"]
    number, *month, year = words.translate(str.maketrans(PERSIAN.digits, "0123456789")).split(" ")
    months = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()
    assert JalaliDate(int(year), months.index(" ".join(month)) + 1, int(number)).to_gregorian() == day


def test_a_day_that_is_none_is_left_to_the_processor() -> None:
    assert jalali_words(CslDate(((2021, 2, 30),)), PERSIAN.dated_in(Calendars.JALALI)) == {}


@pytest.mark.parametrize(("tag", "first", "second"), [("en", "2020a", "2020b"), ("fa", "۱۳۹۹الف", "۱۳۹۹ب")])
def test_years_that_would_be_confused_get_letters(tag: str, first: str, second: str) -> None:
    names = [{"family": "Doe", "given": "Jane"}]
    found = [cited(record(name, type="report", title=name, author=names, issued="2020-12-11")) for name in ("ebb", "flow")]
    texts = setting(tag, AUTHOR_DATE, {"d": [citing(Cite("ebb")), citing(Cite("flow"))]}, found, Calendars.JALALI).texts["d"]
    assert [plain(text).split("^")[0].split(" ")[-1] for text in texts] == [first, second]
