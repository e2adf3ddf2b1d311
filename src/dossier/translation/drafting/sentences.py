"""Sentences of a plain text, and smaller pieces of one.

sentencex (Wikimedia's) finds where a sentence may end, in some 300 languages. It is asked without quotation marks, brackets and
marks of notes, which it looks up in quadratic time and cuts apart; here they are given back to the sentence they close. Then each
place is judged again: abbreviations that number a paragraph or stand before a name, initials, and quotations within a sentence
end none.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from dossier.translation.drafting.abbreviations import PASSED_OVER, ends_no_sentence
from dossier.translation.drafting.clauses import pieces
from dossier.translation.drafting.extra import required
from dossier.translation.drafting.nesting import BRACKETS, CLOSING, OPENING, enclosed, is_mark

__all__ = ("bounds", "pieces")

Range = tuple[int, int]

_STOPS = frozenset(".!?…")
_ALL_STOPS = _STOPS | frozenset("؟۔。！？।")
_NOTE = re.compile(r"\[[\d*†,–-]{1,12}\]|[⁰¹²³⁴-⁹*†‡]|\N{OBJECT REPLACEMENT CHARACTER}(?!\w)")
_ENUMERATOR = re.compile(r"(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,5})\.")
_NEVER_FIRST = frozenset(",;:.!?…،؛؟%")
_BEFORE_WORDS = OPENING | frozenset("-–—―")
_LONGEST_WORD = 40
_LONGEST_CLOSING = 20


def bounds(text: str, language: str) -> tuple[Range, ...]:
    """Half-open ranges of the sentences of ``text``, in order, without the white space around them.

    Every character that is no white space is in one of them.

    Parameters
    ----------
    text:
        A plain text. What stands for code, a reference or the like (U+FFFC) is a character as any other.
    language:
        Its BCP 47 tag. A language that sentencex does not know is cut by common rules.

    Raises
    ------
    DossierError
        M030 where sentencex is not installed.
    """
    spans = sorted(enclosed(text))
    ends = list(_judged(text, _candidates(text, language), spans))
    held = list(_held(text, spans, ends))
    return tuple(_ranges(text, (end for end in ends if not _is_within(end, held))))


# -- where a sentence may end: its stop, and the place behind all that closes it


def _candidates(text: str, language: str) -> Iterator[tuple[int, int]]:
    asked = list(_without_marks(text))
    last = 0
    for end in _asked("".join(text[place] for place in asked), language):
        stop = asked[end - 1]
        place = _closed(text, stop + 1, language)
        if place > last:
            yield stop, place
            last = place


def _asked(plain: str, language: str) -> list[int]:
    """Ends of what sentencex takes for sentences, and those it passes over where the next word is one that begins sentences.

    sentencex gives strings; each is looked for behind the one before.
    """
    ends = {found.end() for found in PASSED_OVER.finditer(plain)}
    place = 0
    for piece in required("sentencex").segment(language.partition("-")[0], plain):
        words = piece.strip()
        found = plain.find(words, place)
        if words and found >= 0:
            place = found + len(words)
            ends.add(place)
    return sorted(ends)


def _without_marks(text: str) -> Iterator[int]:
    """Places of ``text`` but those of quotation marks, brackets, and of marks of notes behind a stop.

    With them, sentencex would not see the end of the sentence.
    """
    skipped, is_stopped = 0, False
    for place in range(len(text)):
        if place < skipped:
            continue
        if is_stopped and (note := _NOTE.match(text, place)):
            skipped = note.end()
        elif not is_mark(text, place):
            is_stopped = text[place] in _ALL_STOPS
            yield place


def _closed(text: str, end: int, language: str) -> int:
    """The place behind what closes the sentence that ends at ``end``: quotation marks, brackets, marks of notes."""
    while end < len(text):
        if note := _NOTE.match(text, end):
            end = note.end()
        elif text[end] in CLOSING:
            end += 1
        elif text[end].isspace() and text[end + 1 : end + 2] == "»" and language.partition("-")[0] == "fr":
            end += 2
        else:
            break
    return end


# -- whether it does end there


def _judged(text: str, candidates: Iterable[tuple[int, int]], spans: Sequence[Range]) -> Iterator[int]:
    brackets = {end: begin for begin, end in spans if text[begin] in BRACKETS and not _NOTE.match(text, begin)}
    begin = _first(text, 0)
    for stop, end in candidates:
        following = _first(text, end)
        if following == len(text):
            return
        is_aside = any(brackets.get(place, begin) > begin for place in range(stop + 1, min(end, stop + _LONGEST_CLOSING) + 1))
        if not is_aside and _ends(text, (begin, stop, end, following)):
            yield end
            begin = following


def _first(text: str, place: int) -> int:
    """The next place from ``place`` on where no white space stands; the end of the text, if none."""
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _ends(text: str, places: tuple[int, int, int, int]) -> bool:
    begin, stop, end, following = places
    if (following == end and text[stop] in _STOPS) or text[following] in _NEVER_FIRST:
        return False
    rest = _words(text, following)
    if rest[:1].islower() or _asks_within(text, stop, end, rest):
        return False
    return text[stop] != "." or not _is_abbreviated(text, begin, stop, rest)


def _words(text: str, place: int) -> str:
    """What follows ``place``, from its first word on."""
    limit = place + 6
    while place < min(len(text), limit) and (text[place] in _BEFORE_WORDS or text[place].isspace()):
        place += 1
    return text[place : place + _LONGEST_WORD]


def _asks_within(text: str, stop: int, end: int, rest: str) -> bool:
    """Whether a question or a cry stands quoted and the sentence may go on: «چرا؟» پرسید. Where there are capitals, they tell."""
    is_quoted = any(mark in '”»"' for mark in text[stop + 1 : end])
    return is_quoted and text[stop] in "؟?!" and rest[:1].isalpha() and rest[:1].upper() == rest[:1].lower()


def _is_abbreviated(text: str, begin: int, stop: int, rest: str) -> bool:
    start = stop
    while start > max(begin, stop - _LONGEST_WORD) and not (
        text[start - 1].isspace() or text[start - 1] in OPENING or text[start - 1] == "’"
    ):
        start -= 1
    word = text[start : stop + 1]
    return ends_no_sentence(word, rest) or (start == begin and _ENUMERATOR.fullmatch(word) is not None)


# -- quotations and brackets within a sentence


def _held(text: str, spans: Iterable[Range], ends: Sequence[int]) -> Iterator[Range]:
    """Spans that are not cut since their sentence goes on behind them; of those within others only the outer ones."""
    last = 0
    for begin, end in spans:
        if end <= last:
            continue
        index = bisect_right(ends, begin)
        if index < len(ends) and ends[index] < end and not _is_whole(text, (begin, end), ends):
            yield begin, end
            last = end


def _is_whole(text: str, span: Range, ends: Sequence[int]) -> bool:
    begin, end = span
    after = bisect_left(ends, end)
    ending = ends[after] if after < len(ends) else len(text)
    behind = text[end : min(ending, end + _LONGEST_CLOSING + 1)]
    is_last = len(behind) <= _LONGEST_CLOSING and all(
        sign.isspace() or sign in CLOSING or sign in _ALL_STOPS or _NOTE.match(sign) for sign in behind
    )
    if not is_last or text[begin] not in BRACKETS:
        return is_last
    before = bisect_right(ends, begin)
    return _first(text, ends[before - 1] if before else 0) == begin


def _is_within(place: int, held: Sequence[Range]) -> bool:
    index = bisect_left(held, (place, 0)) - 1
    return index >= 0 and place < held[index][1]


def _ranges(text: str, ends: Iterable[int]) -> Iterator[Range]:
    begin = _first(text, 0)
    for end in (*ends, len(text.rstrip())):
        if begin < end:
            yield begin, end
            begin = _first(text, end)
