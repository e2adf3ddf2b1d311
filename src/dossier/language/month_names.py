"""Names of months as they stand in texts: CLDR's, through Babel; further Persian and Dari ones; and the Iranian calendar's.

CLDR has no solar Hijri months that Babel would know: persiantools brings their Persian and English names.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from babel.core import Locale, UnknownLocaleError
from persiantools import jdatetime

_PERSIAN = (
    "جنوری",
    "فوریۀ فبروری",
    "مارچ",
    "اوریل اپریل آپریل",
    "می",
    "جون",
    "جولای جولائی ژوئیۀ ژوییه ژویه",
    "آگوست آگست اگست",
    "سپتمبر",
    "اکتوبر",
    "نومبر",
    "دسمبر",
)
_JALALI_FRENCH = "farvardine ordibehecht khordâd tir mordâd chahrivar mehr âbân âzar dey bahman esfand"
_OTHER_JALALI = {"امرداد": 5, "Shahrivar": 6, "Amordad": 5}
_ALSO_WORDS = {"may", "march", "mar", "mars", "mai", "sept", "dec", "jan", "مه", "می", "مارچ", "جون", "اوت"}
_WORD = re.compile(r"[^\W\d_]+")
_EZAFE = re.compile(r"\u200c(?:[یي]\b|ماه)")
_BY_CASE = {"may", "march", "mars", "august"}


@dataclass(frozen=True, slots=True)
class Month:
    """A month, from 1 to 12, of the Gregorian or (``jalali``) of the Iranian calendar.

    ``certain`` is a name that is hardly ever anything else: not *May*, not an abbreviation, and no «مهر».
    """

    number: int
    jalali: bool
    certain: bool


def months_in(text: str, tag: str) -> Iterator[tuple[re.Match[str], Month]]:
    """The names of months that ``text``, in the language ``tag``, has, each with its place."""
    known = month_names(tag)
    small = _key(text)
    if len(small) != len(text):
        return  # a capital of another script that is two small letters
    for found in _WORD.finditer(small):
        if found[0] in known and not _is_another_word(found, text, tag):
            yield found, known[found[0]]


def _is_another_word(found: re.Match[str], text: str, tag: str) -> bool:
    """English writes months with a capital; and before ZWNJ only the ezafe may follow («ژوئیه‌ی»): «می‌شود» is a verb."""
    if tag.startswith("en") and text[found.start()].islower() and (found[0] in _BY_CASE or len(found[0]) < 4):
        return True
    return text.startswith("\u200c", found.end()) and not _EZAFE.match(text, found.end())


@cache
def month_names(tag: str) -> Mapping[str, Month]:
    """The months by their names in the language ``tag``, in small letters; none where CLDR does not know the language."""
    language = tag.partition("-")[0]
    return {_key(name): month for name, month in (*_jalali(language), *_gregorian(language))}


def _gregorian(language: str) -> Iterable[tuple[str, Month]]:
    try:
        tables = Locale.parse(language).months
    except (UnknownLocaleError, ValueError):
        return
    for width in ("abbreviated", "wide"):
        for use in ("format", "stand-alone"):
            for number, name in tables[use][width].items():
                # U+0654, the ezafe of «ژوئیهٔ», belongs to the sentence.
                plain = name.rstrip(".\u0654")
                if not plain.isdecimal() and len(plain) > 1:
                    yield plain, Month(number, False, width == "wide" and plain.lower() not in _ALSO_WORDS)
    if language == "en":
        yield "Sept", Month(9, False, False)
    for number, names in enumerate(_PERSIAN if language == "fa" else (), 1):
        for name in names.split():
            yield name, Month(number, False, name not in _ALSO_WORDS)


def _jalali(language: str) -> Iterable[tuple[str, Month]]:
    persian = language == "fa"
    for number, name in enumerate(jdatetime.MONTH_NAMES_FA if persian else jdatetime.MONTH_NAMES_EN):
        if name:
            yield name, Month(number, True, False)
    for number, name in enumerate(() if persian else _JALALI_FRENCH.split(), 1):
        yield name, Month(number, True, False)
    for name, number in _OTHER_JALALI.items():
        yield name, Month(number, True, False)


def _key(name: str) -> str:
    return name.lower().replace("ي", "ی").replace("ك", "ک")
