"""، ؛ ؟ in the place of , ; ? and one sign for three dots, where they belong to words of the language and not to Latin ones."""

import re
from collections.abc import Iterator

from dossier.language.arabic_script.letters import DIGITS, LATIN, LETTERS, MARKS, WORD
from dossier.language.rule import Edit, Rule

_OWN = {",": "،", ";": "؛", "?": "؟"}
_SIGN = re.compile("[,;?]")
_PERSIAN = re.compile(f"[{LETTERS}]")
_CLOSING, _OPENING = '»”’")]}\u200c\u200e\u200f\u2069', '«“‘"([{\u200e\u200f\u2066\u2067\u2068'
_SPACES = " \u00a0\u202f\n\t"
_OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
_SCRIPT = re.compile(f"[{LETTERS}{MARKS}{DIGITS}٪]")
_LATIN = re.compile(f"[{LATIN}0-9]")
_DOTS = re.compile(r"\.{3}(?<!\.{4})(?!\.)")
_ONE_LATIN_WORD = re.compile(rf"[{LETTERS}{MARKS}\u200c][ \u00a0][{LATIN}][{LATIN}0-9.-]{{0,40}}\Z")
_WORDS = re.compile(f"[{LETTERS}{MARKS} ][,;?][{LETTERS}]")
"""A sign between two words without a space behind it."""
_REACH = 12
"""How many closing or opening signs and spaces are looked past."""


def _signs(text: str) -> Iterator[Edit]:
    """The sign belongs to the word of the language that stands before it, else to one that begins behind it.

    A question mark behind several Latin words may be part of a title and is left; behind a single one it ends our sentence.
    """
    if not (_SIGN.search(text) and _PERSIAN.search(text)):
        return
    for found in _SIGN.finditer(text):
        if _is_ours(text, found.start()):
            yield Edit(*found.span(), _OWN[found[0]])


def _is_ours(text: str, place: int) -> bool:
    behind = text[place + 1 : place + 2]
    if behind and behind not in _SPACES + _CLOSING + _OPENING + ".!?؟…" and not _WORDS.match(text, max(0, place - 1)):
        return False
    before = _before(text, place)
    if _SCRIPT.match(before):
        return text[place - 1] not in _SPACES or behind not in (")", "(")  # ;) is a face
    if before == _OBJECT or (text[place] != "?" and _LATIN.match(before)):
        return bool(_PERSIAN.match(_behind(text, place)))
    return bool(_ONE_LATIN_WORD.search(text[max(0, place - 44) : place])) and not text[place + 1 : place + 3].strip()


def _before(text: str, place: int) -> str:
    """The character that a sign stands behind, past closing marks, other signs and spaces."""
    for index in range(place - 1, max(-1, place - 1 - _REACH), -1):
        if text[index] not in _CLOSING + _SPACES + "?!؟":
            return text[index]
    return ""


def _behind(text: str, place: int) -> str:
    """The character that stands behind a sign and its space, past opening marks."""
    for char in text[place + 1 : place + 1 + _REACH]:
        if char not in _OPENING + _SPACES:
            return char
    return ""


def _dots(text: str) -> Iterator[Edit]:
    for found in _DOTS.finditer(text) if "..." in text else ():
        near = text[max(0, found.start() - 2) : found.start()].strip()[-1:] + text[found.end() : found.end() + 2].strip()[:1]
        if re.search(rf"[{WORD}{DIGITS}«»]", near) or _is_bracketed(text, *found.span()):
            yield Edit(*found.span(), "…")


def _is_bracketed(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in ("[", "(") and text[end : end + 1] in ("]", ")") and bool(_PERSIAN.search(text))


RULES = (
    Rule("، ؛ ؟", _signs, spaces_only=False),
    Rule("…", _dots, spaces_only=False),
)
