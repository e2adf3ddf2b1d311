"""Pairs of quotation marks in running words."""

import re
from collections.abc import Callable, Iterator, Mapping

_NESTING = {"“": "”", "«": "»", "‹": "›", "„": "“”"}
"""Marks that show which way they look, and those that close them."""
_EITHER = {opening: re.compile(f"[{opening}{closers}]") for opening, closers in _NESTING.items()}
_BEFORE_OPENING = " \t\n\u2028\xa0\u202f([{<—–-/…‘“«„‹\u200c\u200e\u200f\u2066\u2067\u2068"
_FEET_AND_INCHES = re.compile(r"\d\s?['’′]\s?\d{1,2}$")


def _everywhere(index: int) -> bool:
    return True


def outer_pairs(text: str, is_sign: Callable[[int], bool] = _everywhere) -> Iterator[tuple[int, int]]:
    """Where quotations open and close in ``text``; those inside another belong to it.

    Parameters
    ----------
    text:
        Running words.
    is_sign:
        Whether the character at an index may be a quotation mark; in code it is none.

    Returns
    -------
    Indices of the opening and the closing mark. A mark that is never closed opens nothing.
    """
    position = 0
    while opening := _OPENING.search(text, position):
        start = opening.start()
        end = _closing(text, start, is_sign) if is_sign(start) else -1
        if end > start:
            yield start, end
        position = max(start, end) + 1


def quoted_words(text: str) -> tuple[str, ...]:
    """What stands between quotation marks in plain text, without the marks; nothing where no letter or digit is in it."""
    found = (text[start + 1 : end].strip() for start, end in outer_pairs(text))
    return tuple(words for words in found if any(map(str.isalnum, words)))


def _closing(text: str, start: int, is_sign: Callable[[int], bool]) -> int:
    """Where the quotation ends that opens at ``start``; -1 where none opens, or it has no end."""
    find = _FINDERS.get(text[start])
    return find(text, start, is_sign) if find else -1


def _nested(text: str, start: int, is_sign: Callable[[int], bool]) -> int:
    opening, closers, depth = text[start], _NESTING[text[start]], 0
    for found in _EITHER[opening].finditer(text, start + 1):
        if not is_sign(found.start()):
            continue
        if found[0] in closers:
            if not depth:
                return found.start()
            depth -= 1
        else:
            depth += 1
    return -1


def _straight(text: str, start: int, is_sign: Callable[[int], bool]) -> int:
    if not _may_open(text, start):
        return -1
    for index in range(start + 1, len(text)):
        if text[index] == '"' and is_sign(index) and _closes_straight(text, index):
            return index
    return -1


def _closes_straight(text: str, index: int) -> bool:
    behind = text[index + 1 : index + 2]
    return not text[index - 1].isspace() and not behind.isalnum() and not _FEET_AND_INCHES.search(text, max(0, index - 8), index)


def _single(text: str, start: int, is_sign: Callable[[int], bool]) -> int:
    """The end of words in ‘ ’, the second of which is the apostrophe, too.

    Between letters it is one; behind an s and before another word (the prisoners’ families) it may be one, and is taken for the
    end only where there is no better.
    """
    if not _may_open(text, start):
        return -1
    doubtful = -1
    for index in range(start + 1, len(text)):
        if not is_sign(index):
            continue
        if text[index] == "‘" and _may_open(text, index):
            break
        if text[index] != "’" or text[index + 1 : index + 2].isalnum():
            continue
        if not _may_be_genitive(text, index):
            return index
        doubtful = index if doubtful < 0 else doubtful
    return doubtful


def _may_be_genitive(text: str, index: int) -> bool:
    return text[index - 1] in "sSxz" and bool(re.match(r"\s+\w", text[index + 1 :]))


def _may_open(text: str, index: int) -> bool:
    return (index == 0 or text[index - 1] in _BEFORE_OPENING) and not text[index + 1 : index + 2].isspace()


_FINDERS: Mapping[str, Callable[[str, int, Callable[[int], bool]], int]] = {
    **dict.fromkeys(_NESTING, _nested),
    '"': _straight,
    "‘": _single,
}
_OPENING = re.compile(f"[{''.join(_FINDERS)}]")
