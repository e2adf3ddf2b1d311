"""The fields of a PO file's header, each with the places of its characters in the file.

The header is the translation of the empty text: lines ``Name: value`` that may be spread over strings in any way
(GNU gettext manual, "Filling in the Header Entry").
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from dossier.translation.people.trace import Cut

_OLD = r"[ \t]*(?:#~[ \t]*)?"
_START = re.compile(
    rf'^{_OLD}msgid[ \t]*""[ \t]*\r?\n(?:(?:{_OLD}(?:""[ \t]*)?|[ \t]*#(?!~)[^\n]*)\r?\n)*{_OLD}(?=msgstr[ \t]*")', re.MULTILINE
)
_LINE = re.compile(rf'{_OLD}(?P<keyword>msg\w+(?:\[\d+\])?)?[ \t]*(?:"(?P<string>(?:[^"\\\n]|\\.)*)")?[^\n]*(?:\n|\Z)')
_CHARACTER = re.compile(r"\\(?P<escaped>.)|(?P<plain>.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}
_DATE = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(?P<between>[ T])(?P<time>\d\d:\d\d(?::\d\d)?)(?P<zone>\s*(?P<name>\S.*)?)$")
_OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>\d\d)(?::?(?P<minutes>\d\d))?")
_UNIVERSAL = frozenset({"", "Z", "UTC", "GMT"})


@dataclass(frozen=True, slots=True)
class String:
    """One string of the header: the place of what is between its quotation marks, and that of its whole line."""

    start: int
    end: int
    line: tuple[int, int]
    has_keyword: bool

    def cuts(self, inside: Sequence[Cut]) -> Sequence[Cut]:
        """The cuts ``inside``, or one of the whole line where nothing would be left between the quotation marks."""
        length = sum(cut.end - cut.start for cut in inside if not cut.instead)
        return [Cut(*self.line)] if length == self.end - self.start > 0 and not self.has_keyword else inside


@dataclass(frozen=True, slots=True)
class Field:
    """A field, decoded, and the places of its characters in the file.

    ``name_at`` has those of the name and what stands before the value, ``value_at`` those of the value, ``end_at`` that of
    the end of the line, where there is one.
    """

    name: str
    value: str
    name_at: tuple[tuple[int, int], ...]
    value_at: tuple[tuple[int, int], ...]
    end_at: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """Where in the file the field begins."""
        return self.name_at[0][0]

    @property
    def whole(self) -> tuple[Cut, ...]:
        """What takes the field away."""
        return tuple(Cut(*span) for span in _joined((*self.name_at, *self.value_at, *self.end_at)))

    def part(self, start: int, end: int, instead: str) -> tuple[Cut, ...]:
        """What replaces the characters from ``start`` to ``end`` of the value."""
        first, *rest = _joined(self.value_at[start:end])
        return Cut(*first, instead), *(Cut(*span) for span in rest)


@dataclass(frozen=True, slots=True)
class Header:
    """A header entry: where the comments before it begin, where it begins, and its fields."""

    comments_start: int
    start: int
    strings: tuple[String, ...]
    fields: tuple[Field, ...]

    def cuts(self, cuts: Iterable[Cut]) -> tuple[Cut, ...]:
        """``cuts``, and the whole line instead of a string that nothing would be left of."""
        left: dict[int, list[Cut]] = {}
        others: list[Cut] = []
        for cut in cuts:
            index = bisect_right(self.strings, cut.start, key=lambda string: string.start) - 1
            inside = index >= 0 and cut.end <= self.strings[index].end
            (left.setdefault(index, []) if inside else others).append(cut)
        return (*others, *(cut for index, inside in left.items() for cut in self.strings[index].cuts(inside)))


def headers(text: str) -> Iterator[Header]:
    """The header of a PO file; also those that are obsolete, or one too many."""
    for found in _START.finditer(text):
        comments_start = _comments_before(text, found.start())
        line_before = text[text.rfind("\n", 0, max(comments_start - 1, 0)) + 1 : comments_start]
        if not line_before.lstrip("#~ \t").startswith("msgctxt"):
            strings = tuple(_strings(text, found.end()))
            yield Header(comments_start, found.start(), strings, tuple(_fields(text, strings)))


def in_universal_time(value: str) -> tuple[int, int, str] | None:
    """What of ``value``, a time, tells a time zone: start, end, and the same without it; ``None`` where nothing does."""
    found = _DATE.search(value)
    if found is None or (found["name"] or "").strip().upper() in _UNIVERSAL:
        return None
    offset = _OFFSET.fullmatch(found["name"].strip())
    if offset is None:
        return *found.span("zone"), ""  # a zone's name says no time that could be kept
    minutes = int(offset["hours"]) * 60 + int(offset["minutes"] or 0)
    if minutes == 0:
        return None
    form = f"%Y-%m-%d{found['between']}%H:%M" + (":%S" if found["time"].count(":") == 2 else "")
    try:
        zone = timezone(timedelta(minutes=-minutes if offset["sign"] == "-" else minutes))
        local = datetime.strptime(f"{found['day']}{found['between']}{found['time']}", form).replace(tzinfo=zone)
        return found.start(), found.end(), f"{local.astimezone(UTC).strftime(form)}+0000"
    except (ValueError, OverflowError):  # no time there is
        return *found.span("zone"), ""


def _comments_before(text: str, start: int) -> int:
    """Where the comments, and blank lines, begin that stand right before ``start``."""
    while start:
        before = text.rfind("\n", 0, start - 1) + 1
        line = text[before:start].strip()
        if line and (not line.startswith("#") or line.startswith("#~")):
            break
        start = before
    return start


def _strings(text: str, start: int) -> Iterator[String]:
    """The strings of the ``msgstr`` that begins at ``start``."""
    while start < len(text):
        line = _LINE.match(text, start)
        assert line is not None  # it matches whatever there is
        if line["keyword"] and line["keyword"] != "msgstr":
            break
        if line["string"] is not None:
            yield String(*line.span("string"), line.span(), bool(line["keyword"]))
        start = line.end()


def _fields(text: str, strings: Iterable[String]) -> Iterator[Field]:
    characters: list[str] = []
    at: list[tuple[int, int]] = []
    for string in strings:
        for found in _CHARACTER.finditer(text, string.start, string.end):
            characters.append(_ESCAPES.get(found["escaped"], found["escaped"]) if found["escaped"] else found["plain"])
            at.append(found.span())
    start = 0
    for line in _lines("".join(characters)):
        name, _, value = line.rstrip("\n").partition(":")
        value = value.lstrip()
        end = start + len(line.rstrip("\n"))
        yield Field(
            name.strip(),
            value,
            *map(tuple, (at[start : end - len(value)], at[end - len(value) : end], at[end : start + len(line)])),
        )
        start += len(line)


def _lines(text: str) -> Iterator[str]:
    """The lines of ``text`` with their ends; only U+000A ends one here."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and joined[-1][1] == start:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined
