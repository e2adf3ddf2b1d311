"""Scripts of languages, as far as a wrong ``Lang`` shows by them."""

import re
import unicodedata
from collections import Counter

_ARABIC = frozenset(["ar", "fa", "prs", "ps", "ur", "ckb", "sd", "ug", "pa-arab", "ks", "bal", "azb"])
_HEBREW = frozenset(["he", "yi"])
_OTHERS = {
    "Arabic": _ARABIC,
    "Hebrew": _HEBREW,
    "Cyrillic": frozenset(["ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "tg", "mn", "tt", "ba"]),
    "Greek": frozenset(("el", "grc")),
    "CJK": frozenset(["zh", "ja", "ko"]),
    "Hangul": frozenset(("ko",)),
    "Hiragana": frozenset(("ja",)),
    "Devanagari": frozenset(["hi", "mr", "ne", "sa"]),
}
_NAMES = {"CJK": "Chinese", "Hiragana": "Japanese", "Hangul": "Korean"}
_FEW = 20
"""Letters that may be Latin in any language: names, abbreviations, addresses."""

_ADDRESS = re.compile(r"\S*(?:[@/\\_]|\w\.\w)\S*")
_UNDETERMINED = ("", "und", "mul", "zxx", "x")


def is_right_to_left(language: str) -> bool:
    """Whether the language is written from right to left, by its tag (BCP 47)."""
    tag = language.lower()
    if "-latn" in tag or "-cyrl" in tag:
        return False
    return "-arab" in tag or "-hebr" in tag or tag.partition("-")[0] in _ARABIC | _HEBREW


def strange_script(text: str, language: str) -> str:
    """The script of ``text`` that ``language`` is not written in; empty where all is as it should be.

    Single letters prove nothing (α in a formula): at least two of a script, and of Latin ones a phrase.
    """
    primary = language.lower().partition("-")[0]
    if primary in _UNDETERMINED or ("-" in language and len(language.split("-")[1]) == 4):
        return ""
    counts = Counter(filter(None, map(_script, _ADDRESS.sub(" ", text))))
    for script, languages in _OTHERS.items():
        if counts[script] > 1 and primary not in languages:
            return _NAMES.get(script, script)
    is_phrase = counts["Latin"] >= _FEW and counts["Latin"] == counts.total() and " " in text.strip()
    return "Latin" if is_phrase and is_right_to_left(language) else ""


def _script(char: str) -> str:
    return unicodedata.name(char, "").partition(" ")[0].title().replace("Cjk", "CJK") if char.isalpha() else ""
