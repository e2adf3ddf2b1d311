"""Ranges: ``1988–1990``, ``۱۲–۱۵``, ``10–15%``.

The dash is a neutral sign to the algorithm, so that behind a Persian letter the first number comes to stand on the right;
with a hyphen at the beginning of a passage, on the left. One order for all: Persian reads ranges, like arithmetic, from left
to right, and Arabic does not (``BidiUtils`` of Google's Closure Templates found the same of Persian and Urdu).

A dash with spaces may as well be the sentence's. Only between two years is it taken for that of a range.
"""

import re

from dossier.language.bidi.kind import ALONE, HYPHENS, NO_MORE, NUMBER, D, Kind

_YEARS = rf"{D}{{4}} [\-\u2013] {D}{{4}}"
_PATTERN = re.compile(rf"{ALONE}(?:{_YEARS}|{NUMBER}[{HYPHENS}]{NUMBER})(?:(?<=[0-9]) ?[%\u2030°])?{NO_MORE}")

RANGES = Kind("ranges", _PATTERN, not_in=frozenset({"ar"}))
