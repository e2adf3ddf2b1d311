"""Scores of drafts: sacrebleu's own numbers, and one that was worked out by hand."""

import time
from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sacrebleu.metrics import BLEU, CHRF
from sacrebleu.significance import PairedTest

from dossier.model.document import Document, Dossier
from dossier.model.place import Place
from dossier.model.translation import State, Translation
from dossier.translation.cut import cut
from dossier.translation.evaluation.measures import alone, bleu, chrf, compared, counts, tokenizer
from dossier.translation.evaluation.plain import folded, readable, scorable
from dossier.translation.evaluation.scoring import scored, worst
from dossier.translation.evaluation.values import Contender, Reference
from translation.samples import document, dossier

WORDS = "le la les un des accord traité signé lu vu chat chien dort mange rue nuit 1988 « » , . dans sur pour avec".split()
LINES = st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), min_size=1, max_size=8)
HERE = Place("locales/fr/LC_MESSAGES/demo/sample.po", 7, 1)


def references(bodies: Sequence[str], translations: Sequence[str]) -> list[Reference]:
    """A reference for each paragraph."""
    whole = dossier({"sample": "\n\n".join(bodies)})
    return [of(whole, whole.parts[0], at, text) for at, text in enumerate(translations)]


def of(whole: Dossier, part: Document, at: int, text: str) -> Reference:
    return Reference(whole, part, cut(part)[at], Translation(text, State.REVIEWED, HERE), HERE)


def lines(number: int, seed: int, near: Sequence[str] = ()) -> list[str]:
    """Made-up lines; like ``near`` where those are given."""
    random = Random(seed)
    if near:
        return [" ".join(word if random.random() < 0.7 else random.choice(WORDS) for word in line.split()) for line in near]
    return [" ".join(random.choices(WORDS, k=random.randint(3, 30))) for _ in range(number)]


def test_chrf_worked_out_by_hand() -> None:
    # "chat" beside "chats", sequences of one to five characters in "chats": 5, 4, 3, 2, 1; in "chat": 4, 3, 2, 1; all four found.
    # Of sequences of five and six characters one side has none: they count nowhere.
    # Precision: 1. Recall: (4/5 + 3/4 + 2/3 + 1/2) / 4 = 163/240. F2 = 5 · P · R / (4 · P + R).
    recall = 163 / 240
    assert counts(chrf(), ["chat"], ["chats"]).value == pytest.approx(100 * 5 * recall / (4 + recall))


def test_bleu_worked_out_by_hand() -> None:
    # Six words against seven, 5/6 words found, 3/5 pairs, 1/4 threes, 0/3 fours,
    # which sacrebleu takes for half of one (1/6). Too short: exp(1 − 7/6).
    draft, reference = "the cat sat on the mat", "the cat is on the mat now"
    by_hand = 100 * 2.718281828459045 ** (1 - 7 / 6) * (5 / 6 * 3 / 5 * 1 / 4 * 1 / 6) ** 0.25
    assert counts(bleu("fr"), [draft], [reference]).value == pytest.approx(by_hand)


@settings(max_examples=60, deadline=None)
@given(LINES, st.integers(0, 10**6))
def test_scores_are_sacrebleus(wanted: list[str], seed: int) -> None:
    drafts = lines(0, seed, wanted)
    for ours, theirs in ((chrf(), CHRF()), (bleu("fr"), BLEU())):
        counted = counts(ours, drafts, wanted)
        assert counted.value == theirs.corpus_score(drafts, [wanted]).score
    for at, (draft, reference) in enumerate(zip(drafts, wanted, strict=True)):
        assert counts(chrf(), drafts, wanted).single(at) == CHRF().sentence_score(draft, [reference]).score


def test_batches_change_nothing() -> None:
    wanted = lines(1203, 1)
    drafts = lines(0, 2, wanted)
    assert counts(chrf(), drafts, wanted).value == CHRF().corpus_score(drafts, [wanted]).score
    assert counts(bleu("fr"), drafts, wanted).value == BLEU().corpus_score(drafts, [wanted]).score


@pytest.mark.parametrize("size", [1, 2, 40])
def test_intervals_and_likelihoods_are_sacrebleus(size: int) -> None:
    wanted = lines(size, 3)
    best, other = lines(0, 4, wanted), lines(0, 5, lines(0, 6, wanted))
    for ours, theirs in ((chrf(), CHRF()), (bleu("fr"), BLEU())):
        mine = compared([counts(ours, best, wanted), counts(ours, other, wanted)])
        name = "chrF2" if isinstance(theirs, CHRF) else "BLEU"
        signatures, found = PairedTest([("best", best), ("other", other)], {name: theirs}, [wanted], test_type="bs")()
        assert [(one.value, one.p) for one in mine] == [(one.score, one.p_value) for one in found[name]]
        assert [one.margin for one in mine] == pytest.approx([float(one.ci) for one in found[name]])
        assert counts(ours, best, wanted).signature == str(signatures[name])


def test_one_machine_alone_has_an_interval() -> None:
    wanted = lines(30, 7)
    drafts = lines(0, 8, wanted)
    expected = CHRF().corpus_score(drafts, [wanted], n_bootstrap=1000)
    found = alone(counts(chrf(), drafts, wanted))
    assert (found.value, found.p) == (expected.score, None)
    assert found.margin == pytest.approx(float(expected._ci))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", "13a"),
        ("vi", "13a"),
        ("fa", "intl"),
        ("ar", "intl"),
        ("ru", "intl"),
        ("zh-Hans", "zh"),
        ("ja", "char"),
        ("th", "char"),
    ],
)
def test_words_are_told_by_the_script(language: str, expected: str) -> None:
    assert tokenizer(language) == expected
    assert f"tok:{expected}" in counts(bleu(language), ["a"], ["a"]).signature


