"""Mixed lines: what is isolated, in which order it then stands, and in which language it is said to be."""

import re
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from fribidi import order_of_isolated, visual, with_isolates
from hypothesis import given
from hypothesis import strategies as st

from bidi_cases import PATH, Case, cases, with_ink
from dossier.edition.running_text import pieces, running_text
from dossier.language.bidi import isolates
from dossier.language.registry import language
from dossier.language.rule import Run
from dossier.language.runs import runs_in
from dossier.language.value import Language

PERSIAN, ENGLISH, FRENCH = map(language, ("fa", "en", "fr"))
KNOWN = ("en", "fr", "fa")
BY_ITSELF = "text"
"""The kind of the cases that the algorithm sets well without us."""


def ordered(case: Case, *, isolated: bool = True) -> str:
    """What FriBidi makes of a case, with our isolates or without."""
    own = language(case.language)
    runs = runs_in(case.text, own, KNOWN) if isolated else ()
    return with_ink(visual(with_isolates(case.text, runs), own.direction))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_a_line_stands_as_it_was_written_down_by_hand(case: Case) -> None:
    assert ordered(case) == case.expected


def test_there_are_enough_cases_and_all_differ() -> None:
    assert len(cases()) >= 150
    assert not [name for name, count in Counter(case.id for case in cases()).items() if count > 1]
    assert not [text for text, count in Counter((case.language, case.text) for case in cases()).items() if count > 1]


def test_every_case_says_the_same_signs_twice() -> None:
    assert [case.id for case in cases() if sorted(with_ink(case.text)) != sorted(case.expected)] == []


def test_most_cases_bite() -> None:
    """Without isolation they come out wrong: it is not the algorithm alone that passes."""
    bite = Counter(case.kind for case in cases() if ordered(case, isolated=False) != case.expected)
    assert bite[BY_ITSELF] == 0
    assert bite.total() >= 110, bite
    for kind, least in {"telephones": 12, "dates": 9, "ranges": 9, "codes": 5, "signs": 9, "expressions": 5}.items():
        assert bite[kind] >= least, bite


def test_nothing_rewrites_the_cases() -> None:
    """No test writes to the file or knows a flag to do so: only this module's helper names it, and only to read."""
    tests = Path(__file__).parents[1]
    naming = {path.relative_to(tests) for path in tests.rglob("*.py") if PATH.name in path.read_text(encoding="utf-8")}
    assert naming == {Path("bidi_cases.py")}
    helper = (tests / "bidi_cases.py").read_text(encoding="utf-8")
    assert not [word for word in ("write", "open(", "dump", "replace(", "environ") if word in helper]


PIECES = (
    *("سازمان", "گفت", "و", "نامه‌ای", "،", "؛", "؟", "«", "»", "٪", "٫", "۱۲", "۱۳۶۷/۶/۱۲", "۱۲–۱۵", "ب"),
    *("Amnesty", "International", "a", "UK", "Co.", "et al.", "para.", "A/HRC/45/13", "info@example.org", "https://a.example/b"),
    *("12", "3", "1988", "2024-05-12", "+1 202-555-0100", "50%", "$", "€", "−5", "=", "×", "°C", "#", "@"),
    *("(", ")", "[", "]", "“", "”", '"', "’", ".", ",", ":", ";", "!", "?", "-", "–", "/", "&", "…", "+", "_"),
    *(" ", " ", " ", " ", " ", " ", "\N{NO-BREAK SPACE}", "\N{ZERO WIDTH NON-JOINER}", "\N{OBJECT REPLACEMENT CHARACTER}"),
)
MIXED = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
TAGS = st.sampled_from(("fa", "en", "fr", "ar", "he"))


def spans(text: str, tag: str) -> list[tuple[int, int]]:
    return [(run.start, run.end) for run in runs_in(text, language(tag), KNOWN)]


