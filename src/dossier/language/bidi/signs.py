"""Numbers with a sign of their own.

Behind a Persian letter a sign is no part of the number (W2 takes away what W5 would join) and goes to its other side: ``−5``
becomes ``5−``. Persian writes the minus on the left (CLDR's begins with U+200E), with either digits.

Signs of amounts (``50%``, ``$50``, ``45°``) stay as written beside ASCII digits, which are a foreign notation; beside Persian
digits they are read as the sentence is, from the right, and the algorithm does that.
"""

import re

from dossier.language.bidi.kind import NUMBER, SPACE, Kind

_FREE = r"(?<![^\s(\[«“‘])"
_SIGNED = rf"{_FREE}(?:[+\-\u2212±]|[~≈<>≤≥] ?)[$€£¥]?{NUMBER}(?:(?<=[0-9]){SPACE}?[%\u2030°$€£¥])?"
_MARKED = rf"{_FREE}[#§№$€£¥]{SPACE}?(?=[0-9]){NUMBER}"
_MEASURED = rf"(?<![\w./:,])(?=[0-9]){NUMBER}{SPACE}?[%\u2030°$€£¥]"
_PATTERN = re.compile(f"{_SIGNED}|{_MARKED}|{_MEASURED}")

SIGNS = Kind("signs", _PATTERN)
