"""What an engine sees in the place of code, addresses and identifiers, and how it is found again in what the engine made."""

import re
from collections.abc import Callable

from dossier.translation.drafting.passage import Passage
from dossier.translation.drafting.translated import in_ascii_digits

_LONGEST = 24
_PLAIN = re.compile(r"[\w.-]+", re.ASCII)

Shape = Callable[[int, str], str]
"""The stand-in for the opaque words of a number (from 1)."""


def _own(number: int, words: str) -> str:
    """The words themselves, where an engine is likely to copy them."""
    return words if len(words) <= _LONGEST and _PLAIN.fullmatch(words) else _letter(number, words)


def _letter(number: int, _: str) -> str:
    return f"Q{number}"


def _figure(number: int, _: str) -> str:
    """Figures are what engines copy best."""
    return str(70707 + 101 * number)


def _capitals(number: int, _: str) -> str:
    return f"XZ{number}X"


SHAPES: tuple[Shape, ...] = (_own, _figure, _capitals)
"""In the order they are tried."""


def stand_ins(passage: Passage, shape: Shape) -> tuple[str, ...] | None:
    """A stand-in for each opaque part of ``passage``; equal parts have the same one.

    Returns
    -------
    ``None`` where one of them stands in the passage for something else too, so that it could not be found again.
    """
    numbers: dict[str, int] = {}
    chosen = []
    for one in passage.opaques:
        words = passage.text[one.start : one.end]
        chosen.append(shape(numbers.setdefault(words, len(numbers) + 1), words))
    rest = "\0".join(_around(passage))
    return None if any(not word.strip() or places(rest, word) for word in chosen) else tuple(chosen)


def _around(passage: Passage) -> list[str]:
    pieces, end = [], 0
    for one in passage.opaques:
        pieces.append(passage.text[end : one.start])
        end = one.end
    return [*pieces, passage.text[end:]]


def places(text: str, words: str) -> list[tuple[int, int]]:
    """Where ``words`` stand in ``text`` as words of their own, in whatever digits."""
    text, words = in_ascii_digits(text), in_ascii_digits(words)
    if not words or words not in text:
        return []
    return [found.span() for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
