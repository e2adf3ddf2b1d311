"""Days in the calendar of Iran."""

from datetime import date
from typing import Any

from persiantools.jdatetime import JalaliDate

from dossier.attribution.csl.dates import CslDate
from dossier.language.dates import day_in_words
from dossier.language.persian import PERSIAN
from dossier.model.records import CitationDates


def jalali_words(found: CslDate, dates: CitationDates) -> dict[str, str]:
    """What stands in the place of each way to show a date: ``full``, ``year`` and ``day`` (with its month).

    Its digits become Persian with the rest of the text, when letters that tell two works of one year apart have been added.

    Only whole days have a date in the other calendar: a Gregorian year or month spans two of the Jalali ones, and an edition
    does not guess. Where nothing is given, the Gregorian date stands.
    """
    whole = len(found.parts) == 1 and len(found.parts[0]) == 3
    if dates is CitationDates.GREGORIAN or not whole or found.parts[0][0] < 622:
        return {}
    try:
        gregorian = date(*found.parts[0])
    except (TypeError, ValueError):
        return {}
    jalali: Any = JalaliDate(gregorian)  # type: ignore[no-untyped-call]
    day = f"{jalali.day} {jalali.strftime('%B', locale='fa')}"
    own = {"full": f"{day} {jalali.year}", "year": str(jalali.year), "day": day}
    if dates is CitationDates.BOTH:
        own = _both(gregorian, own)
    return own


def _both(gregorian: date, own: dict[str, str]) -> dict[str, str]:
    words = day_in_words(gregorian.isoformat(), PERSIAN)
    return {
        "full": f"{words} ({own['full']})",
        "year": f"{gregorian.year}/{own['year']}",
        "day": f"{words.rpartition(' ')[0]} ({own['day']})",
    }
