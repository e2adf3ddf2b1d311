"""Strings of a PO file: quoted and wrapped as GNU msgcat 0.21 does it, and read with every escape that gettext knows.

Translators' tools (msgmerge, Poedit, Weblate) wrap as gettext does. What is wrapped otherwise here would come back changed from
them, and hide the change that matters.
"""

import re
import sys
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from dossier.translation.po_breaks import KINDS, WIDTHS, may_break

PAGE = 79
"""The columns of a line, quotation marks and keyword included: gettext's own default."""

UNWRAPPED = sys.maxsize
"""The columns of a line that ends only where the text has a line end."""

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_PORTION = re.compile(r"(?:[^\n]*\n|[^\n]+$)")
_SEPARATOR = re.compile("(?<=[\u2028\u2029\x85])")
_WORDS = re.compile(r"\w \w")  # the quick way to see that a text can be cut
_UNESCAPE = re.compile(r"(?P<bytes>(?:\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{1,2}))+)|\\(?P<sign>.)", re.DOTALL)
_ESCAPE = re.compile(r"\\.", re.DOTALL)
_BYTE = re.compile(r"\\(?:x(?P<hex>[0-9A-Fa-f]+)|(?P<octal>[0-7]+))")
_SIGNS = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


def quoted(text: str, keyword: str, page: int = PAGE) -> list[str]:
    """``text`` as the lines of a PO string, quotation marks included.

    Parameters
    ----------
    text:
        What the string says.
    keyword:
        What stands before it on its first line, with its prefix: ``msgid``, ``#| msgid``, ``#~ msgstr``. All lines have the
        prefix, so that less room is left for the text.
    page:
        How many columns a line may have.
    """
    portions = [_escaped(part) for part in _PORTION.findall(text)]
    if not portions:
        return ['""']
    if page == UNWRAPPED:
        return [f'"{portion}"' for portion in (portions if len(portions) == 1 else ["", *portions])]
    room = page - len(keyword) + len(keyword.split(" ")[-1]) - len('""')
    first_room = page - len(keyword) - len(' ""')
    if len(portions) == 1 and _is_one_line(portions[0], first_room, room):
        return [f'"{portions[0]}"']
    return ['""', *(f'"{line}"' for portion in portions for line in _filled(portion, room))]


def unquoted(lines: Sequence[str]) -> str:
    """What a PO string says: the lines joined, their quotation marks taken off, and gettext's escapes resolved."""
    text = "".join(line[1:-1] for line in lines)
    return _UNESCAPE.sub(_unescaped, text) if "\\" in text else text


def _unescaped(found: re.Match[str]) -> str:
    if (sign := found["sign"]) is not None:
        return _SIGNS.get(sign, sign)
    data = bytes((int(byte["hex"], 16) if byte["hex"] else int(byte["octal"], 8)) & 0xFF for byte in _BYTE.finditer(found[0]))
    try:
        return data.decode()
    except UnicodeDecodeError:
        return found[0]


def _escaped(text: str) -> str:
    for sign, escape in _ESCAPES.items():  # the backslash first
        text = text.replace(sign, escape)
    return text


def _is_one_line(text: str, first_room: int, room: int) -> bool:
    """Whether ``text`` stays on the line of its keyword: because there is room, or because it can be cut nowhere."""
    if text.isascii() or not _SEPARATOR.search(text):
        return _fits(text, first_room) or not (_WORDS.search(text) or _Breaks(text).first(1))
    first, *others = _SEPARATOR.split(text)
    return len(_cut(first, first_room)) == 1 and all(len(_cut(part, room)) == 1 for part in others)


def _fits(text: str, room: int) -> bool:
    if len(text) <= room // 2 or text.isascii():
        return len(text) <= room
    return len(text) <= 4 * room and sum(map(WIDTHS.__getitem__, text)) <= room


def _filled(text: str, room: int) -> list[str]:
    """Escaped ``text``, without line ends but at its end, in lines of at most ``room`` columns where it can be cut.

    msgcat counts anew behind a separator such as U+2028, and does not cut there.
    """
    if text.isascii() or not _SEPARATOR.search(text):
        return _cut(text, room)
    lines = [""]
    for part in _SEPARATOR.split(text):
        first, *others = _cut(part, room)
        lines[-1] += first
        lines.extend(others)
    return lines


def _cut(text: str, room: int) -> list[str]:
    columns: Sequence[int] = range(len(text) + 1) if text.isascii() else _column_of_each(text)
    breaks = _Breaks(text)
    lines, start = [], 0
    while columns[-1] - columns[start] > room:
        reach = bisect_right(columns, columns[start] + room) - 1
        end = breaks.last(start, reach) or breaks.first(reach + 1)
        if end is None:
            break
        lines.append(text[start:end])
        start = end
    return [*lines, text[start:]]


def _column_of_each(text: str) -> list[int]:
    return list(accumulate(map(WIDTHS.__getitem__, text), initial=0))


class _Breaks:
    """Where a line of an escaped text may end: not inside an escape, and not before the ``\\n`` at its end."""

    def __init__(self, text: str) -> None:
        self._kinds = text.translate(KINDS)
        self._forbidden = {found.start() + 1 for found in _ESCAPE.finditer(text)} if "\\" in text else set[int]()
        if text.endswith("\\n"):
            self._forbidden.add(len(text) - 2)

    def last(self, start: int, reach: int) -> int | None:
        """The last one behind ``start``, up to ``reach``."""
        return next((at for at in range(reach, start, -1) if self._may_end(at)), None)

    def first(self, reach: int) -> int | None:
        """The first one from ``reach`` on."""
        return next((at for at in range(reach, len(self._kinds)) if self._may_end(at)), None)

    def _may_end(self, at: int) -> bool:
        return at not in self._forbidden and may_break(self._kinds, at)
