"""The Jalali calendar judged by ICU, which Chromium carries."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, sync_playwright

from dossier.language.calendars import FIRST, jalali, month_name
from dossier.language.registry import language
from judges import require_browser

_EPOCH = date(1970, 1, 1)
_DAYS = """([first, last]) => {
  const form = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn",
    {timeZone: "UTC", year: "numeric", month: "numeric", day: "numeric", era: "short"});
  const made = [];
  for (let day = first; day <= last; day++) {
    const parts = Object.fromEntries(form.formatToParts(new Date(day * 86400000)).map(part => [part.type, part.value]));
    made.push(`${parts.era} ${parts.year} ${parts.month} ${parts.day}`);
  }
  return made.join(",");
}"""
_MONTHS = """tag => [...Array(12).keys()].map(month => new Intl.DateTimeFormat(`${tag}-u-ca-persian`,
  {timeZone: "UTC", month: "long"}).format(new Date(Date.UTC(2021, 3 + month, 10))))"""


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    chromium = require_browser()
    with sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(1800, 1, 1), date(2100, 12, 31)),
        (FIRST, date(1799, 12, 31)),
        (date(2101, 1, 1), date(2300, 12, 31)),
    ],
    ids=["1800-2100", "before", "after"],
)
def test_every_day_is_icus(page: Page, first: date, last: date) -> None:
    judged = page.evaluate(_DAYS, [(first - _EPOCH).days, (last - _EPOCH).days]).split(",")
    assert len(judged) == (last - first).days + 1
    ours = (jalali(first + timedelta(number)) for number in range(len(judged)))
    assert [f"AP {day.year} {day.month} {day.day}" if day else "" for day in ours] == judged


@pytest.mark.parametrize("tag", ["fa", "fa-AF"])
def test_months_are_called_as_in_icu(page: Page, tag: str) -> None:
    # 10 April lies in the first month. U+0654, the ezafe of «سنبلهٔ», belongs to the words that follow.
    judged = [name.removesuffix("\u0654") for name in page.evaluate(_MONTHS, tag)]
    assert [month_name(month, language(tag)) for month in range(1, 13)] == judged
