"""Days of citations in the calendar of Iran, in the pieces that citation styles ask for."""

from datetime import date

from dossier.attribution.csl.dates import CslDate
from dossier.language.calendars import JalaliDay, month_name, shown_jalali
from dossier.language.dates import day_in_words
from dossier.language.value import Language
from dossier.model.calendars import Calendars


def jalali_words(found: CslDate, language: Language) -> dict[str, str]:
    """What stands in the place of each way to show a date: ``full``, ``year`` and ``day`` (with its month).

    Its digits become Persian with the rest of the text, when letters that tell two works of one year apart have been added.
    Where nothing is given, the Gregorian date stands.
    """
    if len(found.parts) != 1 or len(found.parts[0]) != 3:
        return {}
    try:
        gregorian = date(*found.parts[0])
    except (TypeError, ValueError):
        return {}
    shown = shown_jalali(gregorian, language)
    if shown is None:
        return {}
    own = _words(shown, language)
    return own if language.calendars is Calendars.JALALI else _both(gregorian, own, language)


def _words(day: JalaliDay, language: Language) -> dict[str, str]:
    words = f"{day.day} {month_name(day.month, language)}"
    return {"full": f"{words} {day.year}", "year": str(day.year), "day": words}


def _both(gregorian: date, own: dict[str, str], language: Language) -> dict[str, str]:
    words = day_in_words(gregorian.isoformat(), language.dated_in(Calendars.GREGORIAN))
    return {
        "full": f"{words} ({own['full']})",
        "year": f"{gregorian.year}/{own['year']}",
        "day": f"{words.rpartition(' ')[0]} ({own['day']})",
    }
