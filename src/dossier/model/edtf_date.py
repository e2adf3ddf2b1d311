"""Dates that may be uncertain, incomplete or spans: EDTF (https://www.loc.gov/standards/datetime/), levels 0 to 2."""

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from edtf import EDTFObject

_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@cache
def parsed_date(value: str) -> "EDTFObject":
    """``value`` as the library ``edtf`` understands it.

    Most dates are a plain year, month or day. Those are not sent through its grammar, which takes a hundredth of a second each:
    a long timeline would wait for it longer than for its pages.

    Raises
    ------
    ValueError
        Where it is no EDTF date.
    """
    from edtf import EDTFObject, parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    if (found := _PLAIN.fullmatch(value)) and (plain := _plain(*found.groups())):
        return plain
    try:
        parsed = parse_edtf(value)
    except EDTFParseException as error:
        raise ValueError(f"“{value}” is no EDTF date") from error
    assert isinstance(parsed, EDTFObject)
    return parsed


def _plain(year: str, month: str | None, day: str | None) -> "EDTFObject | None":
    """A date of the calendar; ``None`` for what has the form of one and is none, such as a season (``1988-21``)."""
    from edtf import Date

    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    made: EDTFObject = Date(year, month, day)
    return made
