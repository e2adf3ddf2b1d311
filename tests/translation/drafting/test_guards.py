"""Guards against faults of engines: by hand-written cases, on what people translated, and on faults that were seeded there."""

import time
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from guard_jury import FATAL, LANGUAGES, TOLD, Mutator, human, need_those_measured, seeded
from hypothesis import given
from hypothesis import strategies as st

from dossier.translation.drafting.guards import cut
from dossier.translation.drafting.guards.fault import Sentence
from dossier.translation.drafting.guards.rules import GUARDS, Guard, faults
from dossier.translation.engines.engine import Pair, Reply

_CASES = tomllib.loads((Path(__file__).parent / "guard_cases.toml").read_text("utf-8"))["case"]
_SEEDED = [(name, mutator) for name, mutators in FATAL.items() for mutator in mutators]
REFUSED_BY_ONE, REFUSED = 1 / 200, 1 / 100
"""So many translations of people may be refused, by one guard and by all of them."""
CAUGHT, ENOUGH = 0.95, 5


def name(guard: Guard) -> str:
    return guard.__module__.rpartition(".")[2]


BY_NAME: Mapping[str, Guard] = {name(guard): guard for guard in GUARDS}


def is_refused(sentence: Sentence) -> bool:
    return any(not fault.is_hint for fault in faults(sentence))


@pytest.mark.parametrize("case", _CASES, ids=[f"{case['guard']} {case['says']} {case['reply'][:24]}" for case in _CASES])
def test_a_guard_says_what_was_written_down(case: dict[str, str]) -> None:
    pair = Pair(case.get("source", "en"), case.get("target", "fr"))
    sentence = Sentence(case["original"], Reply(case["reply"]), pair)
    told = list(BY_NAME[case["guard"]](sentence))
    if case["says"] == "fine":
        assert not told
        assert not is_refused(sentence), faults(sentence)
    else:
        assert told
        assert all(fault.is_hint for fault in told) == (case["says"] == "hint"), told


@pytest.mark.parametrize("guard", BY_NAME)
def test_each_guard_has_cases_of_both_kinds(guard: str) -> None:
    says = {case["says"] for case in _CASES if case["guard"] == guard}
    assert "fine" in says
    assert says & {"fatal", "hint"}


def test_an_answer_that_was_cut_by_the_engine_is_refused() -> None:
    assert is_refused(Sentence("The letter", Reply("La lettre", cut=True), Pair("en", "fr")))
    assert [fault.is_hint for fault in cut.check(Sentence("The letter", Reply("La", cut=True), Pair("en", "fr")))] == [False]


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_of_people_are_seldom_refused(language: str) -> None:
    need_those_measured()
    whole = human(language)
    assert len(whole) >= 1500
    told: dict[str, list[Sentence]] = {}
    for sentence in whole:
        for guard in GUARDS:
            if any(not fault.is_hint for fault in guard(sentence)):
                told.setdefault(name(guard), []).append(sentence)
    for guard, refused in sorted(told.items()):
        print(f"{language} {guard:<12} {len(refused):>3} of {len(whole)}  {len(refused) / len(whole):.2%}")
        assert len(refused) <= len(whole) * REFUSED_BY_ONE, [(one.original, one.reply.text) for one in refused]
    assert len({one for refused in told.values() for one in refused}) <= len(whole) * REFUSED


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("guard", "mutator"), _SEEDED, ids=[mutator.__name__ for _, mutator in _SEEDED])
def test_a_seeded_fault_is_refused(guard: str, mutator: Mutator, language: str) -> None:
    faulty = list(seeded(mutator, language))
    missed = [one for one in faulty if not is_refused(one)]
    print(f"{language} {mutator.__name__:<26} seeded {len(faulty):>3}  missed {len(missed)}")
    assert len(faulty) >= ENOUGH
    assert len(missed) <= len(faulty) * (1 - CAUGHT), [(one.original, one.reply.text) for one in missed]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mutator", TOLD)
def test_of_a_doubtful_fault_a_hint_is_given(mutator: Mutator, language: str) -> None:
    faulty = list(seeded(mutator, language))
    missed = [one for one in faulty if not faults(one)]
    assert len(faulty) >= ENOUGH
    assert len(missed) <= len(faulty) * (1 - CAUGHT), [(one.original, one.reply.text) for one in missed]


_TEXTS = st.text(alphabet="aéb XIV1۲٣0.,;:!?«»“”\"'()[]-–@/&<>‌اهیم نه de la the not 中。\ufffd\x07\n", max_size=60)


@given(
    _TEXTS,
    _TEXTS,
    st.booleans(),
    st.sampled_from(["en", "fa", "de", "zh", "xx", "pt-BR"]),
    st.sampled_from(["fr", "fa", "ja", "th"]),
)
def test_guards_say_something_of_any_text(original: str, text: str, is_cut: bool, source: str, target: str) -> None:
    for fault in faults(Sentence(original, Reply(text, is_cut), Pair(source, target))):
        assert fault.message
        assert "\n" not in fault.message
        assert not fault.message.endswith(".") or text.rstrip().endswith(".")  # the end of a text that is quoted


_HOSTILE = (
    "a",
    "ab ",
    ". ",
    "(",
    "«",
    "12,",
    "1 ",
    "می ",
    "x.",
    "a1.",
    "x@",
    "a-",
    "www.",
    "&",
    "%",
    "{",
    "中文",
    "September ",
    "vingt et ",
)


@pytest.mark.parametrize("piece", _HOSTILE)
def test_an_answer_of_any_length_is_judged_in_no_time(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    before = time.process_time()
    assert is_refused(Sentence("The committee wrote to the minister.", Reply(text), Pair("en", "fr")))
    assert time.process_time() - before < 3


@pytest.mark.parametrize("piece", _HOSTILE)
def test_a_long_original_and_its_answer_are_judged_in_linear_time(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * length)[:length]
        before = time.process_time()
        for guard in GUARDS:
            list(guard(Sentence(text, Reply(text[:-1]), Pair("en", "fa"))))
        return time.process_time() - before

    assert seconds(8_000) < 8 * seconds(2_000) + 0.3
