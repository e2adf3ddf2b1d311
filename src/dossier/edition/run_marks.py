"""Where the elements around runs open and close among the tokens of a passage, so that they and its own markup are nested."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from markdown_it.token import Token

from dossier.edition.running_text import element
from dossier.language.line import Span
from dossier.language.rule import Run

OF_RUN = "run"
"""Key of a token's ``meta``: the element is there for a run, and what it says of its direction is all there is to say."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A tag of the element around a run: in or beside the part with the index ``part``, before the character at ``position``."""

    run: Run
    part: int
    position: int
    opens: bool

    @property
    def token(self) -> Token:
        """The tag."""
        name, attributes = element(self.run)
        if self.opens:
            return Token(f"{name}_open", name, 1, attrs={**attributes}, meta={OF_RUN: True})
        return Token(f"{name}_close", name, -1)


def marks_of(
    depths: Sequence[int | None], are_words: Sequence[bool], spans: Sequence[Span], runs: Iterable[Run]
) -> Iterator[Mark]:
    """The tags around ``runs``, in the order of the text.

    Parameters
    ----------
    depths:
        What each part of a passage adds to the depth of its markup; ``None`` where nobody knows.
    are_words:
        Whether a part is words, which can be marked by themselves.
    spans:
        From where to where each part stands in the text; tags have no length.
    runs:
        Without overlaps, in order. One in which the passage's markup is balanced has one element around it; tags at its ends are
        taken in where that balances it. Of any other each part is marked by itself.
    """
    position = first = 0
    for run in runs:
        if run.start < position or run.start >= run.end:
            continue
        position = run.end
        while spans[first][1] <= run.start:
            first += 1
        last = first
        while spans[last][1] < run.end:
            last += 1
        around = _around(depths, spans, run, first, last)
        if around is not None:
            yield Mark(run, around[0], run.start, opens=True)
            yield Mark(run, around[1], run.end, opens=False)
            continue
        for index in range(first, last + 1):
            start, end = max(run.start, spans[index][0]), min(run.end, spans[index][1])
            if start < end and are_words[index]:
                yield Mark(run, index, start, opens=True)
                yield Mark(run, index, end, opens=False)


def _around(depths: Sequence[int | None], spans: Sequence[Span], run: Run, first: int, last: int) -> Span | None:
    """The first and the last part of what one element can be put around; ``None`` where it cannot."""
    inside = [depth for depth in depths[first : last + 1] if depth is not None]
    if len(inside) <= last - first:
        return None
    sums = list(accumulate(inside))
    opened = -min(0, *sums)
    closed = opened + sums[-1]
    if opened and not (run.start == spans[first][0] and _are_tags(depths, spans, range(first - opened, first), 1)):
        return None
    if closed and not (run.end == spans[last][1] and _are_tags(depths, spans, range(last + 1, last + 1 + closed), -1)):
        return None
    return first - opened, last + closed


def _are_tags(depths: Sequence[int | None], spans: Sequence[Span], indices: range, depth: int) -> bool:
    return all(0 <= index < len(depths) and depths[index] == depth and spans[index][0] == spans[index][1] for index in indices)
