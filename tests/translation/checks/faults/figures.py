"""Slips in numbers and dates."""

import datetime
import re
from collections.abc import Callable
from random import Random

from pairs import Pair
from persiantools.jdatetime import JalaliDate

from faults.places import Mutator, for_language, in_prose

_LATIN, _PERSIAN = "0123456789", "۰۱۲۳۴۵۶۷۸۹"
_DIGITS = {"fr": _LATIN, "fa": _PERSIAN}
_MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "fa": "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر".split(),
}
_JALALI = {
    "fr": "khordad mordad".split(),
    "fa": "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split(),
}
_MONTH = {language: "|".join(sorted(_MONTHS[language], key=len, reverse=True)) for language in _MONTHS}
_ANY_MONTH = {language: f"{_MONTH[language]}|{'|'.join(_JALALI[language])}" for language in _MONTHS}
_EZAFE = "ٔ?"
_SPACE = "[ \u00a0\u202f]"

_NUMBERS = {
    "fr": r"(?<![\w.,/:#-])\d{1,3}(?:[\u202f\u00a0 ]\d{3})+(?!\w)|(?<![\w.,/:#-])\d+(?:,\d+)?(?![\w/:])",
    "fa": r"(?<![\w٬٫/:])[۰-۹]{1,3}(?:٬[۰-۹]{3})+(?!\w)|(?<![\w٬٫/:])[۰-۹]+(?:٫[۰-۹]+)?(?![\w/:])",
}
_WORDS = {
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze".split(),
    "fa": "دو سه چهار پنج شش هفت هشت نه ده یازده دوازده".split(),
}


def _number(language: str) -> str:
    """A number that is no part of a date, of a marked claim or of a time."""
    month = f"(?:{_ANY_MONTH[language]}){_EZAFE}"
    behind = "".join(rf"(?<!{name}{_SPACE})(?<!{name}ٔ{_SPACE})" for name in (*_MONTHS[language], *_JALALI[language]))
    return rf"{behind}(?:{_NUMBERS[language]})(?!{_SPACE}(?:{month}|h|heures)\b)(?!\]\{{)(?!er\b)"


def _at_number(new: Callable[[str, str, Random], str | None], *, years: bool = False) -> Mutator:
    """A slip at one number that has a digit to spare; ``years`` chooses those that look like one, or those that do not."""

    def slip(pair: Pair, random: Random) -> str | None:
        digits = _DIGITS[pair.language]
        year = rf"(?!{_year(digits)}(?![{digits}]))"
        pattern = f"{year.replace('(?!', '(?=', 1) if years else year}{_number(pair.language)}"

        def changed(found: re.Match[str]) -> str:
            number = new(found[0], digits, random)
            return found[0] if number is None or _amount(number) == _amount(found[0]) else number

        return in_prose(f"(?:{pattern})", changed, pair.translation, random)

    return slip


def _amount(number: str) -> float:
    """What ``number`` says: 001 says what 01 says."""
    return float(re.sub(rf"{_SPACE}|٬", "", number).replace(",", ".").replace("٫", "."))


def _year(digits: str) -> str:
    return f"(?:{digits[1]}[{digits[3]}{digits[9]}]|{digits[2]}{digits[0]})[{digits}]{{2}}"


def _another_digit(number: str, digits: str, random: Random) -> str:
    index = random.choice([index for index, sign in enumerate(number) if sign in digits])
    place = (digits.index(number[index]) + random.randint(1, 8)) % 10
    if index == 0 and place == 0:
        place = 9 if number[0] != digits[9] else 8
    return number[:index] + digits[place] + number[index + 1 :]


def _transposed(number: str, digits: str, random: Random) -> str | None:
    places = [at for at in range(len(number) - 1) if number[at] in digits and number[at + 1] in digits]
    places = [at for at in places if number[at] != number[at + 1] and not (at == 0 and number[1] == digits[0])]
    if not places:
        return None
    at = random.choice(places)
    return number[:at] + number[at + 1] + number[at] + number[at + 2 :]


def _digit_lost(number: str, digits: str, random: Random) -> str | None:
    places = [index for index, sign in enumerate(number) if sign in digits]
    if len(places) < 2:
        return None
    index = random.choice(places[1:])
    return number[:index] + number[index + 1 :]


def _digit_doubled(number: str, digits: str, random: Random) -> str:
    index = random.choice([index for index, sign in enumerate(number) if sign in digits])
    return number[:index] + number[index] * 2 + number[index + 1 :]


def _nought_added(number: str, digits: str, random: Random) -> str | None:
    return number + digits[0] if all(sign in digits for sign in number) else None


def _another_word(pair: Pair, random: Random) -> str | None:
    """A small number, written as the word of another one."""
    digits, words = _DIGITS[pair.language], _WORDS[pair.language]

    def word(found: re.Match[str]) -> str:
        value = int(found[0])
        return random.choice([words[other - 2] for other in range(2, 13) if other != value])

    small = f"(?:[{digits[2:]}]|{digits[1]}[{digits[:3]}])(?![,٬٫{_SPACE[1:-1]}]?[{digits}])"
    return in_prose(f"(?={small}){_number(pair.language)}", word, pair.translation, random)


