"""Quotations and brackets of a plain text: where each begins and ends."""

from collections.abc import Iterator

_CLOSED_BY = {"“": "”", "‘": "’", "„": "“”", "«": "»", "‹": "›", "(": ")", "[": "]", "{": "}", "「": "」", "『": "』", "（": "）"}
_CLOSING = frozenset("".join(_CLOSED_BY.values()))
_APOSTROPHES = frozenset("'’")
_DEEPEST = 20

BRACKETS = frozenset("([{（")
OPENING = frozenset(_CLOSED_BY) | frozenset("‚\"'")
CLOSING = (_CLOSING | frozenset("’\"'")) - {"“"}


def is_mark(text: str, place: int) -> bool:
    """Whether a quotation mark or a bracket stands at ``place``; an apostrophe within a word is none."""
    character = text[place]
    if character in _APOSTROPHES:
        return not (text[max(place - 1, 0) : place].isalnum() and text[place + 1 : place + 2].isalnum())
    return character in OPENING or character in CLOSING


def enclosed(text: str) -> Iterator[tuple[int, int]]:
    """Half-open ranges of what stands in quotation marks or brackets, these included. What is never closed is none."""
    stack: list[int] = []
    for place, character in enumerate(text):
        if not is_mark(text, place):
            continue
        if character == '"':
            yield from _straight(text, stack, place)
        elif character in _CLOSING and (opened := _opened(text, stack, character)) is not None:
            begin = stack[opened]
            del stack[opened:]
            yield begin, place + 1
        elif character in _CLOSED_BY:
            stack.append(place)
            del stack[:-_DEEPEST]


def _straight(text: str, stack: list[int], place: int) -> Iterator[tuple[int, int]]:
    for depth in range(len(stack) - 1, -1, -1):
        if text[stack[depth]] == '"':
            yield stack[depth], place + 1
            del stack[depth:]
            return
    if not text[max(place - 1, 0) : place].isdigit():  # 5" is a measure
        stack.append(place)
        del stack[:-_DEEPEST]


def _opened(text: str, stack: list[int], closing: str) -> int | None:
    fitting = (depth for depth in range(len(stack) - 1, -1, -1) if closing in _CLOSED_BY.get(text[stack[depth]], ""))
    return next(fitting, None)
