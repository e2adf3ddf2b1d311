"""Numbers and dates that are lost, added or changed: a wrong figure is worse than no draft.

They are read and compared as in people's translations (:mod:`~dossier.translation.checks.fidelity.numbers` and
:mod:`~dossier.translation.checks.fidelity.dates`): digits of any script and separators of any language are alike, and a number
may be in words in one of the two texts. That needs the words. Of a language whose number words are not known, a small number
that is only lost, or only added, may stand in words in the other text, and a round one may be *30 mil*: both are hints there.
"""

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


def check(sentence: Sentence) -> Iterator[Fault]:
    """Tell a few of the numbers and dates that are not those of the original."""
    one = passage_of(sentence)
    if number_words(sentence.pair.source) and number_words(sentence.pair.target):
        found = (*islice(numbers.check(one), _TOLD), *islice(dates.check(one), _TOLD))
        yield from (Fault(finding.message) for finding in found)
        return
    lost, added = numbers.lost_and_added(one)
    is_hint = _may_be_in_words(lost, added)
    for finding in islice(differences("T011", "number", lost, added, str), _TOLD):
        yield Fault(finding.message, is_hint)


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
