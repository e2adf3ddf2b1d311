"""« » for quotations and “ ” for those inside them, in the place of straight and English marks that pair well."""

import re
from collections.abc import Iterable, Iterator

from dossier.language.arabic_script.letters import DIGITS, LATIN, LETTERS
from dossier.language.rule import Edit, Rule

_FOREIGN = re.compile('["“”]')
_MARK = re.compile('["“”«»]')
_OWN_LETTER = re.compile(f"[{LETTERS}]")
_CLOSES = {"“": "”", "«": "»", '"': '"'}
_MARKS = (("«", "»"), ("“", "”"))
_BEFORE_OPENING = " \u00a0\u202f\n\t([{«“‘/-–—…:\u200e\u200f\u2066\u2067\u2068\ufffc"
_BEHIND_OPENING = re.compile(f"[{LETTERS}{LATIN}0-9{DIGITS}«“([…\\[\ufffc\u2066-\u2068]")
_BEHIND_CLOSING = re.compile(rf"[\s)\]}}»”’.,:;!?،؛؟…/\-–—\u200c\u200e\u200f\u2069\ufffc{LETTERS}]|\Z")
_LATIN_BEFORE, _LATIN_BEHIND = re.compile(rf"[{LATIN}][,:]?[ \u00a0]\Z"), re.compile(rf"[,.]?[ \u00a0][{LATIN}]")

Pair = tuple[int, int, int]
"""Where a pair opens and closes, and how deep it is in others."""


def _quotes(text: str) -> Iterable[Edit]:
    """Nothing where one mark has no other half, or where three are nested: then nobody can tell what was meant."""
    if not (_FOREIGN.search(text) and _OWN_LETTER.search(text)):
        return ()
    pairs = _pairs(text)
    return sorted(_edits(text, pairs), key=lambda edit: edit.start) if pairs else ()


def _edits(text: str, pairs: Iterable[Pair]) -> Iterator[Edit]:
    for start, end, depth in pairs:
        for place, mark in zip((start, end), _MARKS[depth], strict=True):
            if text[place] != mark:
                yield Edit(place, place + 1, mark)


def _pairs(text: str) -> list[Pair] | None:
    """All pairs, inner ones first; ``None`` where the marks of the text cannot be paired."""
    opened: list[int] = []
    pairs: list[Pair] = []
    for found in _MARK.finditer(text):
        place = found.start()
        if _opens(text, place, opened):
            if len(opened) == len(_MARKS):
                return None
            opened.append(place)
        elif opened and _CLOSES[text[opened[-1]]] == found[0] and _may_close(text, place, opened[-1]):
            pairs.append((opened.pop(), place, len(opened)))
        else:
            return None
    if opened or any(_is_of_latin_words(text, *pair[:2]) for pair in pairs):
        return None
    return pairs


def _opens(text: str, place: int, opened: list[int]) -> bool:
    if text[place] != '"':
        return text[place] in "“«"
    if opened and text[opened[-1]] == '"':
        return False
    return (place == 0 or text[place - 1] in _BEFORE_OPENING) and bool(_BEHIND_OPENING.match(text, place + 1))


def _may_close(text: str, place: int, start: int) -> bool:
    if text[place] != '"':
        return True
    return place > start + 1 and not text[place - 1].isspace() and bool(_BEHIND_CLOSING.match(text, place + 1))


def _is_of_latin_words(text: str, start: int, end: int) -> bool:
    """Whether a Latin word stands before the pair, in it and behind it: then it belongs to a sentence of another language."""
    if text[start] == "«" or _OWN_LETTER.search(text, start, end):
        return False
    return bool(_LATIN_BEFORE.search(text[max(0, start - 4) : start])) and bool(_LATIN_BEHIND.match(text, end + 1))


RULES = (Rule("« » and “ ”", _quotes, spaces_only=False),)