MARKUP = """\
He **said** *so* in [the letter](https://example.org/a).[^1] See `code`[@letter, p. 3]
and ![a map](map.png "The way").\\
End"""
NOTE = "\n\n[^1]: A note.\n"


def test_what_is_compared_is_what_readers_see() -> None:
    whole = document(MARKUP + NOTE, citations=True)
    unit = cut(whole)[0]
    assert readable(whole, unit, MARKUP) == "He said so in the letter. See code and a map The way . End"
    assert scorable(whole, unit, MARKUP) == "He said so in the letter. See and a map The way . End"


def test_a_string_of_the_front_matter_is_no_markdown() -> None:
    whole = document("Text", title="A *star*")
    assert readable(whole, cut(whole)[0], "Une *étoile*") == "Une *étoile*"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("در ۱۳۶۷", "در 1367", True),
        ("٣٤ عاما", "34 عاما", True),
        ("l’accord", "l'accord", True),
        ("l’accord\u00a0: signé", "l'accord : signé", True),
        ("e\u0301té", "été", True),
        ("می\u200cشود", "می شود", False),
        ("كتاب", "کتاب", False),
        ("« oui »", '"oui"', False),
    ],
)
def test_what_the_press_sets_by_itself_makes_no_difference(one: str, other: str, same: bool) -> None:
    assert (folded(one) == folded(other)) is same


def test_markup_makes_no_difference() -> None:
    found = references([f"{MARKUP}{NOTE}"], ["Il **l’a dit** dans [la lettre](https://example.org/a)[^1]."])
    plain = Contender("plain", ("Il l'a dit dans la lettre.",))
    other = Contender("marked", ("Il *l’a dit* dans [la](https://example.org/elsewhere) lettre[^1].",))
    scores = scored(found, [plain, other], "fr")
    assert [(row.chrf.value, row.bleu.value) for row in scores.rows] == [(pytest.approx(100), pytest.approx(100))] * 2


def test_what_was_left_empty_counts_as_empty() -> None:
    wanted = ["Le premier accord est signé.", "Le second accord est lu.", "La rue dort dans la nuit."]
    found = references(["One.", "Two two.", "Three three three."], wanted)
    scores = scored(found, [Contender("full", tuple(wanted)), Contender("half", (wanted[0], "", wanted[2]))], "fr")
    full, half = scores.rows
    assert (full.name, full.empty, full.coverage, full.words, full.chrf.value) == ("full", 0, 100, 6, pytest.approx(100))
    assert (half.passages, half.empty, half.coverage, half.words) == (3, 1, 66, 6)
    assert half.chrf.value == CHRF().corpus_score([wanted[0], "", wanted[2]], [wanted]).score
    assert half.bleu.value == BLEU().corpus_score([wanted[0], "", wanted[2]], [wanted]).score
    assert scores.single[1] == {"full": pytest.approx(100)}


def test_machines_with_different_passages_are_not_compared() -> None:
    wanted = ["Le premier accord est signé.", "Le second accord est lu."]
    found = references(["One.", "Two."], wanted)
    scores = scored(found, [Contender("a", (wanted[0], None)), Contender("b", (None, "Un autre accord."))], "fr")
    assert not scores.comparable
    assert [(row.name, row.passages, row.chrf.p, row.bleu.p) for row in scores.rows] == [
        ("a", 1, None, None),
        ("b", 1, None, None),
    ]


def test_only_the_best_machine_has_nobody_to_be_compared_with() -> None:
    wanted = lines(30, 9)
    found = references([f"Text {at}." for at in range(30)], wanted)
    machines = [Contender("worse", tuple(lines(0, 10, wanted))), Contender("best", tuple(wanted))]
    best, worse = scored(found, machines, "fr").rows
    assert (best.name, best.chrf.p, best.bleu.p) == ("best", None, None)
    assert worse.chrf.p is not None
    assert worse.chrf.p < 0.05


def test_the_worst_come_first_and_empty_ones_not_at_all() -> None:
    wanted = ["Le premier accord est signé.", "Le second accord est lu.", "La rue dort dans la nuit.", "Un chat mange."]
    found = references(["*One* one.", "Two.", "Three.", "Four."], wanted)
    one = Contender("one", ("Le premier accord est lu.", "Xyz", wanted[2], ""))
    two = Contender("two", ("", "Qwv", wanted[2], ""))
    shown = worst(found, [one, two], scored(found, [one, two], "fr"), 2)
    assert [(each.source, each.translation) for each in shown] == [("Two.", wanted[1]), ("One one.", wanted[0])]
    assert set(shown[0].drafts) == {"one", "two"}
    assert shown[1].drafts == {
        "one": ("Le premier accord est lu.", CHRF().sentence_score(one.drafts[0] or "", [wanted[0]]).score)
    }


def test_everything_left_empty_is_a_zero() -> None:
    found = references(["One."], ["Un."])
    row = scored(found, [Contender("none", ("",))], "fr").rows[0]
    assert (row.chrf.value, row.bleu.value, row.coverage) == (0, 0, 0)


def test_two_thousand_passages_take_seconds() -> None:
    number = 2_000
    wanted = [line[:80] for line in lines(number, 11)]
    found = references([f"Text {at}." for at in range(number)], wanted)
    begun = time.process_time()
    machine = Contender("one", tuple(lines(0, 12, wanted)))
    worst(found, [machine], scored(found, [machine], "fr"), 10)
    assert time.process_time() - begun < 15
