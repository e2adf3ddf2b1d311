"""Numbers and dates that are lost, added or changed: a wrong figure is worse than no draft.

They are read and compared as in people's translations (:mod:`~dossier.translation.checks.fidelity.numbers` and
:mod:`~dossier.translation.checks.fidelity.dates`): digits of any script and separators of any language are alike, and a number
may be in words in one of the two texts. That needs the words. Of a language whose number words are not known, a small number
that is only lost, or only added, may stand in words in the other text, and a round one may be *30 mil*: both are hints there.
"""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from dossier.language.number_words import number_words
from dossier.translation.checks.fidelity import dates, numbers
from dossier.translation.checks.finding import differences
from dossier.translation.drafting.guards.fault import Fault, Sentence
from dossier.translation.drafting.guards.reading import passage_of

_SMALL = 100
_SCALES = (Decimal(1_000), Decimal(1_000_000), Decimal(1_000_000_000))
_TOLD = 3
_DECIMAL = re.compile(r"(?<![\d.,٫/:-])(\d{1,3})[.,٫](\d{1,3})(?![\d/:-]|[.,٫]\d)")


def check(sentence: Sentence) -> Iterator[Fault]:
    """Tell a few of the numbers and dates that are not those of the original."""
    one = passage_of(sentence)
    yield from _turned_round(sentence)
    if number_words(sentence.pair.source) and number_words(sentence.pair.target):
        found = (*islice(numbers.check(one), _TOLD), *islice(dates.check(one), _TOLD))
        yield from (Fault(finding.message) for finding in found)
        return
    lost, added = numbers.lost_and_added(one)
    is_hint = _may_be_in_words(lost, added)
    for finding in islice(differences("T011", "number", lost, added, str), _TOLD):
        yield Fault(finding.message, is_hint)


def _turned_round(sentence: Sentence) -> Iterator[Fault]:
    """*5.1* for *1.5*: as dates, which people's translations may have in another order, they would be the same."""
    before, after = (Counter(_parts(text)) for text in (sentence.original, sentence.reply.text))
    for whole, part in islice((before - after).keys(), _TOLD):
        if whole != part and (part, whole) in after - before:
            yield Fault(f"the translation has the number “{part}.{whole}” where the original has “{whole}.{part}”")


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """What stands on both sides of a decimal sign, in any digits."""
    return ((int(found[1]), int(found[2])) for found in _DECIMAL.finditer(text))


def _may_be_in_words(lost: Counter[str], added: Counter[str]) -> bool:
    if lost and added:
        return _is_scaled(lost, added)
    return all(Decimal(number) <= _SMALL for number in (*lost, *added))


def _is_scaled(lost: Counter[str], added: Counter[str]) -> bool:
    """Whether the numbers are the same but for words such as *thousand*."""
    if lost.total() != added.total():
        return False
    pairs = zip(sorted(map(Decimal, lost)), sorted(map(Decimal, added)), strict=False)
    return all(min(pair) and max(pair) / min(pair) in _SCALES for pair in pairs)
