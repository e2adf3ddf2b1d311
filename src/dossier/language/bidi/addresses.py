"""Addresses of the web.

The slashes, dots and query of ``https://example.org/نامه/12`` belong to the address, whatever letters stand between them;
outside of an isolate each sign would take the direction of its neighbours (N1), and the end of the sentence would swallow the
last slash. Addresses in Latin letters alone are found as foreign runs as well.
"""

import re
from collections.abc import Iterator

from dossier.language.bidi.brackets import balanced
from dossier.language.bidi.kind import Span

_MAY_BE = ("://", "www.")
_PATTERN = re.compile(
    r"(?:(?<![a-zA-Z])[a-zA-Z][a-zA-Z+.-]{1,15}://|(?<![\w.])www\.)[^\s<>«»“”\"\ufffc\u200e\u200f\u202a-\u202e\u2066-\u2069]+"
)
_NOT_LAST = frozenset(".,:;!?…'’،؛؟\u00ad\u200b\u200c\u200d\u2060\ufeff")


def addresses(text: str) -> Iterator[Span]:
    """Where addresses of the web stand in ``text``, without the punctuation behind them."""
    if not any(sign in text for sign in _MAY_BE):
        return
    for found in _PATTERN.finditer(text):
        whole = next(balanced(text, *found.span()))
        end = whole.end
        while end > whole.start and text[end - 1] in _NOT_LAST:
            end -= 1
        if end > whole.start:
            yield whole.start, end
