"""Which ASCII numbers of a passage are numbers of its prose, and what they are in the language's own digits.

A number is of the prose where nothing says that it is anything else. It is left alone inside a word with Latin letters (an
identifier, an address, a document symbol), beside a Latin word (*11 December 2020*), in brackets or quotation marks whose words
are all Latin, in a telephone number, in an ISO 8601 date, in a version, and where it is as long as only a code can be. UAX 9
keeps the order of Persian digits with one sign between them, which are European numbers (EN) to it; other runs are isolated.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from dossier.language.arabic_script.letters import ARABIC_DIGITS, DIGITS, LATIN, LETTERS, PERSIAN_DIGITS, WORD
from dossier.language.arabic_script.spans import kept_out_of
from dossier.language.rule import Edit, Rule
from dossier.language.value import ASCII_DIGITS

Digits = Literal["native", "latin", "as-written"]
"""How numbers in prose are written: in the language's digits, in 0 to 9, or each as its author did."""

Span = tuple[int, int]

_ASCII = re.compile("[0-9]")
_OWN = re.compile(f"[{DIGITS}]")
# Three dots part as the one sign does that comes in their place.
_CLUSTER = re.compile(
    rf"""(?:[^\s()\[\]«»“”"‘’،؛؟…,;?!.]+|(?<!\.)(?!\.{{3}}(?!\.))\.++|[,;?!](?![{LETTERS}.!?\u200e\u200f\u2066-\u2069]))+"""
)
_HAS_LATIN = re.compile(f"[{LATIN}]")
_BEGINS_LATIN, _ENDS_LATIN = re.compile(f"[{LATIN}]"), re.compile(rf"[{LATIN}][0-9]*\.?\Z")
_ABBREVIATION = re.compile(r"[A-Za-z][a-z]{0,3}\.\Z")
_TELEPHONE = re.compile(r"(?<![\w+])\+[0-9][0-9 ()\u00a0\u202f-]{0,30}[0-9]")
_ENCLOSED = re.compile(r"""[(\[«“"]([^()\[\]«»“”"]*)[)\]»”"]""")
_LETTER = re.compile(f"[{LETTERS}]")

_D = f"[0-9{DIGITS}]"
_PLAIN = rf"(?!0{_D}{{2}}){_D}{{1,7}}"
_GROUPED = rf"{_D}{{1,3}}(?:[,٬]{_D}{{3}})+"
_SIMPLE = rf"(?:{_GROUPED}(?:[.٫]{_D}+)?|{_PLAIN}(?:[.٫]{_D}{{1,6}})?)"
_NUMBER = re.compile(
    rf"""
    (?:[{WORD}]{{1,40}}[-–]?)?                                 # «کووید-19»
    (?:
        {_SIMPLE}(?:[-–—]{_SIMPLE})?[%٪°]?                       # a range
      | {_D}{{1,3}}:{_D}{{1,3}}(?::{_D}{{2}})?                        # a time, a verse
      | {_D}{{1,4}}/{_D}{{1,4}}(?:/{_D}{{1,4}})?                      # a date, a fraction
    )
    (?:[-–]?[{WORD}]{{1,40}})?                                 # «60ی»
    """,
    re.VERBOSE,
)
_ISO_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])\Z")
_ENDS = ".:!-–—"
_VERSIONS = ("نسخه", "نسخهٔ", "نسخۀ", "نسخه‌ی", "ویرایش", "ویراست", "نگارش", "الإصدار", "إصدار")
_YEAR = re.compile(r"[0-9]{4}\Z")
_GROUPS = re.compile(rf"(?<![{DIGITS}.,٫٬/:-])[{DIGITS}]{{1,3}}(?:,[{DIGITS}]{{3}})+(?![{DIGITS},/:-])")
_POINT = re.compile(rf"(?<=[{DIGITS}])\.(?=[{DIGITS}])")
_AROUND_POINT = re.compile(rf"[{DIGITS}٬]+\.[{DIGITS}]+(?![{DIGITS}/-]|[.:][{DIGITS}])")
_PERCENT = re.compile(rf"%(?:(?<=[{DIGITS}]%)|(?<=[{DIGITS}][ \u00a0\u202f]%))(?![\w%])")
_WORD_BEFORE = re.compile(rf"([{WORD}]{{1,40}})[ \u00a0]\Z")


