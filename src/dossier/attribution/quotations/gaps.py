"""What may stand between two characters of a quotation for what stands there in its source, and where words begin and end."""

import unicodedata
from enum import IntEnum

from dossier.attribution.quotations.folding import DASH, HYPHEN, JOINER, LINE_HYPHEN, PARAGRAPH, QUOTE, SPACE, gaps_of

ACCEPTED = {
    "": {JOINER, LINE_HYPHEN},
    SPACE: {JOINER, PARAGRAPH},
    HYPHEN: {DASH, LINE_HYPHEN},
    DASH: {HYPHEN, LINE_HYPHEN, PARAGRAPH},
    LINE_HYPHEN: {"", JOINER, HYPHEN, DASH},
    JOINER: {"", SPACE, LINE_HYPHEN},
    PARAGRAPH: {SPACE, DASH},
}
"""For each gap of a quotation what its source may have there. A space in the source is a non-joiner only where the quotation has
one, so that no two words become one by themselves."""

_SPACE_BEFORE = frozenset(";:!?%")
_INSIDE_NUMBERS = frozenset(".,:/٫٬'")


class Edge(IntEnum):
    """How a match begins or ends: between words, inside a hyphenated compound, or inside a word or number."""

    WORD = 0
    COMPOUND = 1
    INSIDE = 2


def joined_paragraphs(quoted: str, passage: str) -> bool | None:
    """Compare the gaps of two folded texts whose solid characters are the same.

    Returns
    -------
    bool | None
        ``None`` where a gap differs; otherwise whether the quotation runs on where the source ends a paragraph.
    """
    if quoted == passage:
        return False
    ours, theirs = gaps_of(quoted), gaps_of(passage)
    solid = "".join(character for character in passage if character not in ACCEPTED)
    joined = False
    for index in {index for index, _ in ours.items() ^ theirs.items()}:
        here, there = ours.get(index, ""), theirs.get(index, "")
        if not (there in ACCEPTED[here] or _is_loose(here, there, solid[index - 1], solid[index])):
            return None
        joined = joined or there == PARAGRAPH
    return joined


def _is_loose(here: str, there: str, left: str, right: str) -> bool:
    """Whether it is a typographer's business if there is a space: beside quotation marks, before ``;:!?%``, between dots."""
    at_mark = QUOTE in (left, right) or right in _SPACE_BEFORE or left == right == "."
    return at_mark and {here, there} <= {"", SPACE, JOINER, PARAGRAPH}


def is_wordy(character: str) -> bool:
    """Whether a character belongs to a word: a letter, a digit, or a mark on one."""
    return character.isalnum() or character == "_" or unicodedata.category(character).startswith("M")


def edge_before(text: str, start: int) -> Edge:
    """How a match that begins at ``start`` of a folded text begins."""
    if start == 0 or not is_wordy(text[start]):
        return Edge.WORD
    before, further = text[start - 1], text[start - 2] if start > 1 else SPACE
    if before == SPACE:
        return Edge.INSIDE if _splits_number(text, start - 1) else Edge.WORD
    if is_wordy(before) or _joins_digits(further, before, text[start]):
        return Edge.INSIDE
    return _at_hyphen(before, further)


def edge_after(text: str, end: int) -> Edge:
    """How a match that ends before ``end`` of a folded text ends."""
    if end == len(text) or not is_wordy(text[end - 1]):
        return Edge.WORD
    after, further = text[end], text[end + 1] if end + 1 < len(text) else SPACE
    if after == SPACE:
        return Edge.INSIDE if _splits_number(text, end) else Edge.WORD
    # “we can” is not in “we can’t”.
    if is_wordy(after) or _joins_digits(text[end - 1], after, further) or (after == QUOTE and is_wordy(further)):
        return Edge.INSIDE
    return _at_hyphen(after, further)


def ends_in_apostrophe(text: str, end: int) -> bool:
    """Whether a match that ends before ``end`` ends with an apostrophe inside a word."""
    return 1 < end < len(text) and text[end - 1] == QUOTE and is_wordy(text[end - 2]) and is_wordy(text[end])


def _at_hyphen(gap: str, further: str) -> Edge:
    if not is_wordy(further):
        return Edge.WORD
    return {HYPHEN: Edge.COMPOUND, JOINER: Edge.INSIDE, LINE_HYPHEN: Edge.INSIDE}.get(gap, Edge.WORD)


def _joins_digits(left: str, between: str, right: str) -> bool:
    """``12`` is not in ``12,000``, nor ``5`` in ``3.5``."""
    return between in _INSIDE_NUMBERS and left.isdigit() and right.isdigit()


def _splits_number(text: str, space: int) -> bool:
    """Whether the space at this place groups the digits of one number: ``12 000``."""
    before, after = text[max(0, space - 4) : space], text[space + 1 : space + 5]
    digits = len(before) - len(before.rstrip("0123456789"))
    grouped = 1 <= digits <= 3 and (digits == len(before) or not is_wordy(before[-digits - 1]))
    return grouped and after[:3].isdigit() and len(after[:3]) == 3 and not (after[3:] and is_wordy(after[3]))
