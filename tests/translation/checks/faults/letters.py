"""Slips of keyboards and of copying: other scripts, Arabic letters, joiners left out, signs that cannot be seen."""

import re
from random import Random

from pairs import Pair

from faults.places import Mutator, for_language, in_prose, prose

_ZWNJ = "\N{ZERO WIDTH NON-JOINER}"

# --- scripts ------------------------------------------------------------------------------------------------------------

_CYRILLIC = str.maketrans("aeopcxyiABEKMHOPCTX", "аеорсхуіАВЕКМНОРСТХ")
_GREEK = str.maketrans("ovAEBHIKMNOPTXYZ", "ονΑΕΒΗΙΚΜΝΟΡΤΧΥΖ")
_FRENCH_WORD = r"(?<![^\W_])[^\W\d_]{4,}(?![^\W_])"
_PERSIAN_WORD = rf"(?<![^\W_])(?<!{_ZWNJ})(?<=[ «])[\u0621-\u06cc]{{3,}}(?=[ ،؛.])"


def _look_alike(table: dict[int, int]) -> Mutator:
    """One letter of a word is another script's."""
    letters = "".join(map(chr, table))

    def swap(pair: Pair, random: Random) -> str | None:
        pattern = rf"(?<![^\W_])(?=[^\W\d_]{{4}})[A-Za-zÀ-ÿ]*[{letters}][A-Za-zÀ-ÿ]*"

        def one_letter(found: re.Match[str]) -> str:
            at = random.choice([at for at, sign in enumerate(found[0]) if sign in letters])
            return found[0][:at] + found[0][at].translate(table) + found[0][at + 1 :]

        return in_prose(pattern, one_letter, pair.translation, random)

    return swap


def _english_left(words: int) -> Mutator:
    """As many words of the original, left in the middle of the Persian."""

    def leave(pair: Pair, random: Random) -> str | None:
        found = re.findall(r"(?<![\w’-])[a-z]{4,}(?: [a-z]{2,})*(?![\w’-])", prose(pair.original))
        runs = [run.split()[:words] for run in found if len(run.split()) >= words]
        return in_prose(_PERSIAN_WORD, " ".join(random.choice(runs)), pair.translation, random) if runs else None

    return leave


def _pasted(*words: str) -> Mutator:
    """A word of another language in the place of one."""

    def paste(pair: Pair, random: Random) -> str | None:
        pattern = _FRENCH_WORD if pair.language == "fr" else _PERSIAN_WORD
        return in_prose(pattern, random.choice(words), pair.translation, random)

    return paste


SCRIPTS: tuple[Mutator, ...] = (
    for_language("fr", _look_alike(_CYRILLIC)),
    for_language("fr", _look_alike(_GREEK)),
    for_language("fr", _pasted("زندان", "گزارش", "تقرير")),
    for_language("fr", _pasted("письмо", "доклад")),
    for_language("fa", _english_left(1)),
    for_language("fa", _english_left(2)),
    for_language("fa", _english_left(4)),
    for_language("fa", _pasted("письмо", "доклад")),
)

# --- Arabic letters in Persian ------------------------------------------------------------------------------------------


def _letter(persian: str, arabic: str) -> Mutator:
    return for_language("fa", lambda pair, random: in_prose(persian, arabic, pair.translation, random))


def _everywhere(persian: str, arabic: str) -> Mutator:
    """The whole text, as an Arabic keyboard writes it."""
    table = str.maketrans(persian, arabic)

    def swap(pair: Pair, random: Random) -> str | None:
        hidden = prose(pair.translation)
        text = pair.translation
        return "".join(sign.translate(table) if sign == shown else sign for sign, shown in zip(text, hidden, strict=True))

    return for_language("fa", swap)


ARABIC: tuple[Mutator, ...] = (
    _letter("ی", "ي"),
    _letter("ک", "ك"),
    _letter(r"ی(?![\w\u200c])", "ى"),
    _letter(r"(?<=\w\w)ه(?=[ ،.])", "ة"),
    _letter("هٔ", "ة"),
    for_language(
        "fa",
        lambda pair, random: in_prose("[۰-۹]+", lambda found: found[0].translate(_ARABIC_DIGITS), pair.translation, random),
    ),
    _everywhere("ی", "ي"),
    _everywhere("کی", "كي"),
)
_ARABIC_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩")

# --- joiners ------------------------------------------------------------------------------------------------------------

JOINERS: tuple[Mutator, ...] = (
    _letter(rf"(?<=\bمی){_ZWNJ}", " "),
    _letter(rf"(?<=\bنمی){_ZWNJ}", " "),
    _letter(rf"(?<=\bمی){_ZWNJ}", ""),
    _letter(rf"(?<=\bنمی){_ZWNJ}", ""),
    _letter(rf"{_ZWNJ}(?=ها\b)", " "),
    _letter(rf"{_ZWNJ}(?=های\b)", " "),
    _letter(rf"{_ZWNJ}(?=هایی\b)", " "),
    _letter(rf"{_ZWNJ}(?=ها(?:شان|یشان|یش|یی)\b)", " "),
    _letter(rf"{_ZWNJ}(?=تری?ن?\b)", " "),
    _letter(rf"(?<=ه){_ZWNJ}(?=اند\b)", " "),
    _letter(rf"(?<=ه){_ZWNJ}(?=ای\b)", " "),
)

# --- signs that cannot be seen ------------------------------------------------------------------------------------------

_BETWEEN = r"(?<=[^\W\d_]{2}) (?=[^\W\d_]{2})"


def _wrapped(before: str, after: str = "") -> Mutator:
    """A control before a word, and what should close it left out or put in its place."""
    pattern = r"(?<= )[^\W\d_]{3,}(?= )"
    return lambda pair, random: in_prose(pattern, lambda found: f"{before}{found[0]}{after}", pair.translation, random)


def _within(sign: str) -> Mutator:
    """``sign`` in the middle of a word."""
    return lambda pair, random: in_prose(r"(?<=[^\W\d_]{2})(?=[^\W\d_]{2})", sign, pair.translation, random)


HIDDEN: tuple[Mutator, ...] = (
    _wrapped("\N{RIGHT-TO-LEFT OVERRIDE}", "\N{POP DIRECTIONAL FORMATTING}"),
    _wrapped("\N{LEFT-TO-RIGHT OVERRIDE}"),
    _wrapped("\N{LEFT-TO-RIGHT EMBEDDING}"),
    _wrapped("\N{RIGHT-TO-LEFT EMBEDDING}"),
    _wrapped("\N{FIRST STRONG ISOLATE}"),
    _wrapped("\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL FORMATTING}"),
    _wrapped("", "\N{POP DIRECTIONAL ISOLATE}"),
    _wrapped("", "\N{POP DIRECTIONAL FORMATTING}"),
    _within("\N{ZERO WIDTH SPACE}"),
    _within("\N{ZERO WIDTH NO-BREAK SPACE}"),
    _within("\N{WORD JOINER}"),
    _within("\N{TAG LATIN SMALL LETTER A}"),
)
