"""Dates put together by month, year or decade, as columns of a table.

A column is named by an EDTF date: the month, the year, the decade, or the whole date where it is none of these (an interval, a
season). Dates that are not known come as the empty string, and have a column of their own at the end.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from dossier.edition.timeline import Day, begins

MOST_COLUMNS = 7
"""How many columns of dates a page holds beside the names of kinds."""

_QUALIFIER = re.compile("[?~%]")
_DAY = re.compile(r"(\d{4}-\d\d)-(?:\d\d|XX)(?:T.*)?")
_YEAR = re.compile(r"\d{4}")


def is_uncertain(edtf: str) -> bool:
    """Whether a date is said to be about, or uncertain."""
    return bool(_QUALIFIER.search(edtf))


def column_rule(dates: Sequence[str]) -> Callable[[str], str]:
    """What gives a date its column: the finest grain that makes no more than :data:`MOST_COLUMNS`; else the coarsest."""
    rules = (_month, _year, _decade)
    return next((rule for rule in rules if len(set(map(rule, dates))) <= MOST_COLUMNS), rules[-1])


def in_time(columns: Iterable[str]) -> list[str]:
    """``columns`` once each, in the order of time."""

    def key(column: str) -> tuple[bool, Day, str]:
        return not column, begins(column) if column else (0, 0, 0), column

    return sorted(set(columns), key=key)


def _month(edtf: str) -> str:
    # That a date is uncertain is told by the sign in the cell.
    bare = _QUALIFIER.sub("", edtf)
    day = _DAY.fullmatch(bare)
    return day[1] if day else bare


def _year(edtf: str) -> str:
    year = begins(edtf)[0] if edtf else 0
    return f"{int(year):04}" if 0 < year < 10_000 else _month(edtf)


def _decade(edtf: str) -> str:
    year = _year(edtf)
    return f"{year[:3]}X" if _YEAR.fullmatch(year) else year
