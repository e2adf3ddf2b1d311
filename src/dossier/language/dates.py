"""EDTF dates in words (https://www.loc.gov/standards/datetime/), levels 0 to 2.

Words around a date (“about”, “to”) are messages of the domain ``templates``, handed in as ``gettext``; names of months come
from CLDR. A form that has no words here, such as a year before 1, is shown as it was written: never a guess.

In a Persian edition that dates in the Jalali calendar, or in both (:attr:`Language.calendars`), each whole day is converted, also
where it is one end of an interval, about, or uncertain: «۳ سپتامبر ۲۰۲۰ (۱۳ شهریور ۱۳۹۹)». Months, years and seasons stay
Gregorian: each lies in two of the Jalali ones. A date of which only one part could be converted stays Gregorian under
``jalali``, so that no interval begins in one calendar and ends in the other. Of two calendars neither date breaks over a line.
"""

import re
from collections.abc import Callable
from datetime import date

from babel.dates import format_date, format_skeleton

from dossier.language.calendars import JalaliDay, jalali, month_name, shown_jalali
from dossier.language.numbers import join_list
from dossier.language.value import Language
from dossier.model.calendars import Calendars

Gettext = Callable[[str], str]

_PLAIN = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_SEASON = re.compile(r"(?P<year>\d{4})-(?P<season>2[1-9]|3[0-6])")
_UNKNOWN_PART = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d|XX)(?:-(?P<day>XX))?")
_DECADE = re.compile(r"(?P<decade>\d{3})X")
_CENTURY = re.compile(r"(?P<century>\d{2})XX")
_QUALIFIER = re.compile(r"[?~%]")
_TIME = re.compile(r"T.*$")
_BETWEEN = re.compile(r"\.\.|[/,\[\]{}\s]+")
_NO_BREAK = "\u00a0"


def date_in_words(value: str, language: Language, gettext: Gettext) -> str:
    """An EDTF date as a reader of ``language`` expects it.

    Parameters
    ----------
    value:
        A date that :func:`dossier.model.records.known_date` accepts: ``2020-12-09``, ``1988-07/1988-09``, ``1988-21``,
        ``198X``, ``1988~``, ``1988?``, ``1988/..``.
    language:
        The reader's language; its digits and calendars are used.
    gettext:
        Translates the words around the date.
    """
    if language.calendars is Calendars.JALALI and not _is_of_days(value):
        language = language.dated_in(Calendars.GREGORIAN)
    return _words(value.strip(), language, gettext)


def day_in_words(value: str, language: Language) -> str:
    """A day, ``YYYY-MM-DD``, in words, in the language's calendars."""
    return _day(date.fromisoformat(value), language)


def jalali_in_words(day: JalaliDay, language: Language) -> str:
    """A Jalali day in words, in the order in which Persian writes it: day, month, year."""
    return language.in_digits(f"{day.day} {month_name(day.month, language)} {day.year}")


def _is_of_days(value: str) -> bool:
    """Whether all that ``value`` is made of are days that the Jalali calendar has."""
    parts = [_TIME.sub("", part) for part in _BETWEEN.split(_QUALIFIER.sub("", value)) if part]
    found = [_PLAIN.fullmatch(part) for part in parts]
    return all(one and one["day"] and int(one["year"]) and jalali(date.fromisoformat(one[0])) for one in found)


def _words(value: str, language: Language, _: Gettext) -> str:
    if value[:1] in "[{":
        return _set(value, language, _)
    if "/" in value:
        return _interval(value, language, _)
    if _QUALIFIER.search(value):
        return _qualified(value, language, _)
    return _simple(_TIME.sub("", value), language, _)


def _set(value: str, language: Language, _: Gettext) -> str:
    members = [member.strip() for member in value[1:-1].split(",")]
    words = [_words(member.replace("..", "/") if ".." in member else member, language, _) for member in members]
    return join_list(words, language, "or" if value[0] == "[" else "standard")


