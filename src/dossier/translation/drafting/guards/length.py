"""An answer that is far too long or far too short.

What is usual between two languages is :mod:`dossier.translation.checks.fidelity.length`'s business, which tells people of every
hundredth passage. Here an answer is refused, so the bounds are wider: of some 5,600 translations that people made (French and
Persian, catalogs of Debian) one in 1,400 lies outside. Other languages were not measured; they are taken to be as
long as their script lets expect, and the bounds are wider still. Short sentences stray far: a few letters more or less are let
pass at any length.
"""

from collections.abc import Iterator, Mapping

from dossier.language.script import script_of
from dossier.translation.checks.fidelity.length import length, usual_share
from dossier.translation.drafting.guards.fault import Fault, Sentence
from dossier.translation.drafting.guards.reading import passage_of

_SLACK_ABOVE, _SLACK_BELOW = 16, 10
_MEASURED, _GUESSED = (0.55, 1.8), (0.4, 2.4)
_SIGNS_OF_SCRIPT: Mapping[str, float] = {
    "Hans": 0.33,
    "Hant": 0.33,
    "Jpan": 0.45,
    "Kore": 0.5,
    "Thai": 0.9,
    "Hebr": 0.8,
    "Arab": 0.9,
}
"""How many signs say in a script what one Latin letter says, roughly; as many where nothing is said."""


def check(sentence: Sentence) -> Iterator[Fault]:
    """Compare the letters of the answer with what would be usual for the original."""
    one = passage_of(sentence)
    before, after = length(one.original_prose), length(one.translated_prose)
    measured = usual_share(sentence.pair.source, sentence.pair.target)
    low, high = _MEASURED if measured else _GUESSED
    usual = before * (measured or _guess(sentence.pair.target) / _guess(sentence.pair.source))
    if after > usual * high + _SLACK_ABOVE:
        yield Fault(f"the answer is far too long: {after} letters and signs, about {usual:.0f} would be usual")
    elif after < usual * low - _SLACK_BELOW:
        yield Fault(f"the answer is far too short: {after} letters and signs, about {usual:.0f} would be usual")


def _guess(tag: str) -> float:
    return _SIGNS_OF_SCRIPT.get(script_of(tag), 1.0)
