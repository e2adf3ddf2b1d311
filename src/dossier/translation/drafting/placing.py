"""Where markup goes in a translation.

An engine sees words only. What the markup stands around is looked for in what it made: as it was written (names, figures), as the
engine translates it by itself, as the glossary has it; and where the engine tells which word comes from which, there too, if that
agrees with the words translated by themselves. Nothing is guessed: what is not found is not placed.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz import fuzz

from dossier.translation.drafting.passage import Anchor, Opaque, Passage, Span
from dossier.translation.drafting.stand_ins import places

Range = tuple[int, int]
Wordings = Callable[[Span], Sequence[str]]
"""How the words of a span may read in the translation, the likeliest first."""

_EDGE = r"\s.!?…؟۔:;,،؛»«”“’‘\"'()\[\]\-–—"
_BEHIND = re.compile(rf"[{_EDGE}]*\Z")
_AHEAD = re.compile(rf"\A[{_EDGE}]*")
_WORD = re.compile(r"\S+")
_CLAUSE = re.compile(r"[,;:،؛]|(?<=\s)[–—-](?=\s)")
_CLOSING_QUOTES = re.compile(r"[»”]|(?<=\S)\"(?=\W|\Z)")
_ALIKE = 70.0
"""Percent of likeness (Levenshtein) from which words that are aligned are taken for those that were translated alone."""


@dataclass(frozen=True, slots=True)
class Translated:
    """What an engine made of a passage: its words, and for each the index of the word it comes from, if that is known."""

    text: str
    alignment: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Positions:
    """Where the opaque words, spans and anchors of a passage stand in its translation; ``None``: nowhere that can be told."""

    opaques: tuple[Range, ...]
    spans: tuple[Range | None, ...]
    anchors: tuple[int | None, ...]


def opaque_positions(passage: Passage, text: str) -> tuple[Range, ...] | str:
    """Where the opaque words of ``passage`` stand in ``text``; the first that does not stand there exactly so often."""
    found: dict[str, list[Range]] = {}
    chosen = []
    for one in passage.opaques:
        words = passage.text[one.start : one.end]
        if words not in found:
            found[words] = places(text, words)
            wanted = sum(passage.text[other.start : other.end] == words for other in passage.opaques)
            if len(found[words]) != wanted:
                return one.words
        chosen.append(found[words].pop(0))
    return tuple(chosen)


def positions(passage: Passage, made: Translated, opaques: tuple[Range, ...], wordings: Wordings) -> Positions:
    """Where everything that stands in ``passage`` goes in ``made``.

    Parameters
    ----------
    passage:
        The original, with what stood in for its opaque words.
    made:
        Its translation.
    opaques:
        What :func:`opaque_positions` gave.
    wordings:
        How the words of a span may read.
    """
    spans = _spans(passage, made, opaques, wordings)
    known = Positions(opaques, spans, ())
    return replace(known, anchors=tuple(_anchor(passage, one, made, known) for one in passage.anchors))


def _spans(passage: Passage, made: Translated, opaques: Sequence[Range], wordings: Wordings) -> tuple[Range | None, ...]:
    placed: list[tuple[Span, Range | None]] = []
    for span in passage.spans:
        around = [(outer, where) for outer, where in placed if outer.start <= span.start and span.end <= outer.end]
        room = around[-1][1] if around else (0, len(made.text))
        found = _span(passage, span, made, room, opaques, wordings) if room else None
        if found and any(where and _crosses(found, where) for _, where in placed):
            found = None
        placed.append((span, found))
    return tuple(where for _, where in placed)


def _crosses(one: Range, other: Range) -> bool:
    """Whether two ranges overlap, and neither holds the other; equal ones are nested."""
    apart = one[1] <= other[0] or other[1] <= one[0]
    nested = (one[0] <= other[0] and other[1] <= one[1]) or (other[0] <= one[0] and one[1] <= other[1])
    return not apart and not nested


def _span(
    passage: Passage, span: Span, made: Translated, room: Range, opaques: Sequence[Range], wordings: Wordings
) -> Range | None:
    found = _whole(passage, span, made.text) if room == (0, len(made.text)) else None
    if found is None:
        found = next(filter(None, (_only(made.text, words, room) for words in wordings(span))), None)
    if found is None:
        found = _aligned(passage, span, made, wordings)
    if found is None:
        found = _around_opaques(passage, span, opaques)
    found = _trimmed(made.text, found) if found else None
    return found if found and room[0] <= found[0] and found[1] <= room[1] and _tears_nothing(found, opaques) else None


def _tears_nothing(found: Range, opaques: Sequence[Range]) -> bool:
    return not any(start < edge < end for start, end in opaques for edge in found)


def _whole(passage: Passage, span: Span, text: str) -> Range | None:
    """All of the translation but the signs at its ends, where the span has all of the original but these."""
    before, behind = passage.text[: span.start], passage.text[span.end :]
    if _words(before) or _words(behind):
        return None
    start = _length(_AHEAD, text) if before.strip() else 0
    end = len(text) - _length(_BEHIND, text) if behind.strip() else len(text)
    return (start, end) if start < end else None


def _words(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _length(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.search(text)
    return len(found[0]) if found else 0


def _only(text: str, words: str, room: Range) -> Range | None:
    """Where ``words`` stand in a part of ``text``, if at one place only. Capitals do not count."""
    wanted = _BEHIND.sub("", _AHEAD.sub("", words)).casefold()
    part = text[room[0] : room[1]].casefold()
    if not _words(wanted) or len(part) != room[1] - room[0]:
        return None
    found = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", part)]
    return (found[0][0] + room[0], found[0][1] + room[0]) if len(found) == 1 else None


def _aligned(passage: Passage, span: Span, made: Translated, wordings: Wordings) -> Range | None:
    """The words that come from those of the span, if they stand together and read as the span's words do by themselves."""
    words = [match.span() for match in _WORD.finditer(made.text)]
    if len(words) != len(made.alignment):
        return None
    inside = {index for index, (start, end) in enumerate(_word_ranges(passage.text)) if start < span.end and span.start < end}
    chosen = [index for index, source in enumerate(made.alignment) if source in inside]
    if not chosen or chosen[-1] - chosen[0] + 1 != len(chosen):
        return None
    found = (words[chosen[0]][0], words[chosen[-1]][1])
    read = made.text[found[0] : found[1]].casefold()
    agrees = any(fuzz.ratio(read, wording.casefold()) >= _ALIKE for wording in wordings(span))
    return found if agrees else None


