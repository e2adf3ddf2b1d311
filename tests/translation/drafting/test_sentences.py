"""Where sentences end, and into what pieces one is cut."""

import re
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model.diagnostics import DossierError
from dossier.translation.drafting.extra import required
from dossier.translation.drafting.sentences import bounds, pieces

FOLDER = Path(__file__).parent
END = " | "
KNOWN_TO_FAIL = "~ "
SIGNS = st.sampled_from(
    [
        *" .!?…؟۔«»“”‘’\"'()[],،;؛:–-1۳¹\n\u200c\ufffc",
        " \n",
        ". ",
        ".) ",
        "para. ",
        "U.N. ",
        "etc. ",
        "The ",
        "word ",
        "کلمه ",
        " »",
        "[3]",
    ]
)
TEXTS = st.lists(SIGNS | st.characters(codec="utf-8"), max_size=60).map("".join)
LANGUAGES = st.sampled_from(["en", "fr", "fr-CA", "fa", "zh-Hans", "", "x-nothing", "qaa"])
SIZE = 50_000
HOSTILE = (
    ".",
    " ",
    "a",
    "“",
    "« ",
    "(",
    ")",
    "A. ",
    "para. ",
    "“a. ”",
    "(Go. ",
    '"',
    "a.[1]",
    "\ufffc",
    " »",
    "; ",
    "a, ",
    "…",
    ".) ",
    "U.N.",
)


def _cases(language: str) -> Iterator[tuple[str, list[str], bool]]:
    for line in (FOLDER / f"sentences_{language}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            words = line.removeprefix(KNOWN_TO_FAIL)
            yield words.replace(END, " "), words.split(END), not line.startswith(KNOWN_TO_FAIL)


def _sentences(text: str, language: str) -> list[str]:
    return [text[begin:end] for begin, end in bounds(text, language)]


@pytest.mark.parametrize("language", ["en", "fr", "fa"])
def test_sentences_end_where_a_reader_ends_them(language: str) -> None:
    wrong = {
        text: found for text, expected, is_met in _cases(language) if is_met and (found := _sentences(text, language)) != expected
    }
    assert not wrong


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_is_known_to_fail_still_does(language: str) -> None:
    """Whoever mends one of them takes the mark away."""
    mended = [text for text, expected, is_met in _cases(language) if not is_met and _sentences(text, language) == expected]
    assert not mended


@pytest.mark.parametrize("space", ["  ", " \u00a0", "\n", "\t "])
def test_white_space_of_any_kind_lies_between_sentences(space: str) -> None:
    text = space.join(["", "They came.", "“Nobody knew.”", "They left.", ""])
    assert _sentences(text, "en") == ["They came.", "“Nobody knew.”", "They left."]


@pytest.mark.parametrize("language", ["fr-CA", "fr-FR"])
def test_a_variety_is_cut_as_its_language(language: str) -> None:
    assert _sentences("Voir p. 7. Elle reste.", language) == ["Voir p. 7.", "Elle reste."]


@pytest.mark.parametrize(
    ("language", "text"),
    [("zh-Hans", "这是。|那是。"), ("hi", "यह है। |वह है।"), ("", "One is. |Two is."), ("qaa", "One is. |Two is.")],
)
def test_other_languages_are_cut_by_their_signs(language: str, text: str) -> None:
    assert _sentences(text.replace("|", ""), language) == [one.strip() for one in text.split("|")]


def test_a_package_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "sentencex", None)
    with pytest.raises(DossierError) as raised:
        bounds("One.", "en")
    assert [one.code.id for one in raised.value.diagnostics] == ["M030"]
    assert required("re") is re


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They wrote to him in May; nobody answered until the end of June.",
            ["They wrote to him in May;", "nobody answered until the end of June."],
        ),
        (
            "They wrote to him in May, and nobody answered until the end of June.",
            ["They wrote to him in May,", "and nobody answered until the end of June."],
        ),
        ("Prisons, camps, cellars and houses were searched.", ["Prisons, camps, cellars and houses were searched."]),
        (
            "In May of that year they wrote to all prisons, none of the directors of which answered them.",
            ["In May of that year they wrote to all prisons,", "none of the directors of which answered them."],
        ),
        ("One, two; three: four – five.", ["One, two; three: four – five."]),
        (
            "The list is this: eleven prisons (Evin; Gohardasht; and others) were named.",
            ["The list is this:", "eleven prisons (Evin; Gohardasht; and others) were named."],
        ),
        ("At 10:30 they went to the prison of Evin.", ["At 10:30 they went to the prison of Evin."]),
        (
            "The letter was never read – nobody knows the reason for it.",
            ["The letter was never read –", "nobody knows the reason for it."],
        ),
        ("نامه در ماه مرداد فرستاده شد؛ هیچ کس به آن پاسخ نداد.", ["نامه در ماه مرداد فرستاده شد؛", "هیچ کس به آن پاسخ نداد."]),
        ("نامه در مرداد فرستاده شد، اما کسی به آن پاسخ نداد.", ["نامه در مرداد فرستاده شد،", "اما کسی به آن پاسخ نداد."]),
        ("La lettre est partie ; personne n’y a répondu.", ["La lettre est partie ;", "personne n’y a répondu."]),
    ],
)
def test_a_long_sentence_is_cut_between_clauses(text: str, expected: list[str]) -> None:
    assert [text[begin:end] for begin, end in pieces(text, "en")] == expected


@given(text=TEXTS, language=LANGUAGES)
def test_ranges_are_in_order_and_leave_out_only_white_space(text: str, language: str) -> None:
    for ranges in (bounds(text, language), pieces(text, language)):
        last = 0
        for begin, end in ranges:
            assert last <= begin < end <= len(text)
            assert not text[last:begin].strip()
            assert text[begin:end] == text[begin:end].strip()
            last = end
        assert not text[last:].strip()


@given(text=TEXTS)
def test_a_piece_has_four_words_or_is_all(text: str) -> None:
    found = pieces(text, "en")
    if len(found) > 1:
        for begin, end in found:
            assert sum(any(map(str.isalnum, word)) for word in text[begin:end].split()) >= 4


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_hostile_text_takes_no_longer_than_its_length(unit: str) -> None:
    """50,000 characters in seconds: a quadratic search takes more than ten."""
    text = (unit * SIZE)[:SIZE]
    before = process_time()
    bounds(text, "fr")
    pieces(text, "fr")
    assert process_time() - before < 10
