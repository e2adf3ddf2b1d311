"""Whether a change of an original can be one that no translation has to follow: a slip of the pen, or a sign of punctuation."""

from rapidfuzz import fuzz

from dossier.language.numerals import numbers_in
from dossier.translation.atoms import atoms
from dossier.translation.word_diff import Change, word_diff

_LIKE = 60.0
"""How like (per cent) the letters of a misspelt word are to those of the right one."""


def must_be_followed(old: str, new: str) -> str:
    """Why a translation of ``old`` cannot be one of ``new`` as it is; empty where it may be."""
    if sorted(numbers_in(old)) != sorted(numbers_in(new)):
        return "a number changed"
    if sorted(atoms(old)) != sorted(atoms(new)):
        return "an address, a note or a citation changed"
    return ""


def is_trivial(old: str, new: str) -> bool:
    """Whether nothing changed but the spelling of words, capitals, spaces and punctuation: no word came or went."""
    return not must_be_followed(old, new) and all(map(_is_slip, word_diff(old, new)))


def _is_slip(change: Change) -> bool:
    if not change.is_change:
        return True
    old, new = (_words(side) for side in (change.old, change.new))
    return len(old) == len(new) and all(fuzz.ratio(*pair) >= _LIKE for pair in zip(old, new, strict=True))


def _words(text: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in text).casefold().split()
