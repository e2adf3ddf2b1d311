"""Numbers written in digits, whatever the digits and however they are grouped: ``30,000``, ``30 000`` and ``۳۰٬۰۰۰`` are one.

A sign before a group of three digits parts thousands; any other point or comma between digits begins a decimal fraction. Where a
number can be read both ways (``1.500``), it is thousands. A word such as *thousand* behind a number belongs to it: Persian writes
``۳۰ هزار`` where English writes ``30,000``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from unicodedata import decimal

_BETWEEN = r"[.,\u060c\u066b\u066c'\u2019\u00a0\u2009\u202f ]"
_NUMBER = re.compile(rf"\d+(?:{_BETWEEN}\d+)*")
_THOUSANDS = re.compile(
    r"\d{1,3}(?P<sign>[.,\u060c\u066c'\u2019\u00a0\u2009\u202f ])\d{3}(?:(?P=sign)\d{3})*(?!\d)",
)
_FRACTION = re.compile(r"[.,\u066b]\d+")
_PLAIN = re.compile(r"\d+")
_SCALES = {
    1_000: "thousand thousands mille milliers هزار ألف آلاف",
    1_000_000: "million millions میلیون مليون ملايين",
    1_000_000_000: "billion billions milliard milliards میلیارد مليار",
    1_000_000_000_000: "trillion trillions تریلیون",
}
_FACTORS = {word: factor for factor, words in _SCALES.items() for word in words.split()}
_SCALE = re.compile(rf"[\s\u200c-]*({'|'.join(sorted(_FACTORS, key=len, reverse=True))})\b", re.IGNORECASE)
_MAY_BE_SCALED = re.compile(
    rf"[\s\u200c-]*[{''.join(sorted({word[0] for word in _FACTORS} | {word[0].upper() for word in _FACTORS}))}]"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in digits: its value in plain form (``30000``, ``1.5``), and from where to where it stands in the text."""

    value: str
    start: int
    end: int


def numbers_in(text: str) -> tuple[str, ...]:
    """The numbers of ``text`` that are written in digits, in order, each in plain form: ``30000``, ``1.5``."""
    return tuple(figure.value for figure in figures_in(text))


def figures_in(text: str) -> Iterator[Figure]:
    """The same numbers with their places; a word such as *thousand* belongs to the number before it."""
    for found in _NUMBER.finditer(text):
        run, start = found[0], found.start()
        if run.isdecimal():
            last = Figure(_plain(run), start, start + len(run))
        else:
            *before, last = _split(run, start)
            yield from before
        scale = _SCALE.match(text, last.end) if _MAY_BE_SCALED.match(text, last.end) else None
        yield Figure(_scaled(last.value, _FACTORS[scale[1].lower()]), last.start, scale.end()) if scale else last


def _scaled(number: str, factor: int) -> str:
    return format((Decimal(number) * factor).normalize(), "f")


def _split(run: str, offset: int) -> list[Figure]:
    """The numbers in digits and signs that may belong together, or may not: ``1988, 300`` has two."""
    found: list[Figure] = []
    position = 0
    while position < len(run):
        whole = _THOUSANDS.match(run, position) or _PLAIN.match(run, position)
        if whole is None:
            position += 1
            continue
        fraction = _FRACTION.match(run, whole.end())
        value = _plain(whole[0]) + (f".{_digits(fraction[0]).rstrip('0')}" if fraction else "")
        end = fraction.end() if fraction else whole.end()
        found.append(Figure(value.rstrip("."), offset + position, offset + end))
        position = end
    return found


def _plain(whole: str) -> str:
    return _digits(whole).lstrip("0") or "0"


def _digits(text: str) -> str:
    if text.isascii() and text.isdigit():
        return text
    return "".join(str(decimal(char)) for char in text if char.isdecimal())
