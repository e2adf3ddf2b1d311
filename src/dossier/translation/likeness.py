"""How like two texts are, for offering the translation of one beside the other.

Three measures of rapidfuzz, of which the best counts: the same letters in the same order (which is msgmerge's own measure), the
same words in another order (sentences that changed places), and one text standing in the other (a paragraph that was split, or
that got a sentence more). Addresses, labels of notes and citations do not count; letters' case and punctuation do not either.
"""

from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, utils

from dossier.translation.atoms import without_atoms

_REORDERED, _CONTAINED = 0.95, 0.9
"""What the other measures are worth beside the first: the same order is better evidence."""
_LEAST_WORDS, _LEAST_LETTERS = 4, 20
"""Of a text that is looked for inside another: “Notes” stands in many texts and comes from none of them."""
_SHARED, _LEAST_OF_OTHER = 0.7, 0.5
_COPIED = 93.0
"""How like (per cent) a part must be to where it stands in the whole: a copy with a slip or two. Sentences of one making are
nearly that much alike although they tell of different things."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is compared: its words in small letters, one space between them."""

    text: str
    words: tuple[str, ...]


@cache
def folded_text(msgid: str) -> Folded:
    """What of ``msgid`` counts for a comparison."""
    words = tuple(utils.default_process(without_atoms(msgid)).split())
    return Folded(" ".join(words), words)


def same_order(one: Folded, other: Folded) -> float:
    """How much of two texts is the same in the same order, from 0 to 100."""
    return float(fuzz.ratio(one.text, other.text))


def alike(one: Folded, other: Folded) -> float:
    """How like two texts are by the best of the three measures, from 0 to 100."""
    return float(max(same_order(one, other), _REORDERED * _reordered(one, other), _contained(one, other)))


def _reordered(one: Folded, other: Folded) -> float:
    if not _LEAST_OF_OTHER * len(other.words) <= len(one.words) <= len(other.words) / _LEAST_OF_OTHER:
        return 0.0
    return fuzz.ratio(_sorted(one), _sorted(other))


@cache
def _sorted(text: Folded) -> str:
    return " ".join(sorted(text.words))


def _contained(one: Folded, other: Folded) -> float:
    part, whole = sorted((one, other), key=lambda text: len(text.text))
    return _CONTAINED * fuzz.partial_ratio(part.text, whole.text, score_cutoff=_COPIED) if may_be_part(part, whole) else 0.0


def may_be_part(part: Folded, whole: Folded) -> bool:
    """Whether ``part`` is long enough to be looked for in ``whole``, and has mostly words of it."""
    words = set(part.words)
    enough = len(part.words) >= _LEAST_WORDS and len(part.text) >= _LEAST_LETTERS
    return enough and len(words.intersection(whole.words)) >= _SHARED * len(words)


def span_in(part: Folded, whole: Folded, cutoff: float) -> tuple[int, int] | None:
    """Where in ``whole`` the text of ``part`` stands, as a range of letters; ``None`` where it is less like than ``cutoff``."""
    if len(part.text) >= len(whole.text) or not may_be_part(part, whole):
        return None
    found = fuzz.partial_ratio_alignment(part.text, whole.text, score_cutoff=cutoff)
    return (found.dest_start, found.dest_end) if found else None
