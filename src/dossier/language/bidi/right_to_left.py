"""Words from right to left in text from left to right, with the numbers and signs inside them.

A number behind such words is drawn to their left (W2 makes it an Arabic one, N1 the space before it one of theirs), even
where it belongs to the text around: *the book نامه 1988*. Numbers in the script's own digits belong to the words, and so does
its punctuation; ASCII commas and semicolons are the text's, so that a list of such words keeps the text's order.
"""

import re
from collections.abc import Iterator

from dossier.language.bidi.brackets import Part, balanced
from dossier.language.bidi.kind import OBJECT, RTL_LETTERS, STEERING, Span

_LETTER = re.compile(rf"(?=\w)[{RTL_LETTERS}]")
_OTHER = RTL_LETTERS + "\u0600-\u08ff\u200c\u200d"
_STRETCH = re.compile(rf"(?:[{_OTHER}]|[^\w,;{OBJECT}{STEERING}\u200e]|\d)+")
_FIRST = re.compile(r"[#@]?[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_LAST = frozenset("؟٪")
_LEFT_BEHIND = frozenset("،؛\u200c\u200d")


def right_to_left(text: str, marks: str) -> Iterator[Span]:
    """Where words from right to left stand in ``text``; quotation marks that the text itself uses (``marks``) stay outside."""
    position = 0
    while letter := _LETTER.search(text, position):
        start = letter.start()
        while start > position and _STRETCH.fullmatch(text, start - 1, start):
            start -= 1
        stretch = _STRETCH.match(text, letter.start())
        position = stretch.end() if stretch else letter.end()
        for part in balanced(text, start, position):
            yield from _run(text, part, marks)


def _run(text: str, part: Part, marks: str) -> Iterator[Span]:
    first = _FIRST.search(text, part.start, part.end)
    if first is None or not _LETTER.search(text, part.start, part.end):
        return
    start, end = first.start(), part.end
    while end > start and not _ends_run(text[end - 1]):
        end -= 1
    # The pairs are in the order of their first halves; the outer ones come to stand around what the inner ones gave.
    for opening, closing in reversed(part.pairs):
        if text[opening] in '“"' or text[opening] in marks:
            continue
        if start <= opening < end <= closing:
            end = closing + 1
        elif opening < start <= closing < end:
            start = opening
        elif text[opening] == "«" and (opening, closing) == (start - 1, end):
            start, end = opening, closing + 1
    yield start, end


def _ends_run(sign: str) -> bool:
    return sign in _LAST or (bool(_FIRST.match(sign)) and sign not in _LEFT_BEHIND)
