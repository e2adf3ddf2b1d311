"""The calendars that a Persian edition may date in."""

from enum import StrEnum


class Calendars(StrEnum):
    """The calendar, or calendars, of the dates in a Persian edition."""

    GREGORIAN = "gregorian"
    JALALI = "jalali"
    BOTH = "both"
