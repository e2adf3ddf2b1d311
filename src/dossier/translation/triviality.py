"""Whether a change of an original can be one that no translation has to follow: a slip of the pen, or a sign of punctuation."""

from rapidfuzz import fuzz

from dossier.language.number_words import worded_numbers
from dossier.language.numerals import numbers_in
from dossier.translation.atoms import atoms
from dossier.translation.word_diff import Change, word_diff

_SAME = 80.0
"""How like (per cent) two texts are that one translation may be of: not half a paragraph and the whole."""
_LIKE = 60.0
"""How like (per cent) the letters of a misspelt word are to those of the right one."""


def must_be_followed(old: str, new: str, language: str) -> str:
    """Why a translation of ``old`` cannot be one of ``new`` as it is; empty where it may be.

    ``language`` is the BCP 47 tag of both: numbers may be in words.
    """
    if _numbers(old, language) != _numbers(new, language):
        return "a number changed"
    if sorted(atoms(old)) != sorted(atoms(new)):
        return "an address, a note or a citation changed"
    if fuzz.ratio(" ".join(_words(old)), " ".join(_words(new))) < _SAME:
        return "much of it changed"
    return ""


def is_trivial(old: str, new: str, language: str) -> bool:
    """Whether nothing changed but the spelling of words, capitals, spaces and punctuation: no word came or went."""
    return not must_be_followed(old, new, language) and all(map(_is_slip, word_diff(old, new)))


def _numbers(text: str, language: str) -> list[str]:
    """The numbers of ``text``; *one* is mostly no number, and *neuf* may be none."""
    in_words = (one.value for one in worded_numbers(text, language) if not one.doubtful and one.value != "1")
    return sorted([*numbers_in(text), *in_words])


def _is_slip(change: Change) -> bool:
    if not change.is_change:
        return True
    old, new = (_words(side) for side in (change.old, change.new))
    return len(old) == len(new) and all(fuzz.ratio(*pair) >= _LIKE for pair in zip(old, new, strict=True))


def _words(text: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in text).casefold().split()
