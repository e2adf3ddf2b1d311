"""Dates whose parts are joined by hyphens or dashes:

``2024-05-12``. A hyphen joins numbers only where they are European ones (rule W4), and behind a Persian letter they are not
(rule W2): the parts would stand in the order ``12-05-2024``, which is another date.

Dates with slashes or dots need nothing: these signs join both classes of numbers, and the year stands on the left, where
Persian forms and computers have it.
"""

import re

from dossier.language.bidi.kind import ALONE, HYPHENS, NO_MORE, D, Kind

_TIME = rf"(?:[ T]{D}{{1,2}}:{D}{{2}}(?::{D}{{2}})?)?"
_PATTERN = re.compile(rf"{ALONE}{D}{{1,4}}(?P<sign>[{HYPHENS}]){D}{{1,2}}(?P=sign){D}{{1,4}}{_TIME}{NO_MORE}")

DATES = Kind("dates", _PATTERN)
