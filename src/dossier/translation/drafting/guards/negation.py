"""A hint where only one of the two texts denies something: the most dangerous slip of a model, and no sure finding.

The words are those of T018 (:mod:`dossier.translation.checks.fidelity.negation`), for English, French and Persian.
"""

from collections.abc import Iterator

from dossier.translation.checks.fidelity import negation
from dossier.translation.drafting.guards.fault import Fault, Sentence
from dossier.translation.drafting.guards.reading import passage_of


def check(sentence: Sentence) -> Iterator[Fault]:
    """Hand on what the rule for people's translations says."""
    yield from (Fault(finding.message, is_hint=True) for finding in negation.check(passage_of(sentence)))
