"""T012: the dates of the original are in the translation, and no others.

A day is the same however it is written: *3 September 2020*, ``2020-09-03``, «۱۳ شهریور ۱۳۹۹», or both calendars side by side. A
date need not be repeated as often, nor with its year where the year stands elsewhere in the passage. The name of a month alone is
compared where it can be nothing else (not *May*). Days of the week, and the lunar calendar, are not read.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from babel.dates import format_date, format_skeleton

from dossier.language.registry import language
from dossier.language.written_dates import PartialDate, Reckoning, WrittenDate, reckoned
from dossier.model.document import UnitKind
from dossier.translation.checks.fidelity import claims
from dossier.translation.checks.finding import Finding
from dossier.translation.checks.passage import Passage


def check(one: Passage) -> Iterator[Finding]:
    """Look for each date of one text among those of the other; a date may lose a part only to the words around it."""
    before, after = reckonings(one)
    if not (before.dates or after.dates):
        return
    lost, added = _without(before, after), _without(after, before)
    if not any(date.parts for date in (*lost, *added)) and not (lost and added):
        return  # a month is named in one text only: in words that count nothing
    if one.unit.kind is UnitKind.CLAIM_ANSWER and claims.says_something(one):
        return
    yield from _told(lost, added, one.language)


def reckonings(one: Passage) -> tuple[Reckoning, Reckoning]:
    """What counts in the original and in the translation."""
    return reckoned(one.original_prose, one.unit.language), reckoned(one.translated_prose, one.language)


def years_apart(one: str, other: str) -> bool:
    """Whether two years may be one, counted in the Gregorian and in the solar Hijri calendar: 1988 is 1366 or 1367."""
    return len(one) == len(other) == 4 and one.isdecimal() and other.isdecimal() and abs(int(one) - int(other)) in (621, 622)


def _without(here: Reckoning, there: Reckoning) -> list[WrittenDate]:
    """Dates of ``here`` that ``there`` does not have, once each."""
    missing: dict[frozenset[PartialDate], WrittenDate] = {}
    for one in here.dates:
        if (one.certain or not one.is_bare) and not _is_in(one, there):
            missing.setdefault(one.readings, one)
    return list(missing.values())


def _is_in(one: WrittenDate, there: Reckoning) -> bool:
    same = [other for other in there.dates if _agree(one, other)]
    numbers = _numbers(there)
    if not same:
        # “In March 5 people …” may be a date or not: the number decides.
        return not one.certain and not there.dates and all(part in numbers for part in one.parts)
    if one.has_day and not any(other.has_day for other in same) and one.parts[0] not in numbers:
        return False
    if one.has_year and not any(other.has_year for other in same):
        years = [part for part in one.parts if len(part) == 4]
        return any(year == number or years_apart(year, number) for year in years for number in numbers)
    return True


def _agree(one: WrittenDate, other: WrittenDate) -> bool:
    return any(_fits(reading, another) for reading in one.readings for another in other.readings)


def _fits(one: PartialDate, other: PartialDate) -> bool:
    same_day = one.day is None or other.day is None or one.day == other.day
    same_year = one.year is None or other.year is None or one.year == other.year
    return one.month == other.month and same_day and same_year


def _numbers(text: Reckoning) -> set[str]:
    return {*text.figures, *(value for value, _ in text.words), *(part for one in text.dates for part in one.parts)}


def _told(lost: Sequence[WrittenDate], added: Sequence[WrittenDate], tag: str) -> Iterator[Finding]:
    if len(lost) == len(added) == 1:
        message = f"the translation has the date “{added[0].words}” where the original has “{lost[0].words}”"
        yield Finding("T012", message, f"write the date of the original: {_in_words(lost[0], tag)}")
        return
    for one in lost:
        yield Finding("T012", f"the translation lost the date “{one.words}”, or a part of it", f"write it: {_in_words(one, tag)}")
    for one in added:
        message = f"the translation has the date “{one.words}”, the original has not"
        yield Finding("T012", message, "write the dates of the original, and no others")


def _in_words(one: WrittenDate, tag: str) -> str:
    """How a reader of ``tag`` would write it; as it stands where it can be read in more ways than one."""
    if len(one.readings) != 1:
        return one.words
    reader, (reading,) = language(tag), one.readings
    day = date(reading.year or 2000, reading.month, reading.day or 1)
    if reading.day and reading.year:
        text = format_date(day, "long", locale=reader.locale)
    else:
        skeleton = f"{'y' if reading.year else ''}MMMM{'d' if reading.day else ''}"
        text = format_skeleton(skeleton, day, locale=reader.locale)
    return reader.in_digits(text)
