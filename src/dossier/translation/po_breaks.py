"""Where GNU msgcat 0.21 may end a line of a PO string, and how many columns its characters take.

The rules are those of Unicode Standard Annex 14 ("Unicode Line Breaking Algorithm") in their older form, one table of pairs of
classes, which gettext still has: a line may end behind a full stop inside a word. Classes and table were found by asking
msgcat, code point by code point; ``tests/translation/test_interop_wrapping.py`` asks again.
"""

import unicodedata

# One letter a class. A: letters and most signs. H: Hebrew letters. N: digits. O, L: what opens and closes brackets; o: the wide
# ones that open, P: ) and ]. Q: quotation marks. G: what glues, as U+00A0. X: ! and ?. S: the slash. I: . , : and ;. R, T: what
# stands before and behind a number. D: ideographs and pictures. U: inner parts of Hangul syllables. K: what begins no line of
# Japanese. E: the ellipsis. Y: the hyphen. B: dashes and spaces a line may end with. F: what a line may begin with. 2: the long
# dash. r: halves of a flag. M: what stands on another character. J: the zero-width joiner. Z: the zero-width space. W: the word
# joiner. V: separators of lines and paragraphs. A blank: the space.
_AFTER = {
    "A": "oDrF2",
    "H": "oDrF2",
    "N": "oDrF2",
    "P": "OoDrF2",
    "L": "AHNOoDrF2",
    "X": "AHNOoRTDrF2",
    "S": "AOoRTDrF2",
    "I": "AHOoRTDrF2",
    "R": "RTF2",
    "T": "RTDrF2",
    "D": "AHNOoRDrF2",
    "U": "AHNOoRDrF2",
    "r": "AHNOoRTDF2",
    "K": "AHNOoRTDrF2",
    "E": "AHNOoRTDrF2",
    "Y": "AHOoRTDrGF2",
    "B": "AHNOoRTDrGF2",
    "2": "AHNOoRTDrF",
    "Z": "AHNOoRTDrUKEYBF2GQMJLPXSIW",
}
"""What a line may begin with, where the line above ends with the class and no space stands between."""

_NEVER_FIRST = "LPXSIZWV "
_NOT_FIRST_AFTER = {"Q": "Oo", "L": "K", "2": "2", "O": "AHNOoRTDrUKEYBF2GQ", "o": "AHNOoRTDrUKEYBF2GQ"}

_RANGES = {
    "X": "21 3F 5C6 61B 61D-61F 6D4 7F9 1802-1803 1808-1809 2762-2763 2CF9 2CFE 2E2E 2E53-2E54 FE15-FE16 FE56-FE57 FF01 FF1F",
    "Q": "22 27 275B-2760 2E00-2E01 2E06-2E08 2E0B 1F676-1F678",
    "T": "25 A2 B0 609-60B 66A 9F2-9F3 9F9 D79 2030-2037 20A7 20B6 20BB 20BE 20C0 2103 2109 FDFC FE6A FF05 FFE0",
    "P": "29 5D",
    "R": "2B 5C B1 2116 2212-2213",
    "I": "2C 2E 3A-3B 37E 589 60C-60D 7F8 2044 FE10 FE13-FE14",
    "Y": "2D",
    "S": "2F",
    "B": "7C AD 964-965 E5A-E5B F0B F34 F7F F85 104A-104B 1361 17D4-17D5 17D8 17DA 1804-1805 2027 2056 2058-205B 205D-205E "
    "2CFA-2CFC 2CFF 2D70 2E0E-2E15 2E19 2E2A-2E2D 2E30-2E31 2E33-2E34 2E3C-2E3E 2E41 2E43-2E4A 2E4C 2E4E-2E4F",
    "G": "A0 34F 35C-362 180E 2007 2011 202F",
    "O": "A1 BF 201A 201E 2E18",
    "o": "FF62",
    "F": "B4 2C8 2CC 2DF 1806 1FFD",
    "A": "600-605 6DD 70F 890-891 8E2 E31 E34-E3A E47-E4E EB1 EB4-EBC EC8-ECD 102B-103E 1056-1059 105E-1060 1062-1064 1067-106D "
    "1071-1074 1082-108D 108F 109A-109D 17B4-17D3 17DD 2015 2061-2064 23E9-23EC 25FD-25FE 2648-2653 2693 26A1 26AA-26AB 26CE "
    "2705 2728 274C 274E 2753-2755 2757 2795-2797 27B0 27BF 2B1B-2B1C 2B50 2B55 2E1A FB29 1F100-1F10C 1F110-1F16C 1F170-1F1AC "
    "1F39C-1F39D 1F3B5-1F3B6 1F3BC 1F4A0 1F4A2 1F4A4 1F4AF 1F4B1-1F4B2 1F500-1F506 1F517-1F524 1F532-1F549 1F5D4-1F5DB "
    "1F5F4-1F5F9 1F650-1F675 1F679-1F67F 1F700-1F773 1F780-1F7D4 1F800-1F8AD",
    "N": "66B-66C",
    "H": "5D0-5EA 5EF-5F2 FB1D FB1F-FB28 FB2A-FB4F",
    "U": "1160-11FF D7B0-D7FB",
    "K": "17D6 203C-203D 2047-2049 3005 301C 303B-303C 3041 3043 3045 3047 3049 3063 3083 3085 3087 308E 3095-3096 309B-309E "
    "30A0-30A1 30A3 30A5 30A7 30A9 30C3 30E3 30E5 30E7 30EE 30F5-30F6 30FB-30FE 31F0-31FF FE54-FE55 FF1A-FF1B FF65 FF67-FF70 "
    "FF9E-FF9F",
    "Z": "200B",
    "M": "3035",
    "J": "200D",
    "2": "2014 2E3A-2E3B",
    "E": "2024-2026 22EF FE19",
    "V": "85 2028-2029",
    "W": "2060 FEFF",
    "D": "231A-231B 23F0-23F3 2600-2603 2614-2615 2618 261A-261F 2639-263B 2668 267F 26BD-26C8 26CD 26CF-26D1 26D3-26D4 26D8-26D9"
    " 26DC 26DF-26E1 26EA 26F1-26F5 26F7-26FA 26FD-2704 2708-270D 2764 3030 303F FE31-FE32 FE58 FE63 FF0D FF66 FF71-FF9D "
    "FFA0-FFDC FFFC",
    "L": "3001-3002 FE11-FE12 FE50 FE52 FF0C FF0E FF61 FF64",
    "r": "1F1E6-1F1FF",
}
"""The code points whose class does not follow from their general category, in hexadecimal."""

