"""T021: quotations stand between the marks of the language, every mark has its other half, and no pair is lost or added."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from dossier.content.quotation_marks import outer_pairs
from dossier.language.quoting import QUOTING
from dossier.translation.checks.finding import Finding
from dossier.translation.checks.form.reading import OBJECT, around, read, shown
from dossier.translation.checks.passage import Passage

_MARK = re.compile("[\"“”„«»‹›‘「」『』]|(?<![^\\W\\d_])['`]")
_HALVES = re.compile('["“”„«»‹›「」『』]')
_FACED = re.compile("[“”„«»‹›]")
_STRAIGHT = re.compile('"')
_INCHES = re.compile(r'(?<=\d)\s?"')
_SINGLE = re.compile(r"(?<![\w'’])['`](?=\S)([^'`\n]*[^\s'`])['`](?!\w)")
_PLAIN = re.compile(r"[^\W\d_]?[^\W\d_A-Z]*(?: [^\W\d_]+)*")
_EMPHASIS = ("em_open", "strong_open")

_SHOWN = 60
_TOO_MANY = 500
"""Marks in one paragraph, beyond which it is no prose, and pairing them would take long."""

Pair = tuple[int, int]
"""Where a quotation opens and where it closes."""


def check(one: Passage) -> Iterator[Finding]:
    """Look for marks of other languages, for halves of pairs, and compare the number of quotations.

    French and Persian set « » and “ ” (Persian ‹ ›, too) inside, English “ ” and ‘ ’. Of other languages only halves and
    numbers are looked at. Apostrophes, inches behind figures, code and a source's own words in a citation are no quotations
    of the text. Where a paragraph of the original leaves a quotation open, a translation may. Short titles may have the inner
    marks: notes quote them. Marks may be added around code, names of the original and what is explained in brackets, and
    where the original has emphasis. Two parts of a quotation that English interrupts (“…,” she said, “…”) may be one.
    """
    reading = read(one)
    original, translated = reading.original, reading.translated
    if not 0 < len(_MARK.findall(translated)) + len(_MARK.findall(original)) < _TOO_MANY:
        return
    before = _marks(original, one.unit.language.partition("-")[0].lower())
    after = _marks(translated, reading.language, may_be_quoted=one.unit.target == "title-short")
    if foreign := [pair for pair in after.foreign if not _is_sign_of_original(pair, translated, original)]:
        yield _foreign(translated, foreign, reading.language)
    if before.halves:
        return
    if after.halves:
        mark, words = translated[after.halves[0]], around(translated, after.halves[0], after.halves[0] + 1)
        message = f"a quotation mark {mark} has no other half: {words}"
        yield Finding("T021", message, "write the mark that opens or closes the quotation")
        return
    yield from _lost_or_added(one, before, after)


@dataclass(frozen=True, slots=True)
class _Marks:
    """Of one text: its quotations (places of their marks), those whose marks are not the language's, and halves of pairs."""

    number: int = 0
    pairs: Sequence[Pair] = ()
    foreign: Sequence[Pair] = ()
    halves: Sequence[int] = ()


def _marks(text: str, language: str, *, may_be_quoted: bool = False) -> _Marks:
    if not _MARK.search(text):
        return _Marks()
    if language not in QUOTING:
        places = [found.start() for found in _HALVES.finditer(text)]
        return _Marks(len(places) // 2, halves=places[-1:] if len(places) % 2 else ())
    own = QUOTING[language]
    found = list(_pairs(text, 0, len(text), own.outer + own.inner if may_be_quoted else own.outer, own.inner))
    singles = [(single.start(), single.end() - 1) for single in _SINGLE.finditer(text)]
    pairs = [*((start, end) for start, end, _ in found), *singles]
    foreign = [*((start, end) for start, end, is_own in found if not is_own), *singles]
    paired = {place for pair in pairs for place in pair}
    faced = (mark.start() for mark in _FACED.finditer(text))
    halves = sorted(place for place in (*faced, *_straight(text)) if place not in paired)
    return _Marks(len(pairs), pairs, sorted(foreign), halves)


def _pairs(text: str, first: int, last: int, own: str, inner: str) -> Iterator[tuple[int, int, bool]]:
    """The quotations between two places and those inside them, each with whether its marks may stand there."""
    for start, end in outer_pairs(text[first:last]):
        start, end = start + first, end + first
        yield start, end, text[start] in own
        yield from _pairs(text, start + 1, end, inner, inner)


def _straight(text: str) -> list[int]:
    """Where straight marks stand that are no inches."""
    places = [found.start() for found in _STRAIGHT.finditer(text)]
    inches = {found.end() - 1 for found in _INCHES.finditer(text)}
    return [place for place in places if place not in inches] if len(places) % 2 or len(inches) == len(places) else places


def _is_sign_of_original(pair: Pair, translated: str, original: str) -> bool:
    """Whether straight single marks belong to a sign that was copied: ``'%s'``."""
    start, end = pair
    return translated[start] in "'`" and translated[start : end + 1] in original


def _is_named(pair: Pair, translated: str, original: str) -> bool:
    """Whether something is called by its name between two marks: code, no plain word, or the translation of a foreign title."""
    words = translated[pair[0] + 1 : pair[1]].strip()
    is_explained = translated[: pair[0]].endswith("(") and translated.startswith(")", pair[1] + 1)
    return is_explained or OBJECT in words or (words in original and not _PLAIN.fullmatch(words))


def _foreign(text: str, pairs: Sequence[Pair], language: str) -> Finding:
    start, end = pairs[0]
    marks = ", ".join(dict.fromkeys(f"{text[start]} {text[end]}" for start, end in pairs))
    words = around(text, start, min(end + 1, start + 40))
    mend = f"write {QUOTING[language].written}"
    return Finding("T021", f"quotation marks that are not the language's, {marks}: {words}", mend)


def _lost_or_added(one: Passage, before: _Marks, after: _Marks) -> Iterator[Finding]:
    original, translated = read(one).original, read(one).translated
    interrupted = sum(original[end - 1] == "," for _, end in before.pairs)
    named = sum(_is_named(pair, translated, original) for pair in after.pairs)
    emphasised = max(0, _emphasised(one.original) - _emphasised(one.translated))
    if after.number < before.number - interrupted:
        message = f"the original has {before.number} quotation(s) between marks, the translation {after.number}"
        mend = "put marks around the words that are quoted in the original"
        yield Finding("T021", f"{message}{_quoted(original, before.pairs)}", mend)
    elif after.number > before.number + named + emphasised:
        message = f"the translation has {after.number} quotation(s) between marks, the original {before.number}"
        mend = "take the marks away from words that the original does not quote"
        yield Finding("T021", f"{message}{_quoted(translated, after.pairs)}", mend)


def _quoted(text: str, pairs: Sequence[Pair]) -> str:
    """The first words that are quoted in ``text``, for a message."""
    words = [text[start : end + 1] if end - start < _SHOWN else f"{text[start : start + _SHOWN]}…" for start, end in pairs]
    return f": {shown(', '.join(words[:3]))}" if words else ""


def _emphasised(tokens: Sequence[Token]) -> int:
    return sum(token.type in _EMPHASIS for token in tokens)
