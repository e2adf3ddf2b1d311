"""Dates as running text has them: *3 September 2020*, *September 3rd*, *le 1er mai*, «۱۳ شهریور ۱۳۹۹», ``2020-09-03``.

A date of the Iranian calendar is read as the Gregorian day it is; where its year is not given, as the days that it may be.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from unicodedata import decimal

from persiantools.jdatetime import JalaliDate

from dossier.language.month_names import Month, month_names, months_in
from dossier.language.number_words import number_words, worded_numbers
from dossier.language.numerals import Figure, figures_in

_NUMERIC = re.compile(
    r"(?<![\d./:-])(?:(?P<y>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?:(?P=s)(?P<d>\d{1,2}))|(?P<a>\d{1,2})(?P<t>[-/.])(?P<b>\d{1,2})(?P=t)(?P<c>\d{4}))(?!\d|[-/.:]\d)"
    r"|(?<![\d./:-])(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])(?![\d./:-])"
)
_ORDINAL = r"(?:st|nd|rd|th|ers?|ères?|èmes?|es?|º|\u200c?ام|م)?"
_TO_MONTH = re.compile(rf"\.?{_ORDINAL}[\s-]*(?:day\s+)?(?:(?:of|de|du|del|di|ماه|روز)\s+)?(?:the\s+)?(?:d[’'])?")
_TO_DAY = re.compile(r"\.?[\s-]+(?:the\s+)?")
_TO_YEAR = re.compile(rf"{_ORDINAL}\.?[\u0654\u200cیي]*(?:\s*ماه)?[\s,،/-]*(?:(?:of|de|in|سال|del?)\s+)?")
_BETWEEN_DAYS = re.compile(
    rf"{_ORDINAL}\s*(?:[-–—/,،&]|and|et|or|ou|to|until|till|au|تا|و|یا|und|bis)\s*(?:the\s+|le\s+|l[’'])?", re.IGNORECASE
)
_DIGIT, _JOINED, _WORD = re.compile(r"\d"), re.compile(r"\d[-/.]\d"), re.compile(r"[^\W\d_]+")
_OWN_LANGUAGES = ("en", "fr", "fa")
_NO_DAYS = ("once", "twice", "thrice", "both", "dozen", "dizaine", "douzaine", "quinzaine", "vingtaine")
_JALALI_YEARS = range(1200, 1500)
_SOME_YEARS = (*range(1365, 1370), *range(1399, 1403))


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A Gregorian day, or as much of it as is known."""

    year: int | None
    month: int
    day: int | None


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text.

    Parameters
    ----------
    readings:
        What it may be; more than one for ``3/9/2020``, and for a part of a date of the Iranian calendar.
    words:
        How it is written.
    parts:
        The numbers it is written with, in plain form.
    certain:
        Whether the name of its month is hardly ever anything else.
    jalali:
        Whether it is of the Iranian calendar.
    """

    readings: frozenset[PartialDate]
    words: str
    parts: tuple[str, ...]
    certain: bool = True
    jalali: bool = False

    @property
    def has_day(self) -> bool:
        """Whether it names a day."""
        return any(reading.day for reading in self.readings)

    @property
    def has_year(self) -> bool:
        """Whether it names a year."""
        return any(reading.year for reading in self.readings)

    @property
    def is_bare(self) -> bool:
        """Whether it is no more than the name of a month."""
        return not self.parts


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Everything in a text that counts: its dates, and its numbers outside them, in digits and in words.

    ``words`` gives for each number in words how it is written; those that may mean something else are in ``doubtful``.
    """

    dates: tuple[WrittenDate, ...]
    figures: tuple[str, ...]
    words: tuple[tuple[str, str], ...]
    doubtful: frozenset[str]


_NOTHING = Reckoning((), (), (), frozenset())


@lru_cache(maxsize=64)
def reckoned(text: str, tag: str) -> Reckoning:
    """The dates and numbers of ``text``, which is in the language ``tag``."""
    letters = _WORD.findall(text.lower().replace("ي", "ی").replace("ك", "ک"))
    figures = list(figures_in(text)) if _DIGIT.search(text) else []
    worded = () if number_words(tag).keys().isdisjoint(letters) else worded_numbers(text, tag, figures)
    has_month, has_digit = not month_names(tag).keys().isdisjoint(letters), bool(figures)
    if not (worded or has_month or has_digit):
        return _NOTHING
    numeric = tuple(_numeric(text)) if has_digit and _JOINED.search(text) else ()
    spans = [span for span, _ in numeric]
    named: tuple[tuple[list[tuple[int, int]], WrittenDate], ...] = ()
    if has_month:
        days = (one for one in worded if text[one.start : one.end].lower() not in _NO_DAYS)
        numbers = [*figures, *(Figure(one.value, one.start, one.end) for one in days)]
        named = tuple(_Names(text, tag, _outside(sorted(numbers, key=_start), spans)).dates())
        spans += [span for found, _ in named for span in found]
    return Reckoning(
        (*(one for _, one in numeric), *(one for _, one in named)),
        tuple(one.value for one in _outside(figures, spans)),
        tuple((one.value, text[one.start : one.end]) for one in worded if not _is_within(one.start, spans)),
        frozenset(one.value for one in worded if one.doubtful),
    )


def _outside(numbers: Sequence[Figure], spans: Sequence[tuple[int, int]]) -> Sequence[Figure]:
    return [one for one in numbers if not _is_within(one.start, spans)] if spans else numbers


