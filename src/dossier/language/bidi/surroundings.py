"""Whether a run can come out of order where it stands.

It cannot if it begins and ends with letters of its own direction (behind Latin ones also ASCII digits, which follow them: W7)
and its nearest neighbours, over spaces and punctuation, are letters of the text: then all inside of it takes its direction,
and all outside that of the text (N1, N2). A number before it, and a space between, stay where they are.
"""

import re

from dossier.language.bidi.kind import OBJECT, RTL_LETTERS

_TO_RIGHT = rf"[^\W\d_{RTL_LETTERS}]"
_TO_LEFT = f"[{RTL_LETTERS}]"
_PLAIN = {
    True: re.compile(rf"{_TO_RIGHT}(?:[^{RTL_LETTERS}\u0600-\u08ff{OBJECT}]*(?:{_TO_RIGHT}|[0-9]))?"),
    False: re.compile(rf"{_TO_LEFT}(?:(?:{_TO_LEFT}|[\W\d_])*{_TO_LEFT})?"),
}
_SOMETHING = re.compile(rf"\w|[{RTL_LETTERS}{OBJECT}\u066b\u066c\u200e]")
_OF_TEXT = {True: re.compile(_TO_LEFT), False: re.compile(_TO_RIGHT)}


def needs_isolation(text: str, start: int, end: int, before: int, *, rtl: bool) -> bool:
    """Whether the run from ``start`` to ``end`` needs isolation in ``text``.

    Parameters
    ----------
    before:
        Where the last run ended.
    rtl:
        Whether the text, not the run, is from right to left.
    """
    if not _PLAIN[rtl].fullmatch(text, start, end):
        return True
    behind = _SOMETHING.search(text, end)
    if behind is None or not _OF_TEXT[rtl].match(behind[0]):
        return True
    at = start - 1
    while at >= before and not _SOMETHING.match(text, at):
        at -= 1
    return at < before or not (_OF_TEXT[rtl].match(text, at) or (rtl and text[at].isdecimal() and text[start - 1].isspace()))
