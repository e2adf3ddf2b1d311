"""Numbers in the text's own digits, with a sign, before the first letter of the text.

``۵۰٪`` reads from the right: the number, then the sign on its left. So the algorithm sets it behind a Persian letter. Where
none precedes, the number is a European one (no W2), takes the sign to itself (W5) and throws it to its right. The number
alone is isolated: a sign beside an isolate is neutral, and takes the direction of the text.
"""

import re
from collections.abc import Iterator

from dossier.language.bidi.kind import RTL_LETTERS, Span

_STRONG = re.compile(f"[{RTL_LETTERS}]")
_NUMBER = re.compile(r"[\u06f0-\u06f9]++(?:[./:,\u066b\u066c][\u06f0-\u06f9]++)*+(?=[%\u066a\u2030°$€£¥])")


def own_numbers(text: str) -> Iterator[Span]:
    """Where such numbers stand in ``text``."""
    strong = _STRONG.search(text)
    for found in _NUMBER.finditer(text, 0, strong.start() if strong else len(text)):
        yield found.span()
