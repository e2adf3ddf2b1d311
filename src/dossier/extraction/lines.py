"""Lines on pages, made paragraphs.

Where it is not certain that a paragraph ends, it goes on: a quotation across a paragraph that is none would be suspected without
cause, while its words are compared in either case.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import bidirectional

_WIDER = 1.25  # a gap that parts paragraphs, in the page's usual distances of lines
_OTHER_SIZE = 1.15
_INDENT = 0.6  # in heights of a line
_RECURS = 3  # pages on which a line at the edge is a running head
_SENTENCE_ENDS = re.compile(r"[.!?:;…؟۔؛][\"'”’»)\]\d]*$")
_NUMBERS = re.compile(r"\d+")
_ONLY_A_NUMBER = re.compile(r"\W*\d{1,5}\W*|\W*[ivxlc]{1,7}\W*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line and its box, in points from the lower left corner of the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> list[str]:
    """The paragraphs of ``pages``, running heads and page numbers left out, so that one can go on from page to page."""
    found: list[list[str]] = []
    before: Line | None = None
    for lines in _without_edges(pages):
        usual = _usual_distance(lines)
        for index, line in enumerate(lines):
            is_first = index == 0
            if before is None or _parts(before, line, usual, other_page=is_first):
                found.append([])
            found[-1].append(line.text)
            before = line
    return ["\n".join(texts) for texts in found]


def _parts(before: Line, line: Line, usual: float, *, other_page: bool) -> bool:
    """Whether a paragraph ends between two lines that follow one another."""
    tall, small = max(before.height, line.height), max(min(before.height, line.height), 0.1)
    if tall / small > _OTHER_SIZE:
        return True
    distance = before.bottom - line.bottom
    ends = bool(_SENTENCE_ENDS.search(before.text))
    if other_page or distance < 0:  # the next page, the next column
        return ends
    if abs(distance) < small / 2:  # the same line, torn apart by a wide space
        return False
    if distance > usual * _WIDER:
        return True
    indent = before.right - line.right if _is_right_to_left(line.text) else line.left - before.left
    return ends and indent > _INDENT * small


def _is_right_to_left(text: str) -> bool:
    """By its first letter (Unicode Standard Annex 9, rule P2)."""
    first = next((kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL")), "L")
    return first != "L"


def _usual_distance(lines: Sequence[Line]) -> float:
    """How far the page's lines are apart inside its paragraphs: a quarter of all distances is no larger."""
    distances = sorted(
        above.bottom - below.bottom for above, below in pairwise(lines) if above.bottom - below.bottom > below.height / 2
    )
    return distances[len(distances) // 4] if distances else 0.0


def _without_edges(pages: Sequence[Sequence[Line]]) -> Iterator[Sequence[Line]]:
    """``pages`` without the lines at their upper and lower edge that come again and again, or are nothing but a number."""
    seen = Counter(key for lines in pages for key in {_key(line) for line in _at_edges(lines)})
    for lines in pages:
        edges = [line for line in _at_edges(lines) if seen[_key(line)] >= _RECURS or _ONLY_A_NUMBER.fullmatch(line.text)]
        yield [line for line in lines if line not in edges] if len(lines) > len(edges) else lines


def _at_edges(lines: Sequence[Line]) -> tuple[Line, ...]:
    if not lines:
        return ()
    highest, lowest = max(line.top for line in lines), min(line.bottom for line in lines)
    return tuple(line for line in lines if line.top > highest - line.height / 2 or line.bottom < lowest + line.height / 2)


def _key(line: Line) -> tuple[str, int]:
    """What is the same on every page: the words but for numbers, and the height."""
    return _NUMBERS.sub("0", line.text), round(line.bottom)