@dataclass(frozen=True, slots=True)
class Habits:
    """What a language's numbers look like.

    Parameters
    ----------
    digits:
        Its ten digits.
    counted:
        Words before a number that belong to it, so that a Latin word behind it does not: *article 3 ICCPR*.
    sections:
        Those after which a point parts the numbers of sections, and is no decimal sign.
    """

    digits: str
    counted: frozenset[str]
    sections: frozenset[str]


def rules_for(habits: Habits, digits: Digits) -> tuple[Rule, ...]:
    """The rules that write numbers in prose with the ``digits`` that were chosen."""
    if digits == "as-written":
        return ()
    if digits == "latin":
        return (Rule("numbers in ASCII digits", _latin, spaces_only=False),)
    return (
        Rule("numbers in the language's digits", partial(_native, habits), spaces_only=False),
        Rule("signs in numbers", partial(_signs, habits), spaces_only=False),
    )


def _native(habits: Habits, text: str) -> Iterator[Edit]:
    if not _ASCII.search(text):
        return
    table = str.maketrans(ASCII_DIGITS, habits.digits)
    is_free = kept_out_of(_kept(text))
    for start, end in _numbers(text, habits):
        if is_free(start, end):
            yield Edit(start, end, text[start:end].translate(table))


def _numbers(text: str, habits: Habits) -> Iterator[Span]:
    """Where the clusters stand that are numbers of the prose."""
    clusters = [found.span() for found in _CLUSTER.finditer(text)]
    latin = _beside_latin(text, clusters, habits.counted) if _HAS_LATIN.search(text) else ()
    for index, (start, end) in enumerate(clusters):
        if index in latin or not _ASCII.search(text, start, end):
            continue
        if _is_number(text[start:end], _word(text, clusters, index - 1)):
            yield start, end


def _is_number(cluster: str, before: str) -> bool:
    body = cluster.rstrip(",;?").rstrip(_ENDS).rstrip(",;?")
    if not _NUMBER.fullmatch(body) or _ISO_MONTH.search(body):
        return False
    return not (before in _VERSIONS and "." in body)


def _beside_latin(text: str, clusters: Sequence[Span], counted: frozenset[str]) -> frozenset[int]:
    """Indices of the clusters that are Latin, or numbers in a row with one."""
    found = {index for index, span in enumerate(clusters) if _HAS_LATIN.search(text, *span)}
    forward = {index for index in found if _ENDS_LATIN.search(_stripped(text, clusters[index]))}
    for index in range(1, len(clusters)):
        if index - 1 in forward and _is_digits(text, clusters[index]) and _follows(text, clusters[index - 1], clusters[index]):
            forward.add(index)
    backward = {index for index in found if _BEGINS_LATIN.match(text, clusters[index][0])}
    for index in range(len(clusters) - 2, -1, -1):
        is_beside = index + 1 in backward or index + 1 in forward
        if is_beside and _is_digits(text, clusters[index]) and _precedes(text, clusters, index, counted):
            backward.add(index)
    return frozenset(found | forward | backward)


def _is_digits(text: str, span: Span) -> bool:
    return text[span[0]].isascii() and text[span[0]].isdecimal() and not _LETTER.search(text, *span)


def _follows(text: str, before: Span, here: Span) -> bool:
    """Whether a number belongs to what is Latin before it: *Resolution 1325*, *No. 5*, and the year behind *December 11,*."""
    if not _is_space(text[before[1] : here[0]]):
        return False
    last = text[before[1] - 1]
    if last == ",":
        return text[before[1] - 2].isdecimal() and bool(_YEAR.match(_stripped(text, here)))
    return last not in ".;:?!" or bool(_ABBREVIATION.search(text[before[0] : before[1]]))


