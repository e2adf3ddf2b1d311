"""T022: spaces stand where the language sets them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.translation.checks.finding import Finding
from dossier.translation.checks.form.reading import NOTE, OBJECT, around, read
from dossier.translation.checks.passage import Passage

_SPACE = r"[ \u00a0\u2009\u202f]"
_LETTER = r"[^\W\d_]"
# A sign with a space before it, and not one that is itself spoken of: « , ». Signs come first in these patterns: that is quick.
_BEHIND_SPACE = rf"(?<={_SPACE}.)(?<![«“‹(\[{NOTE}]{_SPACE}.)(?<!^{_SPACE}.)"
_AT_WORD = rf"[\w»”)\]}}%°{NOTE}]"


@dataclass(frozen=True, slots=True)
class _Habit:
    """A fault of spacing: what to look for, what is said of it, how it is mended, and what in an original excuses it."""

    pattern: re.Pattern[str]
    message: str
    mend: str
    excuse: re.Pattern[str] | None = None


def _habit(pattern: str, message: str, mend: str, *, excuse: str = "") -> _Habit:
    return _Habit(re.compile(pattern), message, mend, re.compile(excuse) if excuse else None)


_OUT = "take the space out"
_EVERYWHERE = (
    _habit(r"(?<=\S)[ \u00a0\u202f]{2,}(?=\S)", "two spaces in a row", "leave one of them", excuse=r"[ \u00a0\u202f]{2}|\t"),
    _habit(rf"[(\[]{_SPACE}+(?![\s)\]»])", "a space behind an opening bracket", _OUT, excuse=r"[(\[]\s"),
    _habit(rf"[)\]]{_BEHIND_SPACE}", "a space before a closing bracket", _OUT, excuse=r"\s[)\]]"),
)
_BEHIND_COMMA = _habit(rf",(?<={_LETTER},)(?={_LETTER})", "no space behind a comma", "write a space behind it", excuse=r",\w")
_BEFORE_COMMA = _habit(
    rf"(?:,(?!\w)|\.(?![\w.…*/])){_BEHIND_SPACE}", "a space before a comma or full stop", _OUT, excuse=r"\s[.,]"
)
_FRENCH_COLON = _habit(
    rf":(?=[\s»]|{NOTE}*$)(?<={_AT_WORD}:)",
    "no space before a colon",
    "write a space before it; the press makes it one that does not break",
)
_FRENCH_HIGH = _habit(
    rf"[;!?](?<=(?:{_AT_WORD}|[{OBJECT}’]).)(?![=\w/&*\[{OBJECT}])",
    "no space before a high sign (; ! ?)",
    "write a space before it; the press makes it a narrow one that does not break",
)
_QUOTES = (
    _habit(
        rf"«(?![\s»]|{NOTE}\s)|»(?<![\s«]»)(?<!\s{NOTE}»)", "no space inside « »", "write a space inside each mark: « words »"
    ),
    _habit(rf"«(?<={_LETTER}«)|»(?={_LETTER})", "no space outside « »", "write a space between the word and the mark"),
)
_NUMBERS = _habit(r"%(?<=\d%)(?![\w(%])|[°º](?<=\b[nN].)(?=\d)", "no space between a number and its sign", "write “10 %”, “n° 5”")
_FRENCH = (_BEFORE_COMMA, _BEHIND_COMMA, _FRENCH_COLON, _FRENCH_HIGH, *_QUOTES, _NUMBERS)
_PERSIAN = (
    _habit(rf"(?:[،؛؟»](?!\w)|[.:!](?![\w.:)(\-/*=])){_BEHIND_SPACE}", "a space before a sign that stands at its word", _OUT),
    _habit(rf"«{_SPACE}", "a space behind «", _OUT),
    _habit(rf"[،؛](?:(?=[{OBJECT}«(\[]|{_LETTER})|(?=\d)(?<!\d.))", "no space behind ، or ؛", "write a space behind the sign"),
)
_ENGLISH = (
    _habit(rf"(?:[,;:!?](?![\w)(\-=])|\.(?![\w.…*/])){_BEHIND_SPACE}", "a space before a sign", _OUT),
    _BEHIND_COMMA,
)
# The Office québécois de la langue française sets no space before ; ! and ?
_HABITS: Mapping[str, tuple[_Habit, ...]] = {
    "fr": (*_EVERYWHERE, *_FRENCH),
    "fr-CA": (*_EVERYWHERE, *(habit for habit in _FRENCH if habit is not _FRENCH_HIGH)),
    "fa": (*_EVERYWHERE, *_PERSIAN),
    "en": (*_EVERYWHERE, *_ENGLISH),
}


def check(one: Passage) -> Iterator[Finding]:
    """Look for each fault of the language, and for spaces at the ends of the text that the original has not.

    Any kind of space will do. Times, ratios, addresses, code, placeholders and runs such as ``?!`` are passed over, and so
    are the signs of footnotes.
    """
    yield from _ends(one.unit.msgid, one.translation.text)
    reading = read(one)
    for habit in _HABITS.get(one.language) or _HABITS.get(reading.language, _EVERYWHERE):
        found = habit.pattern.search(reading.translated)
        if found and not (habit.excuse and habit.excuse.search(reading.original)):
            words = around(reading.translated, found.start(), found.end())
            yield Finding("T022", f"{habit.message}: {words}", habit.mend)


def _ends(original: str, translated: str) -> Iterator[Finding]:
    if translated[:1].isspace() and not (original[:1].isspace() or translated.lstrip()[:1] in tuple(":;!?»")):
        yield Finding("T022", "a space at the beginning that the original has not", "take the space out")
    if not set(translated[len(translated.rstrip()) :]) <= set(original[len(original.rstrip()) :]):
        yield Finding("T022", "a space at the end that the original has not", "take the space out")
