"""The engine ``pseudo``: strange, and nothing lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.translation.drafting.guards.fault import Sentence
from dossier.translation.drafting.guards.rules import faults
from dossier.translation.engines import registry
from dossier.translation.engines.engine import Effort, Pair, Reply, Settings
from dossier.translation.engines.pseudo import open_engine

WORDS = st.lists(
    st.sampled_from(["The", "Evin", "1,200", "men", "in", "1988", "(see", "3)", "“no”", "a@b.org", "نامه"]), min_size=1
)


def translated(sentence: str, pair: Pair) -> str:
    engine = open_engine(pair, Settings())
    ((index, reply),) = engine.translate([sentence], Effort())
    assert index == 0
    return reply.text


@pytest.mark.parametrize(
    ("source", "target", "sentence", "expected"),
    [
        ("en", "fr", "The 12 men wrote to a@b.org.", "[Ţĥé 12 méñ ŵŕöţé ţö a@b.org.]"),
        ("en", "fa", "The 12 kings (1988).", "[طهع 12 کینگس (1988).]"),
        ("en", "ar", "The 12 kings (1988).", "[طهع 12 كينگس (1988).]"),
        ("fa", "en", "شاه ایران", "[šåĥ åîŕåñ]"),
        ("en", "fr", "See https://translate.example/path?q=1 there.", "[Šéé https://translate.example/path?q=1 ţĥéŕé.]"),
        ("en", "fr", "Open print/cover.html.j2 or B1, and/or A.", "[Öþéñ print/cover.html.j2 öŕ B1, and/or Å.]"),
        ("en", "fr", "On 25 November 2026 Ali saw May.", "[Öñ 25 novembre 2026 Åļî šåŵ Måý.]"),
        ("en", "fa", "On 25 November 2026.", "[ون 25 نوامبر 2026.]"),
        ("fa", "fr", "۱۳ شهریور ۱۳۹۹", "[۱۳ šĥŕîöŕ ۱۳۹۹]"),
        ("en", "fr", "1988–1990", "1988–1990"),
        ("en", "fr", "…", "…"),
    ],
)
def test_letters_are_made_strange(source: str, target: str, sentence: str, expected: str) -> None:
    assert translated(sentence, Pair(source, target)) == expected


@given(WORDS, st.sampled_from(["fr", "fa", "ar", "ru", "zh-Hant"]))
def test_numbers_signs_and_addresses_stay_and_words_stay_apart(words: list[str], target: str) -> None:
    sentence = " ".join(words)
    text = translated(sentence, Pair("en", target))
    kept = re.compile(r"\d+|[^\w\s\[\]]|a@b\.org")
    assert kept.findall(text) == kept.findall(sentence)
    assert len(text.split()) == len(words)


@pytest.mark.parametrize("target", ["fr", "fa", "ar"])
@pytest.mark.parametrize(
    "sentence",
    [
        "On 25 November 2026, 1,200 men (and 3 women) wrote to a@b.org.",
        "“I saw it myself”, says the witness: 45% of the prisoners were in hall 20.",
        "See https://translate.example/path?q=1 or print/cover-page.html.j2.",
    ],
)
def test_no_guard_refuses_it(sentence: str, target: str) -> None:
    pair = Pair("en", target)
    found = faults(Sentence(sentence, Reply(translated(sentence, pair)), pair))
    assert [fault.message for fault in found if not fault.is_hint] == []


def test_a_long_word_takes_no_long_time() -> None:
    assert len(translated("a" * 200_000, Pair("en", "fr"))) == 200_002


def test_nobody_takes_it_for_a_translation() -> None:
    engine = registry.open_engine("pseudo", Pair("en", "fr"), Settings())
    assert engine.origin == "pseudo 1 en-fr"
    assert translated("One.", Pair("en", "fr")).startswith("[")
    assert registry.warnings(engine) == ()