@given(st.one_of(st.text(), MIXED), TAGS)
def test_runs_stand_in_the_text_one_behind_the_other(text: str, tag: str) -> None:
    found = spans(text, tag)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(before[1] <= behind[0] for before, behind in pairwise(found))
    assert found == spans(text, tag)


@given(st.one_of(st.text(), MIXED), TAGS)
def test_marking_up_loses_nothing(text: str, tag: str) -> None:
    assert "".join(piece for piece, _ in pieces(text, language(tag), KNOWN)) == text


@given(MIXED, TAGS)
def test_runs_begin_and_end_with_something_to_see(text: str, tag: str) -> None:
    assert not [text[start:end] for start, end in spans(text, tag) if text[start:end].strip(" \u00a0\u200c") != text[start:end]]


@given(MIXED, TAGS)
def test_what_is_isolated_is_not_isolated_again(text: str, tag: str) -> None:
    own = language(tag)
    done = with_isolates(text, runs_in(text, own, KNOWN))
    assert not any(run.direction for run in isolates(done, own)) or done == text


@given(MIXED, st.sampled_from(("fa", "ar")))
def test_what_needs_no_isolation_stands_as_if_it_had_it(text: str, tag: str) -> None:
    own = language(tag)
    found = runs_in(text, own, KNOWN)
    everywhere = [Run(run.start, run.end, "ltr", run.lang) for run in found]
    assert order_of_isolated(text, found, own.direction) == order_of_isolated(text, everywhere, own.direction)


@given(MIXED)
def test_what_needs_no_isolation_stands_as_if_it_had_it_in_english(text: str) -> None:
    found = runs_in(text, ENGLISH, KNOWN)
    everywhere = [Run(run.start, run.end, "rtl", run.lang) for run in found]
    assert order_of_isolated(text, found, "ltr") == order_of_isolated(text, everywhere, "ltr")


@given(MIXED)
def test_a_run_stands_in_one_piece_and_in_its_own_order(text: str) -> None:
    found = [run for run in runs_in(text, PERSIAN, KNOWN) if not re.search("[\u0600-\u06ef]", text[run.start : run.end])]
    placed = order_of_isolated(text, runs_in(text, PERSIAN, KNOWN), "rtl")
    for run in found:
        inside = [place for place in range(run.start, run.end) if with_ink(text[place])]
        first = placed.index(inside[0])
        assert placed[first : first + len(inside)] == inside


def langs(text: str, own: Language = PERSIAN, known: tuple[str, ...] = KNOWN) -> list[tuple[str, str]]:
    return [(text[run.start : run.end], run.lang) for run in runs_in(text, own, known) if run.lang]


@pytest.mark.parametrize(
    ("known", "tag"),
    [
        (("en", "fa"), "en"),
        (("fr-CA", "fa"), "fr-CA"),
        (("en", "en-GB", "fa"), "en"),
        (("en", "fr", "fa"), "und-Latn"),
        (("fa", "ru"), "und-Latn"),
        ((), "und-Latn"),
    ],
)
def test_a_run_is_in_the_only_language_of_its_script(known: tuple[str, ...], tag: str) -> None:
    assert langs("سازمان Amnesty International گفت", known=known) == [("Amnesty International", tag)]


@pytest.mark.parametrize(
    "no_words",
    [
        *(
            "A",
            "Ω",
            "A/HRC/45/13",
            "UA IRN 20/2020",
            "ISBN 978-3-16-148410-0",
            "https://example.org/a",
            "info@example.org",
            "x² + y",
        ),
        *(
            "9f86d081884c7d65",
            "v1.2.3",
            "snake_case",
            "print()",
            ".gitignore",
            "--flag",
            "@name",
            "#tag",
            "12 km",
            "21 °C",
            "a.txt",
        ),
        *("H₂O", "xii", "2024-05-12T12:30Z", "C++"),
    ],
)
def test_symbols_have_no_language(no_words: str) -> None:
    assert langs(f"در {no_words} آمد") == []


