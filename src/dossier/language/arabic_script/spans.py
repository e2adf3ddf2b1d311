"""Parts of a text that a rule keeps out of."""

from bisect import bisect_left
from collections.abc import Callable, Iterable


def kept_out_of(spans: Iterable[tuple[int, int]]) -> Callable[[int, int], bool]:
    """Whether what stands from one place to another meets none of ``spans``; each answer takes logarithmic time."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(spans):
        if ends and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)

    def is_free(start: int, end: int) -> bool:
        before = bisect_left(starts, end) - 1
        return before < 0 or ends[before] <= start

    return is_free
