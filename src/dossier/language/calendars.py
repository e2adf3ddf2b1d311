"""The solar Hijri calendar of Iran and Afghanistan, called Jalali here, beside the Gregorian one.

Days are converted by persiantools, whose calendar agrees with ICU's on every day that is converted at all. Nothing is converted
before the Gregorian calendar was introduced: the paper itself will have been dated in another, and ICU and persiantools disagree
on some days before 1568. Before 1 Farvardin 1304 (21 March 1925), when Iran made this calendar law, its months are counted back.

Only a day has a date in the other calendar. A Gregorian month or year lies in two Jalali ones, and an edition does not guess.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from persiantools.jdatetime import MONTH_NAMES_FA, JalaliDate

from dossier.language.value import Language
from dossier.model.calendars import Calendars

FIRST = date(1582, 10, 15)
"""The first day of the Gregorian calendar, before which nothing is converted."""

_IRAN = tuple(name for name in MONTH_NAMES_FA if name)
_AFGHANISTAN = ("حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبله", "میزان", "عقرب", "قوس", "جدی", "دلو", "حوت")


@dataclass(frozen=True, slots=True, order=True)
class JalaliDay:
    """A day of the Jalali calendar."""

    year: int
    month: int
    day: int


def jalali(day: date) -> JalaliDay | None:
    """``day`` in the Jalali calendar; ``None`` before :data:`FIRST`, and where persiantools knows no such year (after 9377)."""
    if day < FIRST:
        return None
    try:
        found: Any = JalaliDate(day)  # type: ignore[no-untyped-call]
    except ValueError:
        return None
    return JalaliDay(found.year, found.month, found.day)


def gregorian(year: int, month: int, day: int) -> date:
    """The Gregorian date of a Jalali day.

    Raises
    ------
    ValueError
        Where there is no such day (30 Esfand of a common year), or it is before :data:`FIRST`.
    """
    found: Any = JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]
    if found < FIRST:
        raise ValueError(f"{year}-{month}-{day} is before the Gregorian calendar")
    return date(found.year, found.month, found.day)


def month_name(month: int, language: Language) -> str:
    """The name of a Jalali month, from 1 to 12: those of Iran, or in Dari (``fa-AF``) those of Afghanistan."""
    return (_AFGHANISTAN if language.tag.endswith("-AF") else _IRAN)[month - 1]


def shown_jalali(day: date, language: Language) -> JalaliDay | None:
    """The Jalali day that readers of ``language`` are shown for ``day``.

    ``None`` unless the language is a Persian one that dates in this calendar, and where the day cannot be converted.
    """
    if language.calendars is Calendars.GREGORIAN or language.tag.partition("-")[0] != "fa":
        return None
    return jalali(day)
