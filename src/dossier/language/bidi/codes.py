"""Codes of digits alone:

``978-3-16-148410-0``, ``6037 9900 1234 5678``, ``30 000``. Their groups are parted by signs that do not join numbers behind a
Persian letter (rules W2, W4), so that the groups would change places.
"""

import re

from dossier.language.bidi.kind import ALONE, HYPHENS, NO_MORE, SPACE, D, Kind

_JOINED = rf"{D}++(?:[_{HYPHENS}]{D}++){{2,}}+"
_FOURS = rf"{D}{{4}}(?:{SPACE}{D}{{4}}){{2,}}+"
_THOUSANDS = rf"{D}{{1,3}}(?:{SPACE}{D}{{3}})++"
_PATTERN = re.compile(rf"{ALONE}(?:{_JOINED}|{_FOURS}|{_THOUSANDS}){NO_MORE}")

CODES = Kind("codes", _PATTERN)
