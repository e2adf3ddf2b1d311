"""Where the words of a fragment stand in a source."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.attribution.quotations.folding import FoldedText, without_gaps
from dossier.attribution.quotations.gaps import Edge, edge_after, edge_before, ends_in_apostrophe, joined_paragraphs
from dossier.attribution.quotations.reasons import Reason

CANDIDATES = 5_000
"""So many places with the right letters are looked at for each wording of a fragment; fewer for one of thousands of letters."""

OCCURRENCES = 500
"""So many of them are kept."""

_COMPARED = 10_000_000


@dataclass(frozen=True, slots=True)
class Occurrence:
    """From where to where a fragment stands in a folded text, and what is to be said of it."""

    start: int
    end: int
    reasons: tuple[Reason, ...] = ()


def occurrences(wordings: tuple[str, ...], source: FoldedText, reach: tuple[int, int]) -> list[Occurrence]:
    """Find a fragment in a source.

    Parameters
    ----------
    wordings:
        The fragment, folded; more than one where a letter may be large or small, or a closing full stop may go.
    source:
        Where it is searched.
    reach:
        From where to where, in characters of the folded text.

    Returns
    -------
    list[Occurrence]
        In the order of their beginnings, those that begin and end with words.
    """
    found = {(one.start, one.end): one for wording in wordings for one in _wording(wording, source, reach)}
    return [found[span] for span in sorted(found)][:OCCURRENCES]


def first_exact(wording: str, source: FoldedText) -> Occurrence | None:
    """The first place where a fragment stands with the very same gaps: what most quotations need, and fast."""
    start = source.text.find(wording)
    for _ in range(_most(wording)):
        if start < 0:
            return None
        one = _judged(wording, source.text, start, start + len(wording))
        if one is not None and not one.reasons:
            return one
        start = source.text.find(wording, start + 1)
    return None


def _wording(wording: str, source: FoldedText, reach: tuple[int, int]) -> Iterator[Occurrence]:
    letters = without_gaps(wording)
    for start in _candidates(letters, source, reach):
        end = source.position(start + len(letters) - 1) + 1
        one = _judged(wording, source.text, source.position(start), end)
        if one is not None:
            yield one


def _candidates(letters: str, source: FoldedText, reach: tuple[int, int]) -> Iterator[int]:
    """Where the solid characters stand among the source's, whatever is between them."""
    low, high = _solid_reach(source, reach)
    start = source.solid.find(letters, low, high)
    for _ in range(_most(letters)):
        if start < 0:
            return
        yield start
        start = source.solid.find(letters, start + 1, high)


def _most(letters: str) -> int:
    return min(CANDIDATES, 1 + _COMPARED // (1 + len(letters)))


def _solid_reach(source: FoldedText, reach: tuple[int, int]) -> tuple[int, int]:
    solids = range(len(source.solid))
    if reach == (0, len(source.text)):
        return 0, len(solids)
    return bisect_left(solids, reach[0], key=source.position), bisect_left(solids, reach[1], key=source.position)


def _judged(wording: str, text: str, start: int, end: int) -> Occurrence | None:
    edge = max(edge_before(text, start), edge_after(text, end))
    if edge is Edge.INSIDE or ends_in_apostrophe(text, end):
        return None
    joined = joined_paragraphs(wording, text[start:end])
    if joined is None:
        return None
    reasons = ((edge is Edge.COMPOUND, Reason.CUTS_COMPOUND), (joined, Reason.JOINS_PARAGRAPHS))
    return Occurrence(start, end, tuple(reason for holds, reason in reasons if holds))