def _number_lost(pair: Pair, random: Random) -> str | None:
    return in_prose(rf"{_number(pair.language)}{_SPACE}(?=[^\W\d_])", "", pair.translation, random)


def _number_added(pair: Pair, random: Random) -> str | None:
    digits = _DIGITS[pair.language]
    number = "".join(digits[random.randint(2, 9)] for _ in range(random.randint(1, 3)))
    return in_prose(r"(?<=[^\W\d_]{4})(?= [^\W\d_])", f" ({number})", pair.translation, random)


NUMBERS: tuple[Mutator, ...] = (
    _at_number(_another_digit),
    _at_number(_transposed),
    _at_number(_digit_lost),
    _at_number(_digit_doubled),
    _at_number(_nought_added),
    _at_number(_another_digit, years=True),
    _at_number(_transposed, years=True),
    _another_word,
    _number_lost,
    _number_added,
)

# --- dates --------------------------------------------------------------------------------------------------------------


def _in_date(pattern: str, new: Callable[[re.Match[str], Pair, Random], str]) -> Mutator:
    """A slip in one date; ``{d}``, ``{day}`` and ``{month}`` of ``pattern`` are the language's own."""

    def slip(pair: Pair, random: Random) -> str | None:
        digits = _DIGITS[pair.language]
        whole = pattern.format(
            d=f"[{digits}]",
            day=f"(?<![{digits}])[{digits}]{{1,2}}(?:er)?",
            month=f"(?:{_MONTH[pair.language]}){_EZAFE}",
        )
        return in_prose(whole, lambda found: new(found, pair, random), pair.translation, random)

    return slip


def _written(value: int, language: str) -> str:
    return "".join(_DIGITS[language][int(sign)] for sign in str(value))


def _value(text: str) -> int:
    return int(text.removesuffix("er"))


def _another_day(found: re.Match[str], pair: Pair, random: Random) -> str:
    day = _value(found["day"])
    return found[0].replace(found["day"], _written(random.choice([one for one in range(2, 29) if one != day]), pair.language), 1)


def _ten_days_off(found: re.Match[str], pair: Pair, random: Random) -> str:
    day = _value(found["day"])
    return found[0].replace(found["day"], _written(day + 10 if day < 19 else day - 10, pair.language), 1)


def _neighbour(found: re.Match[str], pair: Pair, random: Random) -> str:
    months = _MONTHS[pair.language]
    at = months.index(found["month"].removesuffix("ٔ"))
    other = months[(at + random.choice((-1, 1))) % 12]
    ezafe = "ٔ" if pair.language == "fa" and other.endswith("ه") else ""
    return found[0].replace(found["month"], other + ezafe, 1)


def _another_year(found: re.Match[str], pair: Pair, random: Random) -> str:
    year = _value(found["year"])
    return found[0].replace(found["year"], _written(year + random.choice((-11, -10, -1, 1, 9, 10)), pair.language))


def _wrong_jalali(found: re.Match[str], pair: Pair, random: Random) -> str:
    """The date in the other calendar, a day, a month or a year off."""
    month = _MONTHS["fa"].index(found["month"].removesuffix("ٔ")) + 1
    right = JalaliDate(datetime.date(_value(found["year"]), month, _value(found["day"])))
    day, month, year = right.day, right.month, right.year
    match random.randrange(3):
        case 0:
            day = day + 1 if day < 29 else day - 1
        case 1:
            month = month % 12 + 1
            day = min(day, 29)
        case _:
            year += random.choice((-1, 1))
    return f"{_written(day, 'fa')} {_JALALI['fa'][month - 1]} {_written(year, 'fa')}"


def _wrong_jalali_year(found: re.Match[str], pair: Pair, random: Random) -> str:
    digits = _PERSIAN
    at = random.choice((2, 3))
    sign = digits[(digits.index(found["year"][at]) + random.randint(1, 8)) % 10]
    year = found["year"][:at] + sign + found["year"][at + 1 :]
    return found[0].replace(found["year"], year)


_DAY_MONTH = f"(?P<day>{{day}}){_SPACE}(?P<month>{{month}})"
_FULL = f"{_DAY_MONTH}{_SPACE}(?P<year>{{d}}{{{{4}}}})"
_JALALI_FULL = f"(?:{'|'.join(_JALALI['fa'])}) (?P<year>{{d}}{{{{4}}}})"

DATES: tuple[Mutator, ...] = (
    _in_date(_DAY_MONTH, _another_day),
    _in_date(_DAY_MONTH, _ten_days_off),
    _in_date(rf"(?P<month>\b{{month}})(?={_SPACE}{{d}}{{{{4}}}})", _neighbour),
    _in_date(_DAY_MONTH, _neighbour),
    _in_date(_FULL, _another_year),
    _in_date(rf"\b{{month}}{_SPACE}(?P<year>{{d}}{{{{4}}}})", _another_year),
    _in_date(_FULL, lambda found, pair, random: found[0].removeprefix(found["day"]).lstrip()),
    _in_date(_FULL, lambda found, pair, random: found["year"]),
    for_language("fa", _in_date(_FULL, _wrong_jalali)),
    for_language("fa", _in_date(_JALALI_FULL, _wrong_jalali_year)),
)
