"""Text as somebody who looks for a name in it sees it: letters folded, everything else a gap, each with its place in the text.

Folded are case, normal form and diacritics, compatibility and presentation forms (UAX 15), the Arabic letters that stand for
Persian ones, character references (HTML, XML), percent-encoding (RFC 3986) and Markdown's backslashes.
"""

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote, unquote_to_bytes

GAP, LINE, COMMA, DOT, STOP, JOINER = " ", "\n", ",", ".", ";", "\u200c"
"""What is no letter: a gap, the end of a line, a comma, a full stop, any other mark that parts words, a joiner of letters."""

_ALIKE = str.maketrans("يىكةٱھہەۀےıøł", "ییکهاههههیiol")
_COMMAS, _STOPS = frozenset(",،"), frozenset(";:!?…؛؟|")
_PARTING = frozenset("\u200b\u200c\u2060")
_NATIVE = {ord(char): str(index % 10) for index, char in enumerate("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩")}
_PARTED = re.compile(f"[{''.join(sorted(_PARTING))}]")
_OTHER_COMMAS = re.compile("،")
_OTHER_STOPS = re.compile(f"[{re.escape(''.join(sorted(_STOPS)))}]")
_UNSEEN = re.compile(
    "[\u00ad\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200d-\u200f\u202a-\u202e\u2061-\u206f\ufe00-\ufe0f\ufeff]"
)
_GAPS = re.compile(f"[^\\w\n{COMMA}{DOT}{STOP}{JOINER}]|_")
_ATOM = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|(?:%[0-9a-fA-F]{2})+|\\[!-/:-@\[-`{-~]")
_MARKUP = re.compile(
    r"</?[A-Za-z][^<>]*>|\]\((?:[^()\n]|\([^()\n]*\))*\)|\]\[[^\]\n]*\]|\[\^[^\]\s]+\]|\{[.#:][^{}\n]*\}|\]\{[^{}\n]*\}"
)


@dataclass(frozen=True, slots=True)
class View:
    """The folded text, and for each of its characters where it begins and ends in the text itself."""

    folded: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def view(text: str, *, through_markup: bool = False) -> View:
    """``text`` folded.

    Parameters
    ----------
    text:
        Any text: plain, Markdown, XML.
    through_markup:
        Whether tags, targets of links, notes and attributes are passed over, so that words on both sides of them meet.
    """
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for shown, start, end in _pieces(text, through_markup=through_markup):
        for char in shown:
            for letter in fold(char):
                folded.append(letter)
                starts.append(start)
                ends.append(end)
    return View("".join(folded), tuple(starts), tuple(ends))


def _pieces(text: str, *, through_markup: bool) -> Iterator[tuple[str, int, int]]:
    """What is shown, and the span of the text that shows it."""
    index = 0
    while index < len(text):
        char = text[index]
        if through_markup and char in "<[]{" and (markup := _MARKUP.match(text, index)):
            index = markup.end()
        elif char in "&%\\" and (atom := _ATOM.match(text, index)) and (shown := _decoded(atom[0])):
            yield shown, index, atom.end()
            index = atom.end()
        else:
            yield char, index, index + 1
            index += 1


def _decoded(atom: str) -> str:
    if atom.startswith("%"):
        try:
            return unquote_to_bytes(atom).decode()
        except UnicodeDecodeError:
            return ""
    return atom[1:] if atom.startswith("\\") else html.unescape(atom)


@lru_cache(maxsize=8192)
def fold(char: str) -> str:
    """What stands for ``char`` in a folded text; nothing for marks that nobody sees as letters."""
    if char == "\n":
        return LINE
    if char in _PARTING:
        return JOINER
    if char in _COMMAS:
        return COMMA
    if char == DOT:
        return DOT
    if char in _STOPS:
        return STOP
    category = unicodedata.category(char)
    if char == "ـ" or category in ("Mn", "Me", "Cf"):
        return ""
    if category[0] not in "LN":
        return GAP
    parts = unicodedata.normalize("NFKD", char).casefold().translate(_ALIKE)
    return "".join(_digit(part) for part in unicodedata.normalize("NFKD", parts) if unicodedata.category(part)[0] in "LN") or GAP


def fold_all(text: str) -> str:
    """``text`` folded as by :func:`view`, much faster and without places."""
    plain = unquote(html.unescape(text)) if "&" in text or "%" in text else text
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", plain).casefold().translate(_ALIKE))
    bare = _UNSEEN.sub("", letters.translate(_NATIVE))
    parted = _OTHER_COMMAS.sub(COMMA, _OTHER_STOPS.sub(STOP, _PARTED.sub(JOINER, bare)))
    return _GAPS.sub(GAP, parted)


def _digit(char: str) -> str:
    value = unicodedata.decimal(char, None)
    return char if value is None else str(value)
