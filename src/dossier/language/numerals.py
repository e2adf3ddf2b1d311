"""Numbers written in digits, whatever the digits and however they are grouped: ``30,000``, ``30 000`` and ``۳۰٬۰۰۰`` are one.

A sign before a group of three digits parts thousands; any other point or comma between digits begins a decimal fraction. Where a
number can be read both ways (``1.500``), it is thousands. A word such as *thousand* behind a number belongs to it: Persian writes
``۳۰ هزار`` where English writes ``30,000``.
"""

import re
from decimal import Decimal
from unicodedata import decimal

_BETWEEN = r"[.,\u066b\u066c'\u2019\u00a0\u2009\u202f ]"
_NUMBER = re.compile(rf"\d+(?:{_BETWEEN}\d+)*")
_THOUSANDS = re.compile(r"\d{1,3}(?P<sign>[.,\u066c'\u2019\u00a0\u2009\u202f ])\d{3}(?:(?P=sign)\d{3})*(?!\d)")
_FRACTION = re.compile(r"[.,\u066b]\d+")
_PLAIN = re.compile(r"\d+")
_SCALES = {
    1_000: "thousand mille هزار ألف آلاف",
    1_000_000: "million millions میلیون مليون ملايين",
    1_000_000_000: "billion milliard milliards میلیارد مليار",
}
_FACTORS = {word: factor for factor, words in _SCALES.items() for word in words.split()}
_SCALE = re.compile(rf"[\s\u200c]*({'|'.join(_FACTORS)})\b", re.IGNORECASE)


def numbers_in(text: str) -> tuple[str, ...]:
    """The numbers of ``text`` that are written in digits, in order, each in plain form: ``30000``, ``1.5``."""
    numbers: list[str] = []
    for found in _NUMBER.finditer(text):
        numbers += _split(found[0])
        if scale := _SCALE.match(text, found.end()):
            numbers[-1] = _scaled(numbers[-1], _FACTORS[scale[1].lower()])
    return tuple(numbers)


def _scaled(number: str, factor: int) -> str:
    return format((Decimal(number) * factor).normalize(), "f")


def _split(run: str) -> list[str]:
    """The numbers in digits and signs that may belong together, or may not: ``1988, 300`` has two."""
    found: list[str] = []
    position = 0
    while position < len(run):
        whole = _THOUSANDS.match(run, position) or _PLAIN.match(run, position)
        if whole is None:
            position += 1
            continue
        fraction = _FRACTION.match(run, whole.end())
        found.append(_plain(whole[0]) + (f".{_digits(fraction[0]).rstrip('0')}" if fraction else ""))
        position = fraction.end() if fraction else whole.end()
    return [number.rstrip(".") for number in found]


def _plain(whole: str) -> str:
    return _digits(whole).lstrip("0") or "0"


def _digits(text: str) -> str:
    return "".join(str(decimal(char)) for char in text if char.isdecimal())