def _interval(value: str, language: Language, _: Gettext) -> str:
    start, end = value.split("/", 1)
    if _open(start) and _open(end):
        return _raw(value, language)
    if _open(start):
        message = _("until {date}, beginning open") if start else _("until {date}, beginning unknown")
        return message.format(date=_words(end, language, _))
    if _open(end):
        message = _("from {date}, end open") if end else _("from {date}, end unknown")
        return message.format(date=_words(start, language, _))
    return _("{start} to {end}").format(start=_start(start, end, language, _), end=_words(end, language, _))


def _open(edge: str) -> bool:
    return edge in ("", "..")


def _start(start: str, end: str, language: Language, _: Gettext) -> str:
    """The beginning of an interval, without the year where both are months of the same one: “July to September 1988”."""
    first, last = _PLAIN.fullmatch(start), _PLAIN.fullmatch(end)
    both_months = first and last and first["month"] and last["month"] and not first["day"] and not last["day"]
    if first and last and both_months and first["year"] == last["year"] and _is_month(first["month"]):
        return str(format_date(date(2000, int(first["month"]), 1), "LLLL", locale=language.locale))
    return _words(start, language, _)


def _is_month(number: str) -> bool:
    return 1 <= int(number) <= 12


def _qualified(value: str, language: Language, _: Gettext) -> str:
    signs = set(_QUALIFIER.findall(value))
    inner = _words(_QUALIFIER.sub("", value), language, _)
    if "%" in signs or signs == {"?", "~"}:
        message = _("about {date} (uncertain)")
    else:
        message = _("{date} (uncertain)") if "?" in signs else _("about {date}")
    # Brackets do not stand back to back: the second calendar and the doubt share a pair.
    return message.format(date=inner).replace(") (", "؛ ")


def _simple(value: str, language: Language, _: Gettext) -> str:
    if (plain := _PLAIN.fullmatch(value)) and (words := _plain(plain, language)):
        return words
    if season := _SEASON.fullmatch(value):
        return _season(int(season["season"]), season["year"], language, _)
    return _unspecified(value, language, _)


def _plain(found: re.Match[str], language: Language) -> str:
    year, month, day = found["year"], found["month"], found["day"]
    if int(year) < 1 or (month and not _is_month(month)):
        return ""
    if day:
        return _day(date(int(year), int(month), int(day)), language)
    return _month(year, month, language) if month else language.in_digits(year)


def _day(day: date, language: Language) -> str:
    words = language.in_digits(format_date(day, "long", locale=language.locale))
    other = shown_jalali(day, language)
    if other is None:
        return words
    own = jalali_in_words(other, language)
    return own if language.calendars is Calendars.JALALI else f"{_unbroken(words)} ({_unbroken(own)})"


def _unbroken(words: str) -> str:
    return words.replace(" ", _NO_BREAK)


def _month(year: str, month: str, language: Language) -> str:
    return language.in_digits(format_skeleton("yMMMM", date(int(year), int(month), 1), locale=language.locale))


def _season(number: int, year: str, language: Language, _: Gettext) -> str:
    if number > 32:
        quarter = date(int(year), 3 * (number - 33) + 1, 1)
        return language.in_digits(format_skeleton("yQQQQ", quarter, locale=language.locale))
    # 25 to 28 are the northern seasons, 29 to 32 the southern ones: the same names.
    names = (_("spring {year}"), _("summer {year}"), _("autumn {year}"), _("winter {year}"))
    return names[(number - 21) % 4].format(year=language.in_digits(year))


def _unspecified(value: str, language: Language, _: Gettext) -> str:
    if decade := _DECADE.fullmatch(value):
        return _("the {year}s").format(year=language.in_digits(decade["decade"] + "0"))
    if century := _CENTURY.fullmatch(value):
        first, last = (language.in_digits(century["century"] + end) for end in ("00", "99"))
        return _("some time from {start} to {end}").format(start=first, end=last)
    part = _UNKNOWN_PART.fullmatch(value)
    if part and part["month"] == "XX":
        return _("{date} (month unknown)").format(date=language.in_digits(part["year"]))
    if part and part["day"] and _is_month(part["month"]):
        return _("{date} (day unknown)").format(date=_month(part["year"], part["month"], language))
    return _raw(value, language)


def _raw(value: str, language: Language) -> str:
    return language.in_digits(value)