_BY_CATEGORY = {
    **dict.fromkeys(("Mn", "Mc", "Me", "Cf"), "M"),
    **dict.fromkeys(("Pi", "Pf"), "Q"),
    **dict.fromkeys(("Pd", "Zs"), "B"),
    "Nd": "N",
    "Ps": "O",
    "Pe": "L",
    "Sc": "R",
}
_WIDE = {"A": "D", "N": "D", "O": "o"}


def may_break(kinds: str, at: int) -> bool:
    """Whether a line may end before position ``at`` of a text whose characters have the classes ``kinds``."""
    before, behind = kinds[at - 1], kinds[at]
    if behind == " ":
        return False
    if before == " ":
        return _may_break_at_space(kinds, at, behind)
    if behind in "MJ":
        return before == "Z"
    if before in "YB" and at > 1 and _carrier(kinds, at - 2) == "H":
        return False
    return behind in _AFTER.get(_carrier(kinds, at - 1), "")


def _may_break_at_space(kinds: str, at: int, behind: str) -> bool:
    last = at - 1
    while last >= 0 and kinds[last] == " ":
        last -= 1
    before = _carrier(kinds, last) if last >= 0 else "A"
    if before == "Z":
        return behind not in "ZV "
    return behind not in _NEVER_FIRST and behind not in _NOT_FIRST_AFTER.get(before, "")


def _carrier(kinds: str, at: int) -> str:
    """The class that counts for the character at ``at``: of what it stands on, if it stands on something."""
    if kinds[at] != "M":
        return kinds[at]
    while kinds[at] in "MJ" and at and kinds[at - 1] not in " ZV":
        at -= 1
    return "A" if kinds[at] in "MJ" else kinds[at]


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc", "Zl", "Zp") or _class(character) == "U":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _class(character: str) -> str:
    if character == " ":
        return " "
    code = ord(character)
    if found := _RANGED.get(code):
        return found
    if 0x1F000 <= code <= 0x1FAFF:
        return "D"
    found = _BY_CATEGORY.get(unicodedata.category(character), "A")
    return _WIDE.get(found, found) if unicodedata.east_asian_width(character) in "WF" else found


def _ranged() -> dict[int, str]:
    found: dict[int, str] = {}
    for kind, ranges in _RANGES.items():
        for first, _, last in (part.partition("-") for part in ranges.split()):
            found.update(dict.fromkeys(range(int(first, 16), int(last or first, 16) + 1), kind))
    return found


_RANGED = _ranged()


class _Kinds(dict[int, str]):
    def __missing__(self, code: int) -> str:
        found = self[code] = _class(chr(code))
        return found


class _Widths(dict[str, int]):
    def __missing__(self, character: str) -> int:
        found = self[character] = _columns(character)
        return found


KINDS = _Kinds()
"""The class of a code point, for ``str.translate``; looked up once each."""

WIDTHS = _Widths()
"""How many columns a character takes: 0, 1 or 2."""
