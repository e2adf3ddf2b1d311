"""Texts folded for comparison: what two printers, keyboards or scanners make of the same words becomes the same text.

A folded text consists of *solid* characters (letters, digits, punctuation) with at most one *gap* between two of them. Kinds of
white space, quotation marks, dashes, letters and digits are one kind each; gaps keep what decides whether two words are one:
a space, a hyphen, a dash, a hyphen at the end of a line, a zero-width non-joiner, the end of a paragraph. Whether two gaps may
stand for each other is decided in :mod:`dossier.attribution.quotations.gaps`, where both neighbours are known.

Normal forms: Unicode Standard Annex 15. Compatibility mappings are used for ligatures and Arabic presentation forms only, because
``m²`` is not ``m2``.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

SPACE, HYPHEN, DASH, LINE_HYPHEN, JOINER, PARAGRAPH = " ", "-", "—", "\x02", "\u200c", "\u2029"
GAPS = HYPHEN + SPACE + DASH + LINE_HYPHEN + JOINER + PARAGRAPH
"""A gap each: a hyphen between letters (first, to mean itself in a set of a pattern); white space; a dash; a hyphen at the
end of a line; U+200C; a blank line."""

QUOTE = "'"
"""What every quotation mark and apostrophe becomes."""

_SOFT_HYPHEN = "\xad"
_BLOCK = 1024


def _characters(*ranges: tuple[int, int]) -> Iterator[str]:
    for first, last in ranges:
        yield from map(chr, range(first, last + 1))


def _letters() -> dict[str, str]:
    arabic = dict(zip("يىكہھە", "ییکههه", strict=True))
    # With the hamza apart, as U+0647 U+0654 has no composed form.
    arabic |= {"ۀ": "هٔ", "ۂ": "هٔ"}
    digits = {chr(zero + value): str(value) for zero in (0x0660, 0x06F0) for value in range(10)}
    return arabic | digits


def _compatible(letters: dict[str, str]) -> dict[str, str]:
    """Ligatures and Arabic presentation forms, in the letters they are made of."""
    forms = _characters((0xFB00, 0xFB06), (0xFB13, 0xFB17), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
    taken = {form: unicodedata.normalize("NFKC", form) for form in forms}
    return {
        form: "".join("" if letter == "ـ" else letters.get(letter, letter) for letter in made)
        for form, made in taken.items()
        if made != form
    }


def _table() -> dict[str, str]:
    letters = _letters()
    table = dict.fromkeys('“”„‟‘’‚‛«»‹›"`´ʼ「」『』＂＇', QUOTE)
    table |= dict.fromkeys("‐‑‒–−⁃﹣－", HYPHEN) | dict.fromkeys("—―﹘", DASH)
    table |= dict.fromkeys("\t\x0c\x1c\x1d\x1e\x1f\xa0\u1680\u202f\u205f\u3000", SPACE)
    table |= dict.fromkeys(_characters((0x2000, 0x200A)), SPACE)
    table |= dict.fromkeys("\r\x0b\x85\u2028", "\n")
    # PDFium's sign of a hyphen at the end of a line.
    table["\ufffe"] = LINE_HYPHEN
    # Tatweel, zero-width characters, the byte order mark and all that sets the direction of writing.
    table |= dict.fromkeys("ـ\u200b\u200d\u2060\ufeff\u061c\u200e\u200f", "")
    table |= dict.fromkeys(_characters((0x202A, 0x202E), (0x2066, 0x2069)), "")
    table["…"] = "..."
    return table | letters | _compatible(letters)


_TABLE = _table()
_SPECIAL = re.compile("[" + "".join(map(re.escape, _TABLE)) + "]")
_UNEVEN_GAP = re.compile(f"[{GAPS}\n{_SOFT_HYPHEN}]{{2,}}|[\n{_SOFT_HYPHEN}]")
_BLANK_LINE = re.compile("\n *\n")
_LINE_HYPHEN = re.compile(f"-\n *|{LINE_HYPHEN}[ \n]*")
_SOFT_LINE_END = re.compile(f"{_SOFT_HYPHEN}\n *")
_SOLID = re.compile(f"[^{GAPS}]")
# A vowel or a final of Hangul is part of a syllable, which counts once in every normal form.
_NO_WORD = re.compile(r"[\W_\u1160-\u11ff\ud7b0-\ud7fb]+")
_MARKS = "".join(mark for mark in map(chr, range(0x300, 0x1F000)) if unicodedata.combining(mark))
_LONG_RUN = re.compile(f"[{_MARKS}]{{30}}(?=[{_MARKS}])")
_JOINER_OF_GRAPHEMES = "\u034f"


@dataclass(frozen=True, eq=False)
class FoldedText:
    """A text folded for comparison. It has no slots because it remembers what it had to find out about itself.

    Parameters
    ----------
    original:
        The text as it was handed in.
    text:
        The same, folded: solid characters, with one of :data:`GAPS` between some of them.
    """

    original: str
    text: str

    @cached_property
    def solid(self) -> str:
        """The text without its gaps, in which candidates are searched."""
        return without_gaps(self.text)

    def position(self, solid: int) -> int:
        """Where the ``solid``-th solid character stands in :attr:`text`."""
        block = bisect_right(self._solid_before, solid) - 1
        return self._positions(block)[solid - self._solid_before[block]]

    def offset(self, position: int) -> int:
        """Where the first letter or digit at or after ``position`` of :attr:`text` stands in :attr:`original`."""
        letters = _count_letters(self.text[:position])
        return self._nth_letter(letters)

    def end_offset(self, position: int) -> int:
        """Where the last letter or digit before ``position`` of :attr:`text` ends in :attr:`original`."""
        letters = _count_letters(self.text[:position])
        return self._nth_letter(letters - 1) + 1 if letters else 0

    @cached_property
    def _solid_before(self) -> list[int]:
        blocks = range(0, len(self.text), _BLOCK)
        counts = (len(without_gaps(self.text[start : start + _BLOCK])) for start in blocks)
        return list(accumulate(counts, initial=0))[:-1] or [0]

    @cached_property
    def _known_blocks(self) -> dict[int, list[int]]:
        return {}

    def _positions(self, block: int) -> list[int]:
        if block not in self._known_blocks:
            start = block * _BLOCK
            self._known_blocks[block] = [found.start() for found in _SOLID.finditer(self.text, start, start + _BLOCK)]
        return self._known_blocks[block]

    def _nth_letter(self, wanted: int) -> int:
        """Where letter or digit number ``wanted`` (from 0) stands in the original: letters survive folding, in their order."""
        start, step = 0, _BLOCK * 4
        while step:
            end = start + step
            inside = _count_original_letters(self.original[start:end])
            if inside > wanted or end > len(self.original):
                step //= 2
            else:
                wanted -= inside
                start = end
        return start


def fold(text: str) -> FoldedText:
    """Fold a text.

    Parameters
    ----------
    text:
        Any text; a blank line or U+2029 ends a paragraph, a line end does not.

    Returns
    -------
    FoldedText
        Folding what is folded changes nothing.
    """
    even = _SPECIAL.sub(_replaced, composed(text.replace("\r\n", "\n")))
    joined = _UNEVEN_GAP.sub(_one_gap, even)
    return FoldedText(text, composed(joined).strip(GAPS))


def without_gaps(folded: str) -> str:
    """The solid characters of a folded text."""
    for gap in GAPS:
        # One pass of C for each is five times faster than one translate() of text that is not ASCII.
        folded = folded.replace(gap, "")
    return folded


def gaps_of(folded: str) -> dict[int, str]:
    """The gaps of a folded text, by the number of solid characters before them."""
    gaps = (found.start() for found in _GAP.finditer(folded))
    return {start - count: folded[start] for count, start in enumerate(gaps)}


_GAP = re.compile(f"[{GAPS}]")


def composed(text: str) -> str:
    """A text in normal form C.

    Runs of marks that would take for ever to sort are parted first (Unicode Standard Annex 15, section 13).
    """
    if unicodedata.is_normalized("NFC", text):
        return text
    return unicodedata.normalize("NFC", _LONG_RUN.sub(rf"\g<0>{_JOINER_OF_GRAPHEMES}", text))


def _replaced(found: re.Match[str]) -> str:
    return _TABLE[found[0]]


def _one_gap(found: re.Match[str]) -> str:
    return _gap(found[0])


@lru_cache(maxsize=1024)
def _gap(run: str) -> str:
    if PARAGRAPH in run or _BLANK_LINE.search(run):
        return PARAGRAPH
    visible = run.replace(_SOFT_HYPHEN, "").replace(JOINER, "")
    if DASH in visible or "--" in visible:
        return DASH
    if _LINE_HYPHEN.fullmatch(visible):
        return LINE_HYPHEN
    if HYPHEN in visible or LINE_HYPHEN in visible:
        return HYPHEN if visible == HYPHEN else DASH
    if visible:
        return "" if _SOFT_LINE_END.fullmatch(run) else SPACE
    return JOINER if JOINER in run else ""


def _count_letters(text: str) -> int:
    return len(_NO_WORD.sub("", text))


def _count_original_letters(text: str) -> int:
    return _count_letters(_SPECIAL.sub(_replaced, text))
