"""Whether quoted words stand in their source.

A quotation is taken apart at its editorial marks (:mod:`~dossier.attribution.quotations.editorial`); each fragment is searched in
the source, both folded; the fragments are then placed in the best way (:mod:`~dossier.attribution.quotations.placement`). It is

- ``FOUND`` if all fragments stand in order in one paragraph and no mark can turn the sense;
- ``CHANGED`` if the words are there and something is to be said of it (:class:`~dossier.attribution.quotations.reasons.Reason`);
- ``MISSING`` otherwise.

A quotation is tried as it stands before its marks are read as an editor's, because a source may have marks of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from dossier.attribution.quotations.editorial import MARKS, Fragment, Joint, Marked, count_marks, take_apart
from dossier.attribution.quotations.folding import GAPS, QUOTE, FoldedText, fold
from dossier.attribution.quotations.nearest import Nearest, nearest
from dossier.attribution.quotations.occurrences import Occurrence, first_exact, occurrences
from dossier.attribution.quotations.placement import Landscape, Placement, place
from dossier.attribution.quotations.reasons import INSERTED, Reason
from dossier.attribution.quotations.sense_words import senses_of_insertion

REACH = 20_000
"""The fragments of a quotation are searched so many characters before and after its longest one."""

CHANCE = 2
"""Fragments in another paragraph or another order need so many words, since one word stands anywhere by chance."""


class MatchKind(StrEnum):
    """What became of a comparison."""

    FOUND = "found"
    CHANGED = "changed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Match:
    """What became of a comparison.

    Parameters
    ----------
    kind:
        Whether the words are there.
    changes:
        Why it is ``CHANGED``, each in a few English words (:class:`~dossier.attribution.quotations.reasons.Reason`), sorted.
    offset:
        Where the first quoted words begin in the original text, in characters; -1 when they are missing.
    nearest:
        When they are missing: the passage that comes nearest, if one does.
    """

    kind: MatchKind
    changes: tuple[str, ...] = ()
    offset: int = -1
    nearest: Nearest | None = None


@dataclass(frozen=True, slots=True)
class _Search:
    """A source and the language its omissions are judged in."""

    source: FoldedText
    language: str


def compare(quoted: str, source: FoldedText, *, language: str = "und") -> Match:
    """Compare a quotation with its source, word for word.

    Parameters
    ----------
    quoted:
        The quoted words without the outer quotation marks, paragraphs parted by a blank line.
    source:
        The text of the source, from :func:`~dossier.attribution.quotations.folding.fold`.
    language:
        BCP 47 tag of the quotation: which words turn a sense. Where it is not known, those of all known languages do.

    Returns
    -------
    Match
        The same for the same values, in about linear time.
    """
    whole = fold(quoted).text
    exact = first_exact(whole, source) if any(map(str.isalnum, whole[:1000])) else None
    if exact is not None:
        return Match(MatchKind.FOUND, offset=source.offset(exact.start))
    best = min(_placements(quoted, _Search(source, language)), key=lambda one: len(one.reasons), default=None)
    if best is None:
        return Match(MatchKind.MISSING, nearest=_nearest(quoted, source))
    changes = tuple(sorted(best.reasons))
    return Match(MatchKind.CHANGED if changes else MatchKind.FOUND, changes, source.offset(best.start))


def _placements(quoted: str, search: _Search) -> Iterator[Placement]:
    """The best placement of each way to read the quotation."""
    marks = count_marks(quoted)
    readings = [Marked((Fragment(quoted),))] if marks else []
    if marks <= MARKS:
        readings += [take_apart(quoted, letters_are_words=words) for words in (False, True)]
    for number, reading in enumerate(readings):
        found = _read(reading, search) if reading not in readings[:number] else None
        if found is not None:
            yield found
            if not found.reasons:
                return


def _read(marked: Marked, search: _Search) -> Placement | None:
    if not any(map(str.isalnum, marked.fragments[0].text if marked.fragments else "")):
        return None
    found = _ordered(marked.fragments, search) or _reordered(marked.fragments, search)
    return found and replace(found, reasons=found.reasons | _editor_reasons(marked, found, search.language))


def _editor_reasons(marked: Marked, found: Placement, language: str) -> frozenset[Reason]:
    """What is to be said of the words in brackets that are not in the source."""
    own = [one for one in marked.insertions if one.fragment not in found.brackets]
    senses = (sense for one in own for sense in senses_of_insertion(one.words, one.before, language))
    altered = {Reason.REPLACES_WORDS} if marked.alters_words else set()
    return frozenset(INSERTED[sense] for sense in senses) | altered


def _ordered(fragments: Sequence[Fragment], search: _Search) -> Placement | None:
    """The fragments in their order."""
    placed = _placed(fragments, search)
    if placed is not None and Reason.OMITS_PARAGRAPH in placed.reasons and not _are_telling(fragments):
        return None
    return placed


def _reordered(fragments: Sequence[Fragment], search: _Search) -> Placement | None:
    """The fragments where each of them stands, if none of them stands there by chance and no two share words."""
    runs = list(_runs(fragments))
    if len(runs) < 2 or not _are_telling(fragments):
        return None
    placed = [found for run in runs if (found := _placed(run, search)) is not None]
    ordered = sorted(placed, key=lambda one: one.start)
    if len(placed) < len(runs) or any(left.end > right.start for left, right in pairwise(ordered)):
        return None
    reason = Reason.OMITS_PARAGRAPH if placed == ordered else Reason.REORDERS
    return Placement(placed[0].start, ordered[-1].end, frozenset({reason}).union(*(one.reasons for one in placed)))


def _placed(fragments: Sequence[Fragment], search: _Search) -> Placement | None:
    wordings = [_wordings(fragment, is_last=fragment is fragments[-1]) for fragment in fragments]
    longest = max(range(len(wordings)), key=lambda number: len(wordings[number][0]))
    anchors = occurrences(wordings[longest], search.source, (0, len(search.source.text)))
    if not anchors:
        return None
    reach = (max(0, anchors[0].start - REACH), min(len(search.source.text), anchors[-1].end + REACH))
    found = list(_found(wordings, search.source, reach, {wordings[longest]: anchors}))
    if len(found) < len(fragments):
        return None
    landscape = Landscape(search.source, (found[0][0].start, found[-1][-1].end), search.language)
    return place(fragments, found, landscape)


def _found(
    wordings: Sequence[tuple[str, ...]],
    source: FoldedText,
    reach: tuple[int, int],
    known: dict[tuple[str, ...], list[Occurrence]],
) -> Iterator[list[Occurrence]]:
    """Where each fragment stands, as long as it does stand somewhere."""
    for wording in wordings:
        if wording not in known:
            known[wording] = occurrences(wording, source, reach)
        if not known[wording]:
            return
        yield known[wording]


def _wordings(fragment: Fragment, *, is_last: bool) -> tuple[str, ...]:
    """What the source may have for a fragment: letters in brackets large or small, one closing comma or full stop less."""
    folded = fold(fragment.text).text
    head, rest = folded[: fragment.flexible], folded[fragment.flexible :]
    whole = dict.fromkeys((folded, *(form + rest for form in (head.lower(), head.upper(), head.capitalize()))))
    shorter = dict.fromkeys(map(_without_stop, whole)) if is_last else {}
    return tuple(whole | shorter)


def _without_stop(folded: str) -> str:
    """One closing comma or full stop less: American printers set theirs inside the quotation marks."""
    words = folded.rstrip(QUOTE)
    stops = words.endswith((".", ",", "،", "۔")) and not words.endswith("..")
    return words[:-1].rstrip(GAPS) + folded[len(words) :] if stops else folded


def _runs(fragments: Sequence[Fragment]) -> Iterator[list[Fragment]]:
    """The fragments between two omissions."""
    run: list[Fragment] = []
    for fragment in fragments:
        if run and fragment.joint is Joint.OMISSION:
            yield run
            run = []
        run.append(fragment)
    yield run


def _are_telling(fragments: Sequence[Fragment]) -> bool:
    """Whether there are enough words between two omissions to tell a place."""
    return all(sum(len(fragment.text.split()) for fragment in run) >= CHANCE for run in _runs(fragments))


def _nearest(quoted: str, source: FoldedText) -> Nearest | None:
    """The passage nearest to the longest fragment that is missing, or to the quotation, where each fragment stands somewhere."""
    if count_marks(quoted) > MARKS:
        return nearest(quoted, source)
    fragments = sorted(take_apart(quoted).fragments, key=lambda one: -len(one.text))
    if not fragments:
        return None
    everywhere = (0, len(source.text))
    missing = (one.text for one in fragments if not occurrences(_wordings(one, is_last=True), source, everywhere))
    return nearest(next(missing, quoted), source)
