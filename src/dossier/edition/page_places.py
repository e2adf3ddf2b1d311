"""Where the pages of the PDF begin in the text of the book.

Both are set from the same documents by other templates: most blocks are the same letter for letter, and some are not, for a
number stands before a heading, or pages are named in an index. So blocks are compared whole first, in their order; where they
differ, the words with which a page begins are searched among those of the book that lie between two that are the same.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from dossier.model.bundle import Page, PageText

_PROBES = (48, 24, 12)
_NO_LETTERS = re.compile("[\\s\u00ad\u061c\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
"""White space, and signs that are not seen, whose number depends on the format; but not the joiner of Persian words."""


@dataclass(frozen=True, slots=True)
class PageStart:
    """A page begins in ``block`` of the book, before its letter ``offset``, counted as in :func:`letters`."""

    page: Page
    block: int
    offset: int


def letters(text: str) -> str:
    """What counts of ``text``."""
    return _NO_LETTERS.sub("", text)


def page_starts(pages: Sequence[PageText], book: Sequence[str]) -> tuple[PageStart, ...]:
    """Where each page begins, in the order of pages.

    Parameters
    ----------
    pages:
        The pages of the PDF.
    book:
        The blocks of the book, as :func:`letters`.

    Returns
    -------
    Pages of which nothing stands in the book are left out. Where the first words of a page do not stand there, it begins with
    the first of its words that do.
    """
    return tuple(_Search(pages, book).found())


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a block on a page: its number among all blocks of the PDF, where it begins there, and its letters."""

    block: int
    offset: int
    letters: str


class _Search:
    def __init__(self, pages: Sequence[PageText], book: Sequence[str]) -> None:
        self._book = book
        self._printed: list[str] = []
        self._pages = list(self._pieces(pages))
        matcher = SequenceMatcher(None, self._printed, list(book), autojunk=False)
        self._matches = [match for match in matcher.get_matching_blocks() if match.size]
        self._past = (0, 0)

    def found(self) -> Iterator[PageStart]:
        for page, pieces in self._pages:
            place = next(filter(None, map(self._place, pieces)), None)
            if place is not None:
                self._past = place
                yield PageStart(page, *place)

    def _pieces(self, pages: Sequence[PageText]) -> Iterator[tuple[Page, list[_Piece]]]:
        last = 0
        for one in pages:
            pieces = []
            for serial, words in one.blocks:
                own = letters(words)
                if serial != last or not self._printed:
                    self._printed.append("")
                last = serial
                pieces.append(_Piece(len(self._printed) - 1, len(self._printed[-1]), own))
                self._printed[-1] += own
            yield one.page, [piece for piece in pieces if piece.letters]

    def _place(self, piece: _Piece) -> tuple[int, int] | None:
        for match in self._matches:
            if match.a <= piece.block < match.a + match.size:
                return match.b + piece.block - match.a, piece.offset
        return self._searched(piece)

    def _searched(self, piece: _Piece) -> tuple[int, int] | None:
        first, end = self._between(piece.block)
        start = max((first, 0), self._past)
        for size in _PROBES:
            probe = piece.letters[:size]
            if len(probe) < size and size != _PROBES[0]:
                continue
            if found := _in_blocks(self._book[start[0] : end], probe, start[1]):
                return start[0] + found[0], found[1]
        return None

    def _between(self, block: int) -> tuple[int, int]:
        """The blocks of the book that stand between those which are the same before and behind ``block``."""
        first, end = 0, len(self._book)
        for match in self._matches:
            if match.a + match.size <= block:
                first = match.b + match.size
            elif match.a > block:
                return first, match.b
        return first, end


def _in_blocks(blocks: Sequence[str], probe: str, offset: int) -> tuple[int, int] | None:
    """The block, and the letter in it, where ``probe`` begins; it may run on into the next blocks."""
    text = "".join(blocks)
    at = text.find(probe, offset)
    if at < 0 or not probe:
        return None
    ends = [0]
    for block in blocks:
        ends.append(ends[-1] + len(block))
    return next((index, at - start) for index, (start, end) in enumerate(pairwise(ends)) if start <= at < end)
