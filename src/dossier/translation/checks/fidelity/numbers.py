"""T011: the numbers of the original are in the translation, as often, and no others.

Digits of any script and separators are read alike, and a number may be in words in one of the two (*two*, 2, «دو»), in Roman
numerals (*XVIIIe siècle*), on the clock of 12 or of 24 hours, or a year of the other calendar (1988, «۱۳۶۷»). Numbers in dates
are :mod:`~dossier.translation.checks.fidelity.dates`' business. Numbers that both texts have in words are compared from three
on, unless the word may mean something else (*neuf*, «نه»).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from dossier.content.claim_marks import claim_marks
from dossier.language.numerals import figures_in, numbers_in
from dossier.language.registry import language
from dossier.language.written_dates import Reckoning
from dossier.model.document import UnitKind
from dossier.translation.checks.fidelity import claims
from dossier.translation.checks.fidelity.dates import reckonings, years_apart
from dossier.translation.checks.finding import Finding, differences
from dossier.translation.checks.passage import Passage

_ROMAN = re.compile(r"\b(?=[IVXLC])(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})(?=(?:er?|res?|ème|nd|st|th)?\b)")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_AFTERNOON = re.compile(r"(?<!\d)(\d{1,2})(?:[:.h]\d\d)?\s*(?:p\.?\s?m\b|بعد ?از ?ظهر|عصر|شب)", re.IGNORECASE)
_RUN = re.compile(r"\d+")
_FULL_HOUR = re.compile(r"\d\s?[:.h∶]\s?(?:00|۰۰)(?!\d)")
_SLASH = re.compile(r"(?<=[۰-۹])/(?=[۰-۹])")
_PERCENT = re.compile(r"(?:[%٪]\s?[\d.,٫]*\d)|(?:\d\s?(?:[%٪]|per ?cent\b|pour ?cent\b|p\. ?100|درصد))", re.IGNORECASE)
_PERCENT_SIGN = re.compile(r"[%٪]|cent|p\. ?100|درصد", re.IGNORECASE)
_SMALL = ("0", "1", "2")


def check(one: Passage) -> Iterator[Finding]:
    """Compare the figures as multisets, then the numbers that both have in words, then whether shares are still shares."""
    before, after = reckonings(one)
    if sorted(before.figures) != sorted(after.figures):
        yield from _figures(one)
    if before.words and after.words and {value for value, _ in before.words} != {value for value, _ in after.words}:
        yield from _words(before, after)
    if before.figures and after.figures and _PERCENT_SIGN.search(one.original_prose + one.translated_prose):
        yield from _shares(one)


def lost_and_added(one: Passage) -> tuple[Counter[str], Counter[str]]:
    """The numbers in digits, in plain form, that only the original has, and those that only the translation has.

    A number that the other text has in another way (in words, as a Roman numeral, on the other clock) is neither.
    """
    before, after = reckonings(one)
    given, written = Counter(before.figures), Counter(after.figures)
    lost, added = given - written, written - given
    if lost or added:
        lost = _not_in(lost, before, after, one.original_prose, one.translated_prose)
        added = _not_in(added, after, before, one.translated_prose, one.original_prose)
    if (lost or added) and _read_apart(one):
        return Counter(), Counter()
    return lost, added


def _figures(one: Passage) -> Iterator[Finding]:
    lost, added = lost_and_added(one)
    if (lost or added) and claims.says_something(one):
        lost, added = _outside_claims(one, lost), _outside_claims(one, added)
    yield from differences("T011", "number", lost, added, language(one.language).in_digits)


def _not_in(numbers: Counter[str], here: Reckoning, there: Reckoning, text: str, other: str) -> Counter[str]:
    """Those of ``numbers``, which stand ``here``, that stand ``there`` in no other way either."""
    if not numbers:
        return numbers
    otherwise = _free_words(here, there) | set(_roman(other))
    otherwise.update(part for date in there.dates if date not in here.dates for part in date.parts)
    hours = {*_AFTERNOON.findall(text), *_AFTERNOON.findall(other)}
    clock = {str(int(hour) % 12 + 12) for hour in hours} | {str(int(hour)) for hour in hours}
    years = (*there.figures, *(part for date in there.dates for part in date.parts))
    left: Counter[str] = Counter()
    for number, count in numbers.items():
        full_hour = number == "0" and _FULL_HOUR.search(text) is not None
        told_otherwise = full_hour or number in otherwise or number in clock or any(years_apart(number, year) for year in years)
        if not told_otherwise:
            left[number] = count
    return left


def _free_words(here: Reckoning, there: Reckoning) -> set[str]:
    """Numbers in words that ``there`` has and ``here`` has not in words: they may be what stands in digits here."""
    left = Counter(value for value, _ in there.words) - Counter(value for value, _ in here.words)
    return {*left, *(value for value, _ in there.words if value == "1")}


def _read_apart(one: Passage) -> bool:
    """Whether the figures are the same once their signs are read otherwise: 1,2,3 as a list, «۲/۵» as two and a half."""
    before, after = (_SLASH.sub("٫", text) for text in (one.original_prose, one.translated_prose))
    if numbers_in(before) == numbers_in(after):
        return True
    scaled = any(text[figure.end - 1].isalpha() for text in (before, after) for figure in figures_in(text))
    return not scaled and Counter(_digit_runs(before)) == Counter(_digit_runs(after))


def _digit_runs(text: str) -> Iterator[str]:
    # Python refuses to make an int of a few thousand digits, which a hostile file may have.
    return (numbers_in(run)[0] for run in _RUN.findall(text))


def _words(before: Reckoning, after: Reckoning) -> Iterator[Finding]:
    """A number in words where the original has another in words; both must be beyond doubt."""
    lost = [pair for pair in _only(before, after) if pair[0] not in before.doubtful]
    added = [pair for pair in _only(after, before) if pair[0] not in after.doubtful]
    for (value, words), (_, other) in zip(lost, added, strict=False):
        message = f"the translation has “{other}” where the original has “{words}”"
        yield Finding("T011", message, f"write the number of the original: {value}, in words or in digits")


def _only(here: Reckoning, there: Reckoning) -> Iterable[tuple[str, str]]:
    known = {*there.figures, *(value for value, _ in there.words), *(part for date in there.dates for part in date.parts)}
    return [(value, words) for value, words in here.words if value not in known and value not in _SMALL]


def _shares(one: Passage) -> Iterator[Finding]:
    before, after = _PERCENT.search(one.original_prose), _PERCENT.search(one.translated_prose)
    if before and not after and not _PERCENT_SIGN.search(one.translated_words):
        message = f"the original says “{before[0]}”, a share; the translation has the number without the sign"
        yield Finding("T011", message, "write the sign of per cent, or the words for it, behind the number")
    elif after and not before and not _PERCENT_SIGN.search(one.original_words):
        message = f"the translation says “{after[0]}”, a share; the original has the number without the sign"
        yield Finding("T011", message, "take the sign of per cent out")


def _outside_claims(one: Passage, numbers: Counter[str]) -> Counter[str]:
    """Without the numbers of marked words, and of answers: T010 has told of those."""
    if one.unit.kind is UnitKind.CLAIM_ANSWER:
        return Counter()
    marked = [
        number for tokens in (one.original, one.translated) for mark in claim_marks(tokens) for number in numbers_in(mark.words)
    ]
    return Counter({number: count for number, count in numbers.items() if number not in marked})


def _roman(text: str) -> Iterator[str]:
    for found in filter(lambda match: match[0], _ROMAN.finditer(text)):
        values = [_ROMAN_DIGITS[letter] for letter in found[0]]
        pairs = zip(values, [*values[1:], 0], strict=True)
        yield str(sum(-value if value < following else value for value, following in pairs))