def _word_ranges(text: str) -> list[Range]:
    return [match.span() for match in _WORD.finditer(text)]


def _around_opaques(passage: Passage, span: Span, opaques: Sequence[Range]) -> Range | None:
    """Around the opaque words of the span, which are found for certain: its other words are somewhere near."""
    inside = [
        where for one, where in zip(passage.opaques, opaques, strict=True) if span.start <= one.start and one.end <= span.end
    ]
    return (min(start for start, _ in inside), max(end for _, end in inside)) if inside else None


def _trimmed(text: str, found: Range) -> Range | None:
    start, end = found
    inside = text[start:end]
    start, end = start + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip())
    return (start, end) if start < end else None


def _anchor(passage: Passage, anchor: Anchor, made: Translated, known: Positions) -> int | None:
    ways = (_at_an_end, _behind_markup, _behind_quotation, _behind_same_word, _at_clause, _between_aligned)
    found = next((place for way in ways if (place := way(passage, anchor, made, known)) is not None), None)
    torn = found is not None and any(start < found < end for start, end in known.opaques)
    return None if torn else found


def _at_an_end(passage: Passage, anchor: Anchor, made: Translated, _: Positions) -> int | None:
    if not _words(passage.text[: anchor.at]):
        return 0
    if _words(passage.text[anchor.at :]):
        return None
    if not passage.text[anchor.at :].strip():
        return len(made.text.rstrip())
    return len(made.text) - _length(_BEHIND, made.text)


def _behind_markup(passage: Passage, anchor: Anchor, _: Translated, known: Positions) -> int | None:
    """Behind what it stands behind, where that was placed."""
    parts: list[Span | Opaque] = [*passage.opaques, *passage.spans]
    where = [*known.opaques, *known.spans]
    return next((at[1] for one, at in zip(parts, where, strict=True) if at and one.end == anchor.at), None)


def _behind_quotation(passage: Passage, anchor: Anchor, made: Translated, _: Positions) -> int | None:
    """Behind the same closing quotation mark, where there are as many."""
    return _nth(_CLOSING_QUOTES, passage.text, anchor.at, made.text, at_end=True)


def _behind_same_word(passage: Passage, anchor: Anchor, made: Translated, _: Positions) -> int | None:
    """Behind the figure or name it stands behind, where the translation has that once, as the original does."""
    word = next((passage.text[s:e] for s, e in reversed(_word_ranges(passage.text)) if e == anchor.at), "")
    bare = _BEHIND.sub("", _AHEAD.sub("", word))
    if not bare or len(places(passage.text, bare)) != 1:
        return None
    found = places(made.text, bare)
    return found[0][1] if len(found) == 1 else None


def _at_clause(passage: Passage, anchor: Anchor, made: Translated, _: Positions) -> int | None:
    """Before or behind the same comma, semicolon, colon or dash, where there are as many."""
    before = _nth(_CLAUSE, passage.text, anchor.at, made.text, at_end=False)
    return before if before is not None else _nth(_CLAUSE, passage.text, anchor.at, made.text, at_end=True)


def _nth(pattern: re.Pattern[str], original: str, at: int, text: str, *, at_end: bool) -> int | None:
    ours, theirs = list(pattern.finditer(original)), list(pattern.finditer(text))
    if len(ours) != len(theirs):
        return None
    return next(
        (
            there.end() if at_end else there.start()
            for here, there in zip(ours, theirs, strict=True)
            if at == (here.end() if at_end else here.start())
        ),
        None,
    )


def _between_aligned(passage: Passage, anchor: Anchor, made: Translated, _: Positions) -> int | None:
    """Behind the words that come from what stands before it, where all of these stand before all others."""
    words = _word_ranges(made.text)
    if len(words) != len(made.alignment):
        return None
    before = sum(1 for start, _end in _word_ranges(passage.text) if start < anchor.at)
    sides = [source < before for source in made.alignment]
    changes = [index for index, (one, other) in enumerate(pairwise(sides)) if one != other]
    if len(changes) != 1 or not sides[0]:
        return None
    return words[changes[0]][1]
