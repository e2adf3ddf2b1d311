"""Counts what the rules catch of seeded faults, and what they say of good translations.

``.venv/bin/python tests/translation/checks/jury.py [CODE…]`` prints the table of seeded faults and those that were missed.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from random import Random

from faults import FAULTS
from faults.places import Mutator
from pairs import LANGUAGES, Pair, good, judge

from dossier.model.codes import CODES
from dossier.model.diagnostics import Severity

AT_MOST = 40
"""Faults of one kind in one language, so that no kind outweighs the others."""


@dataclass
class Tally:
    """What a rule caught in one language; ``missed`` are the pairs and their faulty translations."""

    seeded: int = 0
    missed: list[tuple[Pair, str]] = field(default_factory=list)

    @property
    def caught(self) -> int:
        return self.seeded - len(self.missed)

    @property
    def share(self) -> float:
        return self.caught / self.seeded if self.seeded else 0.0


@cache
def codes_of(pair: Pair) -> Counter[str]:
    """The codes of what the rules say of a pair as it is."""
    return Counter(finding.code for finding in judge(pair))


def tally(code: str, language: str) -> Tally:
    """How many of the faults of ``code`` its rule catches."""
    result = Tally()
    for number, mutator in enumerate(FAULTS[code]):
        for pair, faulty in _seeded(mutator, language, Random(f"{code} {number} {language}")):
            if codes_of(pair)[code]:
                continue  # it cried before there was a fault: that is counted among the false alarms
            result.seeded += 1
            if not any(finding.code == code for finding in judge(pair, faulty)):
                result.missed.append((pair, faulty))
    return result


def _seeded(mutator: Mutator, language: str, random: Random) -> list[tuple[Pair, str]]:
    """Pairs and faulty translations that ``mutator`` made of them."""
    pairs = list(good(language))
    random.shuffle(pairs)
    found: list[tuple[Pair, str]] = []
    for pair in pairs:
        faulty = mutator(pair, random)
        if faulty is not None and faulty != pair.translation:
            found.append((pair, faulty))
        if len(found) == AT_MOST:
            break
    return found


def seeded_everywhere(language: str) -> Iterator[tuple[str, Pair, str]]:
    """One fault of each kind: its code, the pair and the faulty translation."""
    for code, mutators in FAULTS.items():
        for number, mutator in enumerate(mutators):
            for pair, faulty in _seeded(mutator, language, Random(f"{code} {number} {language}"))[:1]:
                yield code, pair, faulty


@dataclass(frozen=True)
class Alarms:
    """What each rule said of ``entries`` good translations: the entries with a finding, by code."""

    entries: int
    said: dict[str, list[tuple[Pair, str]]]

    def share(self, code: str) -> float:
        return len(self.said.get(code, ())) / self.entries

    def above(self, share: float, severity: Severity) -> dict[str, float]:
        """The rules of ``severity`` that cried more often than that."""
        rules = (code for code in self.said if CODES[code].severity is severity)
        return {code: self.share(code) for code in rules if self.share(code) > share}


def alarms(pairs: Sequence[Pair]) -> Alarms:
    """What the rules say of ``pairs``."""
    said: dict[str, list[tuple[Pair, str]]] = {}
    for pair in pairs:
        for code, message in {finding.code: finding.message for finding in judge(pair)}.items():
            said.setdefault(code, []).append((pair, message))
    return Alarms(len(pairs), said)


def read(cases: Iterable[tuple[Pair, str]], at_most: int = 12) -> str:
    """Cases to read: the original, the good translation, and the faulty one or the message."""
    shown = [f"  {pair.original}\n    {pair.translation}\n    {other}" for pair, other in list(cases)[:at_most]]
    return "\n".join(shown)


def table(one: Alarms) -> str:
    """A line for each rule that said something."""
    lines = [f"{one.entries} entries"]
    for code in sorted(one.said):
        lines.append(f"  {code} {CODES[code].severity:<8} {len(one.said[code]):>5}  1 in {1 / one.share(code):,.0f}")
    return "\n".join(lines)


def main(codes: Sequence[str]) -> None:
    """Print everything."""
    for code in codes or FAULTS:
        for language in LANGUAGES:
            one = tally(code, language)
            print(f"{code} {language}  seeded {one.seeded:>4}  caught {one.caught:>4}  {one.share:.1%}")
            print(read(one.missed), end="\n" if one.missed else "")


if __name__ == "__main__":
    main(sys.argv[1:])
