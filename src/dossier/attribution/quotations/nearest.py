"""The passage of a source that comes nearest to words that are not in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz.fuzz import partial_ratio_alignment

from dossier.attribution.quotations.folding import DASH, GAPS, HYPHEN, LINE_HYPHEN, PARAGRAPH, SPACE, FoldedText, fold

LONGEST = 500
"""So many characters of the words are looked for: enough to know the passage, and the line stays readable."""

STRETCH = 16_000
"""A source is compared in the stretch of so many characters that has most of the words."""

LEAST_LIKE = 50.0
"""Below this share of like characters (rapidfuzz's partial ratio, 0 to 100) a passage is no help."""

_WORDS = 40
_WORD = re.compile(r"(?:[-‐]\s*\n\s*|\S)+")
_WORD_ENDS = SPACE + DASH + PARAGRAPH
_WORD_END = re.compile(f"[{_WORD_ENDS}]")


@dataclass(frozen=True, slots=True)
class Nearest:
    """The nearest passage of a source.

    Parameters
    ----------
    passage:
        Its words as the source has them, on one line.
    offset:
        Where they begin in the original text, in characters.
    difference:
        From the quotation to the source, as git's word diff shows it: ``[-what only the quotation has-]`` and
        ``{+what only the source has+}``, as in ``may amount to [-a crime-]{+crimes+} against humanity``.
    """

    passage: str
    offset: int
    difference: str


def nearest(quoted: str, source: FoldedText) -> Nearest | None:
    """Find the passage of a source that comes nearest.

    Parameters
    ----------
    quoted:
        Words that are not in the source.
    source:
        The source.

    Returns
    -------
    Nearest | None
        ``None`` where nothing in the source is like the words.
    """
    wanted = fold(quoted[:LONGEST]).text
    stretch = _stretch(wanted, source.text)
    searched = source.text[stretch : stretch + STRETCH]
    alignment = partial_ratio_alignment(wanted, searched, score_cutoff=LEAST_LIKE) if wanted and searched else None
    if alignment is None:
        return None
    start, end = _whole_words(searched, alignment.dest_start, alignment.dest_end)
    words = _WORD_END.split(searched[start:end])
    known = _WORD_END.split(wanted)
    leading, trailing = _surplus(known, [_unbroken(word, known) for word in words])
    start += stretch + sum(len(word) + 1 for word in words[:leading])
    end += stretch - sum(len(word) + 1 for word in words[len(words) - trailing :])
    has_words = any(map(str.isalnum, source.text[start:end]))
    return _told(quoted[:LONGEST], source, start, end) if has_words else None


def _stretch(wanted: str, text: str) -> int:
    """Where the stretch begins that has most of the wanted words, the long ones above all."""
    starts = range(0, max(1, len(text) - LONGEST), STRETCH - 2 * LONGEST)
    words = sorted(set(_WORD_END.split(wanted)), key=len)[-_WORDS:]
    return max(starts, key=lambda start: sum(len(word) for word in words if text.find(word, start, start + STRETCH) >= 0))


def _told(quoted: str, source: FoldedText, start: int, end: int) -> Nearest:
    """The passage in its own writing, with the marks that stand at its end but not those before it."""
    first, last = source.offset(start), source.end_offset(end)
    written = source.original[first:last]
    return Nearest(" ".join(written.split()), first, difference(quoted, written))


def difference(quoted: str, passage: str) -> str:
    """The word diff of two texts in one line: ``[-only quoted-]{+only in the source+}``. Words that fold alike are the same."""
    ours, theirs = quoted.split(), _WORD.findall(passage)
    known = [_folded(word) for word in ours]
    changes = _matcher(known, [_unbroken(_folded(word), known) for word in theirs]).get_opcodes()
    return " ".join(_change(tag, ours[a:b], theirs[c:d]) for tag, a, b, c, d in changes)


def _change(tag: str, ours: Sequence[str], theirs: Sequence[str]) -> str:
    if tag == "equal":
        return " ".join(ours)
    dropped = f"[-{' '.join(ours)}-]" if ours else ""
    added = f"{{+{' '.join(' '.join(theirs).split())}+}}" if theirs else ""
    return dropped + added


def _folded(word: str) -> str:
    return fold(word).text.strip(".,،۔;:") or word


def _unbroken(word: str, known: Sequence[str]) -> str:
    """A word that is broken at the end of a line, with or without a hyphen as the quotation has it."""
    return next((form for gap in ("", HYPHEN) if (form := word.replace(LINE_HYPHEN, gap)) in known), word)


def _matcher(ours: Sequence[str], theirs: Sequence[str]) -> "SequenceMatcher[str]":
    return SequenceMatcher(None, ours, theirs, autojunk=False)


def _surplus(ours: Sequence[str], theirs: Sequence[str]) -> tuple[int, int]:
    """How many words of the passage stand before and after all that is like the quotation."""
    changes = _matcher(ours, theirs).get_opcodes()
    if all(change[0] != "equal" for change in changes):
        return 0, 0
    leading, trailing = (change[4] - change[3] if change[0] == "insert" else 0 for change in (changes[0], changes[-1]))
    return leading, trailing


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and text[start - 1] not in _WORD_ENDS:
        start -= 1
    while start < end and text[start] in GAPS:
        start += 1
    while end < len(text) and text[end] not in _WORD_ENDS:
        end += 1
    while end > start and text[end - 1] in GAPS:
        end -= 1
    return start, end
