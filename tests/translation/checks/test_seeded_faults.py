"""Each rule catches the faults that were seeded for it; ``-s`` shows the table."""

from random import Random

import pytest
from faults import FAULTS
from jury import read, seeded_everywhere, tally
from pairs import LANGUAGES, good, told

from dossier.model.codes import fidelity, form
from dossier.translation.checks.silence import CAN_BE_SILENCED

AT_LEAST, SHARE = 30, 0.95
OLDER = {"T003", "T004", "T005", "T009", "T010"}
SILENCE = "T028"
"""Of a comment and not of the words: it is seeded below."""


def test_every_rule_has_seeded_faults() -> None:
    assert {*FAULTS, SILENCE} == OLDER | {code.id for code in (*fidelity.TABLE, *form.TABLE)}


@pytest.mark.parametrize("code", FAULTS)
def test_a_rule_catches_the_faults_that_were_seeded_for_it(code: str) -> None:
    tallies = {language: tally(code, language) for language in LANGUAGES}
    for language, one in tallies.items():
        print(f"{code} {language}  seeded {one.seeded:>4}  caught {one.caught:>4}  {one.share:.1%}")
    assert sum(one.seeded for one in tallies.values()) >= AT_LEAST
    for language, one in tallies.items():
        assert not one.seeded or one.share >= SHARE, f"{code} {language}: {one.caught} of {one.seeded}\n{read(one.missed)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_silence_that_silences_nothing_is_told(language: str) -> None:
    random = Random(f"{SILENCE} {language}")
    codes = sorted(CAN_BE_SILENCED)
    pairs = [pair for pair in good(language) if pair.markdown and not told(pair, pair.translation, ())]
    assert len(pairs) >= AT_LEAST
    missed = []
    for pair in pairs:
        comment = f"dossier: ignore {', '.join(random.sample(codes, random.randint(1, 3)))}"
        if set(told(pair, pair.translation, (comment,))) != {SILENCE}:
            missed.append((pair, comment))
    assert len(missed) <= len(pairs) * (1 - SHARE), read(missed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_silence_that_silences_is_not_told_and_one_beside_it_is(language: str) -> None:
    for code, pair, faulty in seeded_everywhere(language):
        if code not in CAN_BE_SILENCED or not pair.markdown:
            continue
        said = set(told(pair, faulty, ()))
        if code in said:
            assert set(told(pair, faulty, (f"dossier: ignore {code}",))) == said - {code}, (code, faulty)
            unused = next(other for other in sorted(CAN_BE_SILENCED) if other not in said)
            assert set(told(pair, faulty, (f"dossier: ignore {code} {unused}",))) == (said - {code}) | {SILENCE}, (code, faulty)
