"""The editorial marks in a quotation: omissions, insertions, *sic* and changed first letters.

What stands between two marks is a fragment, which the source must have word for word. ``[…]``, ``[...]``, ``(…)``, ``…`` and
``...`` omit words; at the beginning and at the end they mean nothing. ``[words]`` are the editor's, ``[sic]`` is no word at all,
and ``[W]ord`` is a word whose first letters had another case.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from dossier.attribution.quotations.folding import composed, fold

SIC = frozenset({"sic", "sic!", "sic.", "sic (!)", "!", "کذا", "كذا", "هکذا", "کذا فی الاصل", "کذا!"})
"""What editors write in brackets after a mistake that is the source's own."""

FLEXIBLE_LETTERS = 3
"""So many letters in brackets at the beginning of a word are letters of it (digraphs, small words such as ``[Il]s``)."""

MARKS = 40
"""A quotation with more marks is not taken apart: nobody could follow it, and it costs too much to place."""

_MARK = re.compile(r"\[([^\[\]]*)\]|\(\s?(?:…|\.{3})\s?\)|…(?:\s?[.…])*|\.(?:\s?\.){2,}")


class Joint(StrEnum):
    """What stands before a fragment: an omission, words of the editor's, or nothing that counts."""

    OMISSION = "omission"
    INSERTION = "insertion"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words that the source must have.

    Parameters
    ----------
    text:
        The words as they are written.
    joint:
        What stands before them; of the first fragment it means nothing.
    inserted:
        The bracket before them, as it is written, where there is one.
    flexible:
        So many of its first letters may be large or small.
    """

    text: str
    joint: Joint = Joint.NOTHING
    inserted: str = ""
    flexible: int = 0


@dataclass(frozen=True, slots=True)
class Insertion:
    """Words of the editor's.

    Parameters
    ----------
    words:
        What is in the brackets.
    before:
        The quotation before them, or its end.
    fragment:
        Number of the fragment they stand before.
    """

    words: str
    before: str
    fragment: int


@dataclass(frozen=True, slots=True)
class Marked:
    """A quotation taken apart.

    Parameters
    ----------
    fragments:
        What the source must have, in order.
    insertions:
        All that the editor inserted.
    alters_words:
        Whether a word has brackets in it that are not about its first letters: ``harbour[s]``.
    """

    fragments: tuple[Fragment, ...]
    insertions: tuple[Insertion, ...] = ()
    alters_words: bool = False


def count_marks(quoted: str) -> int:
    """How many editorial marks there are in a quotation; it is not counted beyond one more than :data:`MARKS`."""
    return sum(1 for _ in islice(_MARK.finditer(quoted), MARKS + 1))


def take_apart(quoted: str, *, letters_are_words: bool = False) -> Marked:
    """Take a quotation apart at its editorial marks.

    Parameters
    ----------
    quoted:
        A quotation without its outer quotation marks.
    letters_are_words:
        Whether ``[h]e`` is a word of the editor's in place of another, and not ``he`` or ``He``.
    """
    reader = _Reader(composed(quoted), letters_are_words)
    for mark in _MARK.finditer(reader.quoted):
        reader.read(mark)
    return reader.finish()


class _Reader:
    """Reads marks from left to right; what was read since the last mark is the fragment that is open."""

    def __init__(self, quoted: str, letters_are_words: bool) -> None:
        self.quoted = quoted
        self.letters_are_words = letters_are_words
        self.fragments: list[Fragment] = []
        self.insertions: list[Insertion] = []
        self.alters_words = False
        self.start = 0
        self.head = ""
        self.joint, self.inserted, self.flexible = Joint.NOTHING, "", 0

    def read(self, mark: re.Match[str]) -> None:
        """Read what a mark says."""
        if mark.start() < self.start:
            return
        words = mark[1]
        if words is None or (words.strip() and not words.strip(" .…\xa0\u202f")):
            self._close(mark.start(), mark.end(), Joint.OMISSION)
        elif not words.strip() or words.strip().casefold() in SIC:
            self._close(mark.start(), mark.end(), Joint.NOTHING, mark[0])
        else:
            self._read_words(mark, words)

    def _read_words(self, mark: re.Match[str], words: str) -> None:
        start, end = self._word_around(mark)
        if (start, end) == mark.span():
            self._insert(mark.start(), mark.end(), words)
        elif start == mark.start() and self._may_be_letters(words):
            self._close(start, mark.end(), Joint.NOTHING)
            self.head, self.flexible = words, len(fold(words).text)
        else:
            # A word with brackets in it is the editor's as a whole.
            self.alters_words = True
            self._insert(start, end, self.quoted[start:end].replace("[", "").replace("]", ""))

    def _may_be_letters(self, words: str) -> bool:
        return not self.letters_are_words and words.isalpha() and len(words) <= FLEXIBLE_LETTERS

    def _word_around(self, mark: re.Match[str]) -> tuple[int, int]:
        """From where to where the word goes that the bracket is part of; just the bracket where it stands by itself."""
        start, end = mark.span()
        while start > self.start and self.quoted[start - 1].isalnum():
            start -= 1
        while end < len(self.quoted) and self.quoted[end].isalnum():
            end += 1
        return start, end

    def _insert(self, start: int, end: int, words: str) -> None:
        before = self.quoted[max(0, start - 40) : start]
        self._close(start, end, Joint.INSERTION, f"[{words.strip()}]")
        self.insertions.append(Insertion(words.strip(), before, len(self.fragments)))

    def _close(self, end: int, start: int, joint: Joint, inserted: str = "") -> None:
        """End the open fragment at ``end``; the next begins at ``start``, after ``joint``."""
        text = self.head + self.quoted[self.start : end]
        if any(map(str.isalnum, text)):
            self.fragments.append(Fragment(text, self.joint, self.inserted, self.flexible))
            self.joint, self.inserted = joint, inserted
        else:
            self._widen(joint, inserted)
        self.start, self.head, self.flexible = start, "", 0

    def _widen(self, joint: Joint, inserted: str) -> None:
        """Two marks with no word between them are one, and the wider one counts."""
        if Joint.OMISSION in (self.joint, joint):
            self.joint, self.inserted = Joint.OMISSION, ""
        elif joint is Joint.INSERTION:
            self.joint, self.inserted = joint, f"{self.inserted} {inserted}".strip()

    def finish(self) -> Marked:
        """All fragments, after the last mark was read."""
        self._close(len(self.quoted), len(self.quoted), Joint.NOTHING)
        return Marked(tuple(self.fragments), tuple(self.insertions), self.alters_words)
