"""Where what stands between words (notes, citations, images) goes in a translation."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dossier.translation.drafting.passage import Anchor, Passage
from dossier.translation.drafting.stand_ins import places
from dossier.translation.drafting.translated import Range, Translated, bare, behind, has_words, word_ranges

_CLAUSE = re.compile(r"[,;:،؛]|(?<=\s)[–—-](?=\s)")
_CLOSING_QUOTES = re.compile(r"[»”]|(?<=\S)\"(?=\W|\Z)")
_SIGNS = ".!?…؟۔:;,،؛»”’\"')]"
_ALIKE = ('"”»', "'’", ",،", ";؛", "?؟", ".۔")
"""Signs that are the same in other languages."""
_LONGEST_WORD = 60


def anchor_places(
    passage: Passage, made: Translated, opaques: Sequence[Range], spans: Sequence[Range | None]
) -> tuple[int | None, ...]:
    """Where each anchor of ``passage`` goes in ``made``; ``None`` where that cannot be told.

    Parameters
    ----------
    passage, made:
        The original and its translation.
    opaques, spans:
        Where these stand in the translation.
    """
    if not passage.anchors:
        return ()
    around = _Around(passage, made, _ends(passage, opaques, spans))
    torn = {place for start, end in opaques for place in range(start + 1, end)}
    found = (next((place for way in _WAYS if (place := way(around, one)) is not None), None) for one in passage.anchors)
    return tuple(None if place in torn else place for place in found)


def _ends(passage: Passage, opaques: Sequence[Range], spans: Sequence[Range | None]) -> dict[int, int]:
    """Where markup and opaque words end in the translation, by where they end in the original."""
    ends = {one.end: at[1] for one, at in reversed(list(zip(passage.spans, spans, strict=True))) if at}
    return {**ends, **{one.end: at[1] for one, at in zip(passage.opaques, opaques, strict=True)}}


@dataclass(slots=True)
class _Around:
    """The words that anchors stand between. What is the same for all anchors is looked up once."""

    passage: Passage
    made: Translated
    ends: dict[int, int]
    quotes: dict[int, int] = field(init=False)
    clauses: tuple[dict[int, int], dict[int, int]] = field(init=False)
    words: list[Range] = field(init=False)

    def __post_init__(self) -> None:
        text, translation = self.passage.text, self.made.text
        self.quotes = _matched(_CLOSING_QUOTES, text, translation)[1]
        self.clauses = _matched(_CLAUSE, text, translation)
        self.words = word_ranges(text)

    def at_an_end(self, anchor: Anchor) -> int | None:
        if not has_words(self.passage.text[: anchor.at]):
            return 0
        rest = self.passage.text[anchor.at :]
        if has_words(rest):
            return None
        return len(self.made.text) - behind(self.made.text) if rest.strip() else len(self.made.text.rstrip())

    def behind_markup(self, anchor: Anchor) -> int | None:
        """Behind what it stands behind, where that was placed, and behind the signs that stand between them."""
        if anchor.at in self.ends:
            return self.ends[anchor.at]
        signs = self._signs(anchor)
        before = self.ends.get(anchor.at - len(signs))
        return None if before is None else _behind_signs(self.made.text, before, signs)

    def behind_quotation(self, anchor: Anchor) -> int | None:
        """Behind the same closing quotation mark, where there are as many."""
        return self.quotes.get(anchor.at)

    def behind_same_word(self, anchor: Anchor) -> int | None:
        """Behind the figure or name it stands behind, where the translation has that once, as the original does."""
        signs = self._signs(anchor)
        end = anchor.at - len(signs)
        before = self.passage.text[max(0, end - _LONGEST_WORD) : end]
        word = bare(before.split()[-1]) if before.strip() and not before[-1].isspace() else ""
        if not word or not before.endswith(word) or len(found := places(self.made.text, word)) != 1:
            return None
        return _behind_signs(self.made.text, found[0][1], signs) if len(places(self.passage.text, word)) == 1 else None

    def at_clause(self, anchor: Anchor) -> int | None:
        """Before or behind the same comma, semicolon, colon or dash, where there are as many."""
        starts, ends = self.clauses
        return starts.get(anchor.at, ends.get(anchor.at))

    def between_aligned(self, anchor: Anchor) -> int | None:
        """Behind the words that come from what stands before it, where all of these stand before all others."""
        words = word_ranges(self.made.text)
        if len(words) != len(self.made.alignment):
            return None
        before = sum(1 for start, _ in self.words if start < anchor.at)
        sides = [source < before for source in self.made.alignment]
        changes = [index for index, (one, other) in enumerate(pairwise(sides)) if one != other]
        return words[changes[0]][1] if len(changes) == 1 and sides[0] else None

    def _signs(self, anchor: Anchor) -> str:
        """The signs that stand between the last word and the anchor."""
        before = self.passage.text[max(0, anchor.at - _LONGEST_WORD) : anchor.at]
        return before[len(before.rstrip(_SIGNS)) :]


_WAYS: tuple[Callable[[_Around, Anchor], int | None], ...] = (
    _Around.at_an_end,
    _Around.behind_markup,
    _Around.behind_quotation,
    _Around.behind_same_word,
    _Around.at_clause,
    _Around.between_aligned,
)


def _behind_signs(text: str, at: int, signs: str) -> int:
    """The place from ``at`` on behind those of ``signs`` that stand there too, in whatever language's shape."""
    for sign in signs:
        alike = next((kind for kind in _ALIKE if sign in kind), sign)
        if found := re.compile(rf"\s*[{re.escape(alike)}]").match(text, at):
            at = found.end()
    return at


def _matched(pattern: re.Pattern[str], original: str, text: str) -> tuple[dict[int, int], dict[int, int]]:
    """Where what ``pattern`` finds starts and ends in the one text, with the same place in the other, if there are as many."""
    ours, theirs = list(pattern.finditer(original)), list(pattern.finditer(text))
    if len(ours) != len(theirs):
        return {}, {}
    pairs = list(zip(ours, theirs, strict=True))
    return {here.start(): there.start() for here, there in pairs}, {here.end(): there.end() for here, there in pairs}