def _precedes(text: str, clusters: Sequence[Span], index: int, counted: frozenset[str]) -> bool:
    """Whether a number belongs to what is Latin behind it: *11 December*."""
    end = clusters[index][1]
    if not text[end - 1].isdecimal() or not _is_space(text[end : clusters[index + 1][0]]):
        return False
    return _word(text, clusters, index - 1) not in counted


def _word(text: str, clusters: Sequence[Span], index: int) -> str:
    """The cluster ``index`` where one space parts it from the next one; empty where there is none, or something else does."""
    if index < 0:
        return ""
    start, end = clusters[index]
    return text[start:end] if index + 1 < len(clusters) and _is_space(text[end : clusters[index + 1][0]]) else ""


def _is_space(between: str) -> bool:
    return between in (" ", "\u00a0", "\u202f")


def _stripped(text: str, span: Span) -> str:
    return text[span[0] : span[1]].rstrip(",;:?!")


def _kept(text: str) -> list[Span]:
    """Telephone numbers, and what is Latin between brackets or quotation marks."""
    found = [one.span() for one in _TELEPHONE.finditer(text)] if "+" in text else []
    if _HAS_LATIN.search(text):
        found += [one.span() for one in _ENCLOSED.finditer(text) if _HAS_LATIN.search(one[1]) and not _LETTER.search(one[1])]
    return found


def _signs(habits: Habits, text: str) -> Iterable[Edit]:
    """٬ between groups, ٫ before decimals and ٪, between or behind digits of the script only."""
    if not _OWN.search(text):
        return ()
    return sorted((*_grouped(text), *_decimal(text, habits), *_percent(text)), key=lambda edit: edit.start)


def _grouped(text: str) -> Iterator[Edit]:
    for found in _GROUPS.finditer(text) if "," in text else ():
        for place in (index for index in range(*found.span()) if text[index] == ","):
            yield Edit(place, place + 1, "٬")


def _decimal(text: str, habits: Habits) -> Iterator[Edit]:
    for found in _AROUND_POINT.finditer(text) if _POINT.search(text) else ():
        if not _is_of_sections(text, *found.span(), habits.sections):
            place = found.start() + found[0].index(".")
            yield Edit(place, place + 1, "٫")


def _is_of_sections(text: str, start: int, end: int, sections: frozenset[str]) -> bool:
    """Whether the point is that of a section's number: in a longer row, behind a word for one, or before a heading (*3.2. …*)."""
    before = text[start - 1] if start else "\n"
    is_in_row = before in "./:-" and not text.endswith("...", 0, start)
    if is_in_row or (before == "\n" and text[end : end + 1] == "."):
        return True
    word = _WORD_BEFORE.search(text[max(0, start - 42) : start])
    return word is not None and word[1] in sections


def _percent(text: str) -> Iterator[Edit]:
    for found in _PERCENT.finditer(text) if "%" in text else ():
        yield Edit(*found.span(), "٪")


_TO_LATIN = {
    **{ord(digit): ASCII_DIGITS[index] for digits in (ARABIC_DIGITS, PERSIAN_DIGITS) for index, digit in enumerate(digits)},
    ord("٫"): ".",
    ord("٬"): ",",
    ord("٪"): "%",
}
_OWN_NUMBER = re.compile(
    rf"[{DIGITS}](?:[{DIGITS}٫٬]*[{DIGITS}])?|٪(?:(?<={_D}٪)|(?<={_D}[ \u00a0\u202f]٪))|[٫٬](?<={_D}.)(?={_D})"
)


def _latin(text: str) -> Iterator[Edit]:
    for found in _OWN_NUMBER.finditer(text):
        yield Edit(*found.span(), found[0].translate(_TO_LATIN))
