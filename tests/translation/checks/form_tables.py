"""What the tables of the tests of form are made of: a pair of texts, and what a rule says of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dossier.translation.checks.finding import Finding
from dossier.translation.checks.passage import Passage
from translation.samples import beside

Check = Callable[[Passage], Iterator[Finding]]


@dataclass(frozen=True)
class Pair:
    """An original and its translation; ``language`` is that of the translation, ``source`` that of the original."""

    original: str
    translation: str
    language: str = "fr"
    source: str = "en"

    def __str__(self) -> str:
        return f"{self.language}-{self.translation[:40]}"


def fr(original: str, translation: str) -> Pair:
    return Pair(original, translation, "fr")


def fa(original: str, translation: str) -> Pair:
    return Pair(original, translation, "fa")


def en(original: str, translation: str, source: str = "fr") -> Pair:
    return Pair(original, translation, "en", source)


def said(check: Check, pair: Pair) -> list[str]:
    """The messages of a rule on a pair."""
    return [found.message for found in findings(check, pair)]


def findings(check: Check, pair: Pair) -> list[Finding]:
    """What a rule finds in a pair."""
    return list(check(beside(pair.original, pair.translation, language=pair.language, source=pair.source)))
