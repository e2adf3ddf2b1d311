"""How readers of a PDF find the direction of its text, and where U+200F keeps them from being wrong.

A PDF has no bidirectional algorithm; text comes as it stands on the page, from left to right, and each reader has a way of its
own to undo that:

* **MuPDF** takes a code for right-to-left by its first character and lets a sign without direction follow the code *written*
  before it. A full stop at the left end of a Persian line follows whatever stood on the page before that line.
* **poppler** counts all signs left of a number or Latin word, up to the next right-to-left letter, among what runs from left to
  right: the space between a number and the Persian word behind it comes out on the other side of the number.
* **PDFium** keeps the order of neighbours that are weak (digits, commas, vowel signs, joiners) as it stands on the page, and
  takes a text object for the same line's if its first code is twice as wide as the lines are apart.
* **pypdf** puts each right-to-left character before those of its text object, and keeps the direction for signs and digits.

A right-to-left mark is strong, so it ends each of these. It is written where needed only: never inside a word, but for the rare
joiner behind a vowel sign.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from unicodedata import bidirectional

RIGHT_TO_LEFT_MARK = "\N{RIGHT-TO-LEFT MARK}"
LEFT_TO_RIGHT_MARK = "\N{LEFT-TO-RIGHT MARK}"
ARABIC_LETTER_MARK = "\N{ARABIC LETTER MARK}"

_RTL = frozenset({"R", "AL", "AN"})
_KEPT = frozenset({"CS", "ES", "ET", "EN", "AN", "BN"})
"""Classes that PDFium leaves in their order beside a vowel sign (NSM)."""
_NUMERIC = frozenset({"CS", "ES", "ET"})
"""Classes of signs that poppler takes for parts of numbers."""
_LATIN_TO_PYPDF = frozenset("\u00a0«»[]{}\\^_`|~§°±×÷")
"""Signs that pypdf takes for left-to-right letters."""
_SAME = 0.5  # CSS pixels; widths are rounded to thousandths of the size


@dataclass(frozen=True, slots=True)
class Place:
    """Where a run stands on its page, in CSS pixels: its left and right edge, and its baseline."""

    left: float
    right: float
    baseline: float


@dataclass(slots=True)
class Reading:
    """What a reader has seen of a page so far."""

    rtl: bool = False
    """The direction pypdf keeps for signs: that of the last letter."""
    ran_rtl: bool = False
    """Whether the last run was from right to left."""
    last: Place = Place(0.0, 0.0, -1.0)
    """Where it stands."""

    def is_left_of_last(self, place: Place) -> bool:
        """Whether ``place`` is left of the last run, on its line."""
        return self._is_on_line(place) and place.right < self.last.left + _SAME

    def is_right_of_last(self, place: Place) -> bool:
        """Whether ``place`` is right of the last run, on its line."""
        return self._is_on_line(place) and place.left > self.last.right - _SAME

    def is_apart(self, place: Place) -> bool:
        """Whether ``place`` is left of the last run with room between: an unwritten space, or the next cell of a table."""
        return self._is_on_line(place) and place.right < self.last.left - 2 * _SAME

    def _is_on_line(self, place: Place) -> bool:
        return abs(place.baseline - self.last.baseline) < _SAME

    def saw(self, texts: Sequence[str], *, rtl: bool, place: Place) -> None:
        """Remember a run that was written: what its codes stand for, from left to right, and its place."""
        self.ran_rtl, self.last = rtl, place
        letters = [text for text in texts if len(text) == 1 and not _is_neutral_to_pypdf(text)]
        if letters:
            self.rtl = bidirectional(letters[-1]) in _RTL


def reading_of(stream: Any) -> Reading:
    """What was read of the page that ``stream`` writes."""
    try:
        found: Reading = stream.reading
    except AttributeError:
        found = stream.reading = Reading()
    return found


@lru_cache(maxsize=4096)
def _is_neutral_to_pypdf(char: str) -> bool:
    return (
        char <= "/"
        or ":" <= char <= "@"
        or "\u0660" <= char <= "\u066d"
        or "\u06f0" <= char <= "\u06f9"
        or "\u2000" <= char <= "\u21ff"
    )


def marks_in(texts: Sequence[str], *, behind_ltr: bool, rtl: bool) -> Iterator[int]:
    """Before which codes of a right-to-left run a mark is needed; the number of codes for behind the last.

    Parameters
    ----------
    texts:
        What the codes stand for, from left to right.
    behind_ltr:
        Whether, in the order of the text, a left-to-right run came before.
    rtl:
        Whether the last letter of the page was from right to left.
    """
    left = ""
    for place, text in enumerate(texts):
        kind = bidirectional(text[0])
        if not place:
            needed = kind not in _RTL or (len(text) > 1 and not rtl)
        elif kind == "NSM":
            needed = left in _KEPT
        else:
            needed = text in _LATIN_TO_PYPDF or (kind in _NUMERIC and left not in _RTL)
        if needed:
            yield place
        left = kind
    if behind_ltr and left not in _RTL:
        yield len(texts)


def needs_mark(sign: str) -> bool:
    """Whether a left-to-right run beside a right-to-left one begins or ends in a sign that poppler would give to the other."""
    return bidirectional(sign) not in ("L", "EN")


def before_letter(texts: Sequence[str]) -> int:
    """How many codes stand before the first that pypdf takes for a left-to-right letter.

    It puts each of them before the last, as it does with the letters of the run before; one code comes as it is.
    """
    found = (place for place, text in enumerate(texts) if len(text) == 1 and not _is_neutral_to_pypdf(text))
    return next(found, len(texts))
