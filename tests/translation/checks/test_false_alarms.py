"""What the rules say of good translations; ``-s`` shows the tables.

A true fault that a rule found in somebody's catalog is no false alarm, but it counts as one here unless it is listed.
"""

from collections.abc import Callable, Sequence

import pytest
from catalogs import running_text
from jury import Alarms, alarms, read, table
from pairs import LANGUAGES, Pair, catalogs, sentences

from dossier.model.diagnostics import Severity

OWN_WARNINGS = 1 / 50
DEBIAN_ERRORS = 1 / 200
DEBIAN_ENTRIES = 2000

TRUE_FAULTS: dict[tuple[str, str], str] = {}
"""Entries that are not good: the language and the original, and what is wrong with its translation."""


def shown(name: str, one: Alarms) -> Alarms:
    print(f"{name}: {table(one)}")
    return one


def without_true_faults(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    return tuple(pair for pair in pairs if (pair.language, pair.original) not in TRUE_FAULTS)


def cries(one: Alarms, codes: Sequence[str]) -> str:
    return "\n".join(f"{code}\n{read(one.said[code])}" for code in codes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_good_translations_enough(language: str) -> None:
    assert len(sentences(language)) >= 60
    assert len(catalogs(language)) >= 200
    assert len({pair.original for pair in sentences(language)}) == len(sentences(language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("corpus", [sentences, catalogs])
def test_good_translations_have_no_error_and_few_warnings(corpus: Callable[[str], tuple[Pair, ...]], language: str) -> None:
    one = shown(f"{corpus.__name__} {language}", alarms(without_true_faults(corpus(language))))
    errors = one.above(0, Severity.ERROR)
    assert not errors, cries(one, list(errors))
    warnings = {**one.above(OWN_WARNINGS, Severity.WARNING), **one.above(OWN_WARNINGS, Severity.NOTE)}
    assert not warnings, cries(one, list(warnings))


@pytest.mark.parametrize("language", LANGUAGES)
def test_rules_of_errors_seldom_cry_at_catalogs_that_people_made(language: str) -> None:
    pairs = without_true_faults(running_text(language))
    assert len(pairs) >= DEBIAN_ENTRIES
    one = shown(f"Debian {language}", alarms(pairs))
    errors = one.above(DEBIAN_ERRORS, Severity.ERROR)
    assert not errors, cries(one, list(errors))
