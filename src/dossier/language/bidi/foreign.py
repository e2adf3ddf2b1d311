"""Foreign words in text from right to left, with all that belongs to them.

Each word reads from left to right by itself, but what stands at its edges does not: brackets, dots, signs and numbers at the
beginning or the end of a run of words take the direction of the text (rules N0 to N2), and numbers behind it that belong to
the text are drawn into it (W7). So ``Amnesty International (UK)``, ``J. Smith & Co.``, ``11 December 2020``, ``A/HRC/45/13``,
``para. 3``, ``--flag``, ``#tag``, ``21 °C``, ``E = mc²``, file names and e-mail addresses are runs, and each name of a list
with Persian commas is one.

A run is as long as it can be between letters, digits and punctuation of the text's own script. Inside of it all punctuation
stays. At its ends, numbers in ASCII digits that only a space (behind it also a comma) parts from it belong to it; brackets,
if both do; a dot, if it is that of an abbreviation. A note's number in square brackets belongs to the sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.language.bidi.brackets import Part, balanced
from dossier.language.bidi.kind import INVISIBLE, OBJECT, RTL_LETTERS, STEERING, Span

_OWN = f"{RTL_LETTERS}\u0600-\u08ff«»‹›{STEERING}{OBJECT}\x00-\x08\x0b\x0c\x0e-\x1f"
"""What no foreign run holds."""
_STRETCH = re.compile(f"[^{_OWN}]+")
_LETTER = re.compile(rf"[^\W\d_{_OWN}]")
_OUTSIDE = re.compile(f"[{_OWN}]")
_WORD = re.compile(r"\S+")
_BEFORE = re.compile(r"[+\-\u2212±~<>≤≥$€£¥#§(]?\d(?:[\d.,:/×=+–-]*\d)?[%°\u00b2\u00b3]?")
_BEHIND = re.compile(r"[+\-\u2212±~<>≤≥$€£¥#§(]*\d(?:[\d.,:/()–-]*[\d)])?[%°\u00b2\u00b3]?[.,:;!?…)]*")
_OPERATOR = re.compile(r"[=<>≤≥≠+×÷\u2212±≈&/]")
_ENDS_SENTENCE = tuple(".!?;:…–—")
_ABBREVIATION = re.compile(
    r"(?:(?:[A-Za-z]\.){2,}|(?:al|art|bros|cf|co|corp|dr|ed|eds|etc|inc|jr|lit|ltd|mr|mrs|ms|no|nos|nr|op|cit|p|para|paras|pp|prof|sr|st|"
    r"sec|tel|vol|vols|ch|fig|ibid|al|v|vs|n|nn|fn|approx|ca|ff|esp|gov|dept|univ)\.)[\])]*",
    re.IGNORECASE,
)
_STRIPPED_BEFORE = frozenset("'‘’*·•–—,;:!?…|")
_STRIPPED_BEHIND = frozenset("'‘’.,;:!?…*·•–—-|=<&")
_UNSEEN = re.compile(rf"[\s{INVISIBLE}]")
_HELD_BEFORE = frozenset(".-\u2212+/\\~")
"""Signs that begin a path, a flag or a number, if nothing is joined to them from before."""


@dataclass
class _Ends:
    """A run that is being drawn in."""

    start: int
    end: int


def foreign(text: str) -> Iterator[Span]:
    """Where foreign words stand in ``text``, with what belongs to them."""
    position = 0
    while letter := _LETTER.search(text, position):
        start = letter.start()
        while start > position and not _OUTSIDE.match(text, start - 1):
            start -= 1
        stretch = _STRETCH.match(text, letter.start())
        assert stretch is not None, "a letter begins a stretch"
        position = stretch.end()
        for part in balanced(text, start, position):
            if (first := _LETTER.search(text, part.start, part.end)) is not None:
                yield from _run(text, part, first.start())


def _run(text: str, part: Part, first_letter: int) -> Iterator[Span]:
    words = [found.span() for found in _WORD.finditer(text, part.start, part.end)]
    first = next(index for index, word in enumerate(words) if word[1] > first_letter)
    last = next(index for index in range(len(words) - 1, -1, -1) if _LETTER.search(text, *words[index]))
    ends = _Ends(words[_earliest(text, words, first)][0], words[_latest(text, words, last)][1])
    _keep_pairs(part, ends)
    _draw_in(text, part, ends)
    if ends.start < ends.end:
        yield ends.start, ends.end


def _earliest(text: str, words: Sequence[Span], first: int) -> int:
    """The first word of the run that begins with letters at ``first``: the numbers before it belong to it."""
    index = first
    while index > 0:
        step = 2 if index > 1 and _OPERATOR.fullmatch(text, *words[index - 1]) else 1
        if not _BEFORE.fullmatch(text, *words[index - step]):
            break
        index -= step
    return index


def _latest(text: str, words: Sequence[Span], last: int) -> int:
    """The last word of the run with its last letters at ``last``; numbers behind it belong to it, but not the next sentence’s."""
    index = last
    while index + 1 < len(words):
        step = 2 if index + 2 < len(words) and _OPERATOR.fullmatch(text, *words[index + 1]) else 1
        if _ended(text, words[index]) or not _BEHIND.fullmatch(text, *words[index + step]):
            break
        index += step
    return index


def _ended(text: str, word: Span) -> bool:
    """Whether a sentence, or a part of it, ends with ``word``; a colon behind a number (*1988: 12*) ends nothing."""
    said = text[slice(*word)]
    if not said.endswith(_ENDS_SENTENCE) or _ABBREVIATION.fullmatch(said.lstrip("([“\"'‘")):
        return False
    return not (said.endswith(":") and said[-2:-1].isdecimal())


def _keep_pairs(part: Part, ends: _Ends) -> None:
    """Both brackets of a pair stand in the run, or neither does."""
    for opening, closing in part.pairs:
        if ends.start <= opening < ends.end <= closing:
            ends.end = opening
        elif opening < ends.start <= closing < ends.end:
            ends.start = opening


def _draw_in(text: str, part: Part, ends: _Ends) -> None:
    """Leave to the sentence what is its own at the ends of the run."""
    closed_by = dict(part.pairs)
    opened_by = {closing: opening for opening, closing in part.pairs}
    changed = True
    while changed and ends.start < ends.end and not _enclosed(text, ends, closed_by):
        before = (ends.start, ends.end)
        if closed_by.get(ends.start) == ends.end - 1:
            ends.start, ends.end = ends.start + 1, ends.end - 1
        elif _is_loose_before(text, ends, closed_by):
            ends.start += 1
        elif _is_loose_behind(text, ends, opened_by):
            ends.end -= 1
        changed = before != (ends.start, ends.end)


def _enclosed(text: str, ends: _Ends, closed_by: dict[int, int]) -> bool:
    """Whether the run is all that stands between two marks: what it ends with is then its own."""
    quoted = text[max(ends.start - 1, 0) : ends.start] == "«" and text[ends.end : ends.end + 1] == "»"
    return quoted or closed_by.get(ends.start - 1) == ends.end


def _is_loose_before(text: str, ends: _Ends, closed_by: dict[int, int]) -> bool:
    sign = text[ends.start]
    if sign in _HELD_BEFORE:
        joined = ends.start > 0 and not text[ends.start - 1].isspace() and text[ends.start - 1] not in '([{«“"'
        return joined or text[ends.start + 1 : ends.start + 2].isspace()
    if sign in '([{“"':
        return not ends.start < closed_by.get(ends.start, -1) < ends.end
    return bool(_UNSEEN.match(sign)) or sign in _STRIPPED_BEFORE or sign in ")]}”"


def _is_loose_behind(text: str, ends: _Ends, opened_by: dict[int, int]) -> bool:
    sign = text[ends.end - 1]
    if sign in ')]}”"':
        return not ends.start <= opened_by.get(ends.end - 1, -1)
    if sign == ".":
        return not _ABBREVIATION.fullmatch(text, _word_start(text, ends), ends.end)
    return bool(_UNSEEN.match(sign)) or sign in _STRIPPED_BEHIND or sign in "([{“"


def _word_start(text: str, ends: _Ends) -> int:
    """Where the last word begins; an abbreviation is not longer than this looks back."""
    at = ends.end - 1
    least = max(ends.start, at - 12)
    while at > least and not text[at - 1].isspace() and text[at - 1] not in '([{“"':
        at -= 1
    return at