def test_words_of_other_scripts_have_a_language_in_every_direction() -> None:
    assert langs("The Greek Περί φύσεως, α and Москва.", ENGLISH) == [("Περί φύσεως", "und-Grek"), ("Москва", "und-Cyrl")]
    assert langs("The Greek Περί φύσεως.", ENGLISH, ("en", "el")) == [("Περί φύσεως", "el")]
    assert langs("le mot نامه‌ای", FRENCH) == [("نامه‌ای", "fa")]
    assert langs("le mot نامه", FRENCH, ("fr", "fa", "ar")) == [("نامه", "und-Arab")]
    assert langs("واژه שלום است") == [("שלום", "und-Hebr")]
    assert langs("слово Amnesty", language("ru"), ("ru", "en")) == [("Amnesty", "en")]
    assert langs("漢字 and かな", ENGLISH, ("en", "ja")) == [("漢字", "und-Hani"), ("かな", "und-Kana")]
    assert langs("日本語のかな", language("ja")) == []


def test_what_an_author_has_ordered_is_left_so() -> None:
    text = "سازمان \u2066Amnesty (UK)\u2069 12 گفت"
    assert [(run.direction, run.lang) for run in runs_in(text, PERSIAN, ("en",))] == [("", "en")]


@pytest.mark.parametrize("around", ["{} گفت", "گفت {}", "\ufffc {} گفت", "گفت {} \ufffc", "گفت {} ۱۲", "گفت {}، HRW"])
def test_a_word_is_isolated_where_something_unknown_or_a_number_is_its_neighbour(around: str) -> None:
    assert next(iter(isolates(around.format("Amnesty"), PERSIAN))).direction == "ltr"


def test_a_word_between_letters_is_only_said_to_be_foreign() -> None:
    assert list(isolates("سازمان «Amnesty» گفت", PERSIAN)) == [Run(8, 15, lang="und-Latn")]


HOSTILE = (
    *(
        "(",
        ")",
        "A(",
        "(A",
        "1-",
        "1 ",
        "+1 ",
        "A, ",
        "A. ",
        "1: ",
        "((1",
        "A)(",
        '"a ',
        "0 ",
        "٪",
        "۱–",
        "ن",
        "نA",
        "ن1",
        "ن(A",
        "[(",
    ),
    *(
        "www.",
        "http://",
        "a@",
        "+",
        "- ",
        "α ",
        "«ن",
        "ن, ",
        "(ن",
        "1+1=",
        "A[1] ",
        "A=1 ",
        "$1 ",
        "1.1 ",
        "(1)A",
        "A (1 ",
        "«A",
        "A..",
    ),
)


@pytest.mark.parametrize("seed", HOSTILE)
@pytest.mark.parametrize("own", [PERSIAN, ENGLISH], ids=lambda own: own.tag)
def test_hostile_text_takes_linear_time(seed: str, own: Language) -> None:
    """Eight times the text takes at most about eight times as long; a quadratic rule would take 64 times."""
    short, long = (_seconds(seed * count, own) for count in (2_000, 16_000))
    assert long < max(30 * short, 1.0)


def _seconds(text: str, own: Language) -> float:
    began = time.process_time()
    runs_in(text, own, KNOWN)
    return time.process_time() - began


def test_runs_become_elements() -> None:
    assert running_text("سازمان Amnesty گفت", PERSIAN, ("en",)) == ('سازمان <span lang="en" xml:lang="en">Amnesty</span> گفت')
    assert running_text("سازمان AT&T (US) گفت", PERSIAN, ("en",)) == (
        'سازمان <bdi dir="ltr" lang="en" xml:lang="en">AT&amp;T (US)</bdi> گفت'
    )
    assert running_text("سند A/1 (2020) است", PERSIAN, ("en",)) == 'سند <bdi dir="ltr">A/1 (2020)</bdi> است'