def _is_within(start: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(first <= start < last for first, last in spans)


def _is_day(number: Figure) -> bool:
    return len(number.value) <= 2 and number.value.isdecimal() and 1 <= int(number.value) <= 31


def _is_year(number: Figure) -> bool:
    return len(number.value) == 4 and number.value.isdecimal() and number.end - number.start == 4 and int(number.value) < 3000


def _start(number: Figure) -> int:
    return number.start


# -- dates in figures


def _numeric(text: str) -> Iterator[tuple[tuple[int, int], WrittenDate]]:
    for found in _NUMERIC.finditer(text):
        group = {
            name: int("".join(str(decimal(digit)) for digit in part))
            for name, part in found.groupdict().items()
            if name not in "st" and part
        }
        if readings := frozenset(_readings_of(group)):
            parts = tuple(str(number) for number in group.values())
            jalali = max(group.values()) in _JALALI_YEARS
            yield found.span(), WrittenDate(readings, found[0], parts, jalali=jalali)


def _readings_of(group: dict[str, int]) -> Iterator[PartialDate]:
    if "year" in group:
        yield from _partial(group["year"], Month(group["month"], group["year"] in _JALALI_YEARS, True), None)
    elif "y" in group:
        yield from _partial(group["y"], Month(group["m"], group["y"] in _JALALI_YEARS, True), group["d"])
    else:
        for day, month in {(group["a"], group["b"]), (group["b"], group["a"])}:
            yield from _partial(group["c"], Month(month, group["c"] in _JALALI_YEARS, True), day)


# -- dates with the name of a month


class _Names:
    """The names of months in a text, each with the numbers around it that make it a date."""

    def __init__(self, text: str, tag: str, numbers: Sequence[Figure]) -> None:
        self._text, self._tag, self._numbers = text, tag, numbers
        self._taken: set[int] = set()

    def dates(self) -> Iterator[tuple[list[tuple[int, int]], WrittenDate]]:
        """Each date with the places that it takes."""
        for found, month in months_in(self._text, self._tag):
            days = self._days_before(found.start())
            before = bool(days)
            end = found.end()
            if not before and not self._tag.startswith(("fr", "fa")):
                days = self._days_after(end)
                end = days[-1].end if days else end
            year = self._year_after(end)
            for position, day in enumerate(days or [None]):
                spans = [(one.start, one.end) for one in (day, year) if one and (one is not year or position == 0)]
                yield [*spans, found.span()], self._date(found, month, day, year, len(days) > 1)

    def _date(
        self, found: re.Match[str], month: Month, day: Figure | None, year: Figure | None, one_of_many: bool
    ) -> WrittenDate:
        around = [found.span(), *((one.start, one.end) for one in (day, year) if one)]
        words = self._text[min(start for start, _ in around) : max(end for _, end in around)]
        if one_of_many and day:
            words = " ".join(self._text[start:end] for start, end in sorted(around))
        parts = tuple(one.value for one in (day, year) if one)
        readings = frozenset(_partial(int(year.value) if year else None, month, int(day.value) if day else None))
        return WrittenDate(readings, " ".join(words.split()), parts, month.certain, month.jalali)

    def _free(self) -> list[tuple[int, Figure]]:
        return [(index, one) for index, one in enumerate(self._numbers) if index not in self._taken]

    def _days_before(self, start: int) -> list[Figure]:
        days: list[Figure] = []
        gap = _TO_MONTH
        for index, number in reversed(self._free()):
            if number.end > start:
                continue
            if not (_is_day(number) and gap.fullmatch(self._text, number.end, start)) or self._ends_a_sentence(number):
                break
            self._taken.add(index)
            days.insert(0, number)
            start, gap = number.start, _BETWEEN_DAYS
        return days

    def _ends_a_sentence(self, number: Figure) -> bool:
        """Whether a full stop stands behind the number, in languages that write none behind ordinals."""
        return self._tag.startswith(_OWN_LANGUAGES) and self._text.startswith(".", number.end)

    def _days_after(self, end: int) -> list[Figure]:
        days: list[Figure] = []
        gap = _TO_DAY
        for index, number in self._free():
            if number.start < end:
                continue
            if not (_is_day(number) and gap.fullmatch(self._text, end, number.start)):
                break
            self._taken.add(index)
            days.append(number)
            end, gap = number.end, _BETWEEN_DAYS
        return days

    def _year_after(self, end: int) -> Figure | None:
        for index, number in self._free():
            if number.start >= end:
                if _is_year(number) and _TO_YEAR.fullmatch(self._text, end, number.start):
                    self._taken.add(index)
                    return number
                return None
        return None


# -- from what is written to the Gregorian calendar


def _partial(year: int | None, month: Month, day: int | None) -> Iterator[PartialDate]:
    """What day, or what month, it may be; nothing where there is no such day."""
    try:
        if not month.jalali:
            date(year or 2000, month.number, day or 1)
            yield PartialDate(year, month.number, day)
            return
        for one in (year,) if year else _SOME_YEARS:
            for of_month in (day,) if day else (1, 29):
                found = JalaliDate(one, month.number, of_month).to_gregorian()  # type: ignore[no-untyped-call]
                yield PartialDate(found.year if year else None, found.month, found.day if day else None)
    except ValueError:
        return
