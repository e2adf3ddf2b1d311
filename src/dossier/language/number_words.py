"""Numbers written in words, in English, French and Persian: *seven*, *vingt et un*, *quatre-vingt-dix*, «بیست و پنج», «هجدهم».

Cardinals and ordinals count alike. Nothing is known of fractions (*two thirds*), nor of years read in pairs (*nineteen
eighty-eight*); texts in other languages have no number words.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.language.numerals import Figure, figures_in


def _counted(words: str, first: int = 0, step: int = 1) -> dict[str, int]:
    """Words that count on from ``first``."""
    return {word: first + index * step for index, word in enumerate(words.split())}


_ENGLISH = {
    **_counted("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"),
    **_counted("eighteen nineteen", 18),
    **_counted("twenty thirty forty fifty sixty seventy eighty ninety hundred", 20, 10),
    **{"thousand": 1_000, "million": 10**6, "billion": 10**9},
}
_ENGLISH_OTHERS = {
    **{"first": 1, "once": 1, "second": 2, "twice": 2, "both": 2, "third": 3, "thrice": 3, "fifth": 5, "eighth": 8, "ninth": 9},
    **{"twelfth": 12, "dozen": 12},
}
_FRENCH = {
    **_counted("zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"),
    **_counted("vingt trente quarante cinquante soixante septante huitante nonante cent", 20, 10),
    **{"mille": 1_000, "million": 10**6, "milliard": 10**9},
}
_FRENCH_OTHERS = {
    **{"une": 1, "premier": 1, "première": 1, "premiers": 1, "premières": 1, "unième": 1},
    **{"second": 2, "seconde": 2, "cinquième": 5, "neuvième": 9, "octante": 80, "vingts": 80, "cents": 100, "mil": 1_000},
    **{"dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "centaine": 100, "millier": 1_000},
    **{"millions": 10**6, "milliards": 10**9},
}
_PERSIAN = {
    **_counted("صفر یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده"),
    **_counted("بیست سی چهل پنجاه شصت هفتاد هشتاد نود", 20, 10),
    **_counted("صد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد هزار", 100, 100),
    **{"میلیون": 10**6, "میلیارد": 10**9},
}
_PERSIAN_OTHERS = {
    **{"یکی": 1, "اول": 1, "نخست": 1, "اولین": 1, "نخستین": 1, "سوم": 3, "سومین": 3, "هیجده": 18, "هیجدهم": 18, "یکصد": 100},
    **{"شیش": 6, "پونزده": 15, "شونزده": 16},
}


def _english() -> dict[str, int]:
    ordinals = {f"{word[:-1]}ieth" if word.endswith("y") else f"{word}th": value for word, value in _ENGLISH.items()}
    return _ENGLISH | _ENGLISH_OTHERS | ordinals


def _french() -> dict[str, int]:
    words = _FRENCH | _FRENCH_OTHERS
    ordinals = {f"{word.removesuffix('e')}ième": value for word, value in words.items() if value > 1}
    return words | ordinals | {f"{word}s": value for word, value in ordinals.items()}


def _persian() -> dict[str, int]:
    words = _PERSIAN | _PERSIAN_OTHERS
    # What stands behind ZWNJ (سی‌ام) is a word of its own here, and says nothing more.
    return words | {f"{word}{end}": value for word, value in words.items() for end in ("م", "مین") if value}


_WORDS: Mapping[str, Mapping[str, int]] = {"en": _english(), "fr": _french(), "fa": _persian()}
_AND: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"[\s-]+(?:and\s+)?"),
    "fr": re.compile(r"[\s-]+(?:et[\s-]+)?"),
    "fa": re.compile(r"\s+و\s+|[\s\u200c]+"),
}
_DOUBTFUL: Mapping[str, Mapping[str, int]] = {
    "en": _counted("third second once dozen"),
    "fr": _counted("neuf neuve tiers seconde mil vingts douzaine dizaine quinzaine vingtaine centaine millier"),
    "fa": _counted("نه ده سی صد چهارم هزار"),
}
"""Words that may mean something else, or say no more than about how many."""
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class WordedNumber:
    """A number in words: its value in plain form, where it stands, and whether it may be another word (*neuf*, «نه»)."""

    value: str
    start: int
    end: int
    doubtful: bool


def worded_numbers(text: str, tag: str, figures: Sequence[Figure] | None = None) -> tuple[WordedNumber, ...]:
    """The numbers that ``text``, in the language ``tag``, has in words; not a word such as *thousand* behind digits.

    ``figures`` are the numbers it has in digits, where they are known already.
    """
    language = tag.partition("-")[0]
    if language not in _WORDS:
        return ()
    known = _WORDS[language]
    small = text.lower().replace("ي", "ی").replace("ك", "ک")
    matches = [match for match in _WORD.finditer(small if len(small) == len(text) else text) if match[0] in known]
    if not matches:
        return ()
    figures = list(figures_in(text)) if figures is None else figures
    free = [match for match in matches if not any(figure.start <= match.start() < figure.end for figure in figures)]
    return tuple(_read(run, language) for run in _runs(text, free, language))


def number_words(tag: str) -> Mapping[str, int]:
    """The words of the language ``tag`` that numbers are made of, in small letters, with their values."""
    return _WORDS.get(tag.partition("-")[0], {})


@dataclass(slots=True)
class _Sum:
    """A number while it is read, word by word: whole thousands, and what is below them."""

    thousands: int = 0
    rest: int = 0
    limit: int = 10**12

    def takes(self, value: int, language: str) -> bool:
        """Whether ``value`` continues this number; it is added where it does."""
        if value >= 1_000:
            return self._multiply(value)
        if value == 100 and language != "fa" and 0 < self.rest < 20:
            self.rest *= 100
            return True
        if language == "fr" and (value, self.rest % 100) in ((20, 4), (80, 4)):
            self.rest += 76
            return True
        if value and self._has_room_for(value, language):
            self.rest += value
            return True
        return False

    def _multiply(self, value: int) -> bool:
        if value >= self.limit or (self.thousands and not self.rest):
            return False
        self.thousands, self.rest, self.limit = self.thousands + max(self.rest, 1) * value, 0, value
        return True

    def _has_room_for(self, value: int, language: str) -> bool:
        if not self.rest:
            return self.thousands > 0
        tens = self.rest % 100
        if language == "fr" and ((tens in (60, 80) and value < 20) or (tens == 10 and 7 <= value <= 9)):
            return True
        return (tens == 0 and value < 100) or (tens >= 20 and tens % 10 == 0 and value < 10)


def _runs(text: str, matches: Sequence[re.Match[str]], language: str) -> Iterator[list[re.Match[str]]]:
    """Words that make one number together."""
    run: list[re.Match[str]] = []
    reading = _Sum()
    for match in matches:
        value = _WORDS[language][match[0]]
        joined = run and _AND[language].fullmatch(text, run[-1].end(), match.start())
        if (
            joined
            and _may_stand(text[run[-1].end() : match.start()], reading, value, language)
            and reading.takes(value, language)
        ):
            run.append(match)
            continue
        if run:
            yield run
        run, reading = [match], _begun(value)
    if run:
        yield run


def _may_stand(gap: str, reading: _Sum, value: int, language: str) -> bool:
    """Whether the gap between what was read and ``value`` may join them: *five and six* are two numbers."""
    words = gap.strip(" -\u200c\u00a0\u202f")
    if language == "en":
        return not words or (reading.rest % 100 == 0 and value < 100)
    if language == "fr":
        return not words or (value in (1, 11) and reading.rest % 100 >= 20)
    return bool(words) == (value < 1_000)


def _begun(value: int) -> _Sum:
    return _Sum(value, 0, value) if value >= 1_000 else _Sum(0, value)


def _read(run: Sequence[re.Match[str]], language: str) -> WordedNumber:
    words = [match[0] for match in run]
    values = [_WORDS[language][word] for word in words]
    reading = _begun(values[0])
    for value in values[1:]:
        reading.takes(value, language)
    doubtful = len(words) == 1 and words[0] in _DOUBTFUL[language]
    return WordedNumber(str(reading.thousands + reading.rest), run[0].start(), run[-1].end(), doubtful)
