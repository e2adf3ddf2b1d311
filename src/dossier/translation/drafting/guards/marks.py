"""A hint where brackets or quotation marks are lost, or stand alone: a quotation that lost its marks reads as our own words.

Marks of any language are alike, and only their numbers are compared: engines write straight ones, which the press or a
translator makes the language's own. An apostrophe is no mark here, nor is a straight mark behind a figure (inches).
"""

import re
from collections.abc import Iterator

from dossier.translation.checks.form import brackets
from dossier.translation.drafting.guards.fault import Fault, Sentence
from dossier.translation.drafting.guards.reading import passage_of

_QUOTE = re.compile('["“”„«»‹›「」『』]')
_INCHES = re.compile(r'(?<=\d)"')
_BRACKETS = (("(", "（"), ("[", "［"))


def check(sentence: Sentence) -> Iterator[Fault]:
    """Compare the numbers of marks, then look for a bracket without its other half."""
    original, text = sentence.original, sentence.reply.text
    before, after = (len(_QUOTE.findall(_INCHES.sub("", part))) for part in (original, text))
    if after < before:
        yield Fault(f"quotation marks are lost: the original has {before}, the answer {after}", is_hint=True)
    lost = next((signs[0] for signs in _BRACKETS if _count(text, signs) < _count(original, signs)), None)
    if lost:
        yield Fault(f"a bracket is lost: “{lost}”", is_hint=True)
    yield from (Fault(finding.message, is_hint=True) for finding in brackets.check(passage_of(sentence)))


def _count(text: str, signs: tuple[str, ...]) -> int:
    return sum(map(text.count, signs))
