"""How much of what is written a reader gives back: exact words, and lines whose words come in their order.

A word is what stands between white space, letter for letter as it was written: joiners, marks and their order are part of it, and
an invisible character that was not written makes it another word. What readers add by themselves is taken off first: the
embeddings that poppler puts around runs (U+202A to U+202E), and the break of a line behind U+00AD (ISO 32000-1, 14.8.2.2.3) or
behind PDFium's own sign for it. U+200F, which our text layer writes where a reader would lose the direction, is counted for
itself: words are exact without it, and *pure* if they came without it.
"""

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from fidelity_corpus import Face, Set, document
from fidelity_readers import Reader

from dossier.model.records import Profile
from dossier.press.pdf import render

_EMBEDDING = re.compile("[\u202a-\u202e]")
_MARK = re.compile("[\u200e\u200f\u061c]")
_BROKEN = re.compile("[\u00ad\ufffe\u0002]\\s*\n\\s*|\ufffe|\u0002")
_BREAKING = re.compile("[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class Score:
    """What one reader gave back of one set.

    Parameters
    ----------
    words, exact:
        Words written, and those of them found exactly, points around them included.
    bare:
        Those found exactly when points around words are left off on both sides.
    pure:
        Those found exactly that carry no mark of direction either.
    lines, in_order:
        Lines written, and those whose words come one behind the other as they were written.
    lost, strange:
        Words that were not found, and words found that were not written.
    """

    words: int
    exact: int
    bare: int
    pure: int
    lines: int
    in_order: int
    lost: tuple[str, ...]
    strange: tuple[str, ...]
    disordered: tuple[str, ...]

    @property
    def is_perfect(self) -> bool:
        """Every word, and every line in order."""
        return self.words == self.exact == self.bare and self.lines == self.in_order


Pages = Mapping[str, slice]
"""Which pages each set stands on."""


def set_in(face: Face, target: Path, sets: Sequence[Set], profile: Profile = Profile.SCREEN) -> Pages:
    """Write the sets in ``face`` to ``target``."""
    result = render(document(face, sets), profile)
    assert result.diagnostics == (), result.diagnostics
    target.write_bytes(result.data)
    starts = [result.page_map[one.name].number - 1 for one in sets]
    ends = (*starts[1:], result.pages)
    return {one.name: slice(start, end) for one, start, end in zip(sets, starts, ends, strict=True)}


def only(one: Set, letters: re.Pattern[str], *, ordered: bool) -> Set:
    """``one`` as a reader is asked who is held to the words of ``letters`` only."""
    lines = tuple(replace(line, text=" ".join(letters.findall(line.text))) for line in one.lines)
    return replace(one, lines=tuple(line for line in lines if line.text), ordered=ordered)


def reading_only(read: Reader, letters: re.Pattern[str]) -> Reader:
    """``read``, of which only the words of ``letters`` are taken."""
    return lambda pdf: tuple("\n".join(" ".join(letters.findall(line)) for line in text.splitlines()) for text in read(pdf))


def scores(pdf: Path, pages: Pages, sets: Iterable[Set], read: Reader) -> dict[str, Score]:
    """What ``read`` gives back of each set in ``pdf``."""
    texts = read(pdf)
    return {one.name: score(one, "\n".join(texts[pages[one.name]])) for one in sets}


def score(one: Set, extracted: str) -> Score:
    """Compare what a set says with what was extracted from its pages."""
    cut = _BREAKING.split if one.keeps_spaces else str.split
    # PDFium gives marks of one letter in another, canonically equivalent, order (UAX #15): the same word.
    said = unicodedata.normalize("NFC", _BROKEN.sub("", _EMBEDDING.sub("", extracted)))
    found = _words(_MARK.sub("", said), cut)
    lines = [_words(unicodedata.normalize("NFC", line.text), cut) for line in one.lines]
    written = [word for line in lines for word in line]
    kept, bare = Counter(written) & Counter(found), Counter(map(_bare, written)) & Counter(map(_bare, found))
    in_a_row = f" {' '.join(found)} "
    disordered = [line for line in lines if f" {' '.join(line)} " not in in_a_row] if one.ordered else []
    return Score(
        words=len(written),
        exact=kept.total(),
        bare=bare.total(),
        pure=(kept & Counter(_words(said, cut))).total(),
        lines=len(lines),
        in_order=len(lines) - len(disordered),
        lost=tuple((Counter(written) - kept).elements()),
        strange=tuple((Counter(found) - kept).elements()),
        disordered=tuple(map(" ".join, disordered)),
    )


def _words(text: str, cut: Callable[[str], list[str]]) -> list[str]:
    return [word for word in cut(text) if word]


_POINTS = "".join(char for char in map(chr, range(sys.maxunicode)) if unicodedata.category(char).startswith("P"))


def _bare(word: str) -> str:
    return word.strip(_POINTS)
