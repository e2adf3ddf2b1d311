"""The walk over citations notices what it is there to notice."""

from pathlib import Path

import pytest

from prose import blocks, needs_citation, says, sentences, uncited

CITED = "[source 001](sources/source-001.md)"


@pytest.mark.parametrize(
    "sentence",
    [
        "It was sent in September.",
        "There were seven of them.",
        "It has 18 pages.",
        "Then Amnesty International spoke.",
        "NCRI welcomed it.",
        "Seven signed.",
        "May was the month.",
    ],
)
def test_numbers_months_and_names_need_a_citation(sentence: str) -> None:
    assert needs_citation(sentence, frozenset({"NCRI"}))


@pytest.mark.parametrize(
    "sentence", ["Nothing later is reported.", "It “may amount” to that.", "*Law.*", "The letter was not read.[^2]"]
)
def test_other_sentences_need_none(sentence: str) -> None:
    assert not needs_citation(sentence, frozenset({"NCRI"}))


def test_abbreviations_end_no_sentence() -> None:
    assert sentences("The U.S. Department in Washington, D.C. said so. It did.[^1] “So be it.” (Or not.) The end.") == [
        "The U.S. Department in Washington, D.C. said so.",
        "It did.[^1]",
        "“So be it.”",
        "(Or not.)",
        "The end.",
    ]


def test_blocks_are_items_cells_definitions_and_notes() -> None:
    items = "## Head\n\n- one\n  goes on\n- two\n\n"
    table = "| a | b |\n|---|---|\n| c | d |\n\n"
    others = "{.timeline}\n1988\n: event\n\n> said\n\n[^n]: note\n"
    assert [*blocks(items + table + others)] == ["Head", "one goes on", "two", "a", "b", "c", "d", "event", "said", "note"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"According to {CITED}, it was sent in September.", []),
        ("It was sent in September. And so on.", ["It was sent in September."]),
        (f"It has 18 pages. {CITED} says so.", ["It has 18 pages."]),
        ("It was sent in September.[@source-001, para. 3] And so on.", []),
        ("It has [18]{claim=size} pages;[see @source-001, paras. 3–4] “seven” signed.", []),
        ("It was sent in September.[@source-002, para. 3] And so on.", ["It was sent in September.[@source-002,_para._3]"]),
        ("And so on.[@source-001, para. 3] It was sent in September.", ["It was sent in September."]),
        (f"| in 1988 | {CITED} |\n|---|---|", ["in 1988"]),
        ("Sent in [September](https://example.org/).", ["Sent in [September](https://example.org/)."]),
        ("## The NCRI\n\nwords", ["The NCRI"]),
    ],
)
def test_the_citation_stands_in_the_same_sentence(tmp_path: Path, text: str, found: list[str]) -> None:
    part = tmp_path / "part.md"
    part.write_text(f"---\ntitle: T\n---\n\n{text}\n", encoding="utf-8")
    assert uncited(part, frozenset({(tmp_path / "sources/source-001.md").resolve()})) == found


def test_a_quotation_is_found_whatever_its_marks_and_line_ends() -> None:
    assert says("that “the\nauthorities’ refusal” was", "The authorities' refusal")
    assert not says("thousands of prisoners", "thousand")
    assert not says("may amount to crimes", "may amount to a crime")
