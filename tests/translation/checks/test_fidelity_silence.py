"""T028: a translator silences a rule for one entry; a silence that silences nothing is told."""

import pytest

from dossier.model.codes import CODES
from dossier.model.document import Document
from dossier.model.place import Place
from dossier.model.translation import Catalog, State, Translation
from dossier.translation.checks import check
from dossier.translation.checks.silence import CAN_BE_SILENCED, NEVER_SILENT, silence
from translation.samples import document

ORIGINAL = "A **strong** word"
LOST = "Un mot fort"
SOURCE = document(f"{ORIGINAL}\n")


def told(text: str, *comments: str, source: Document = SOURCE, state: State = State.REVIEWED) -> list[tuple[str, str]]:
    entry = Translation(text, state, Place("fr.po", 7, 1), comments=comments)
    original = source.blocks[1].content
    found = check(source, Catalog("fr", {(None, original): entry}))
    assert all(one.place == Place("fr.po", 7, 1) for one in found)
    return [(one.code.id, one.message) for one in found]


@pytest.mark.parametrize(
    "comment",
    [
        "dossier: ignore T014",
        "dossier: ignore T014 - no bold face in captions",
        "dossier: ignore T014 — as in T011",
        "Dossier: Ignore t014",
        "dossier:ignore T014,",
        "  dossier : ignore: T014",
    ],
)
def test_a_comment_silences_a_rule(comment: str) -> None:
    assert told(LOST) != []
    assert told(LOST, comment) == []


@pytest.mark.parametrize("comment", ["ignore T014", "dossier: T014", "see dossier: ignore T014", "dossier: ignored T014"])
def test_other_comments_are_comments(comment: str) -> None:
    assert [code for code, _ in told(LOST, comment)] == ["T014"]


def test_several_codes_may_follow_one_another() -> None:
    source = document("The 5 **strong** words\n")
    assert {code for code, _ in told("Les 6 mots forts", source=source)} == {"T011", "T014"}
    assert told("Les 6 mots forts", "dossier: ignore T011, T014", source=source) == []
    assert told("Les 6 mots forts", "dossier: ignore T011", "dossier: ignore T014", source=source) == []
    assert {code for code, _ in told("Les 6 mots forts", "dossier: ignore T011", source=source)} == {"T014"}


def test_a_silence_that_silences_nothing_is_told() -> None:
    assert told("Un mot **fort**", "dossier: ignore T014") == [
        ("T028", "the comment silences T014, which has nothing to say here")
    ]
    assert told(LOST, "dossier: ignore T014 T017") == [("T028", "the comment silences T017, which has nothing to say here")]


def test_a_silence_without_a_code_is_told() -> None:
    (found,) = told("Un mot **fort**", "dossier: ignore emphasis")
    assert found == ("T028", "the comment “dossier: ignore” names no code, and silences nothing")


@pytest.mark.parametrize("code", ["T001", "T006", "C011", "T999", "T028"])
def test_what_is_no_rule_cannot_be_silenced(code: str) -> None:
    assert told("Un mot **fort**", f"dossier: ignore {code}") == [
        ("T028", f"{code} is no code of a rule that reads translations")
    ]


@pytest.mark.parametrize("code", sorted(NEVER_SILENT))
def test_what_keeps_readers_safe_cannot_be_silenced(code: str) -> None:
    assert told("Un mot **fort**", f"dossier: ignore {code}") == [
        ("T028", f"{code} cannot be silenced: it is for the safety of readers")
    ]


def test_an_address_is_told_all_the_same() -> None:
    found = told("Un mot **fort**, javascript:alert()", "dossier: ignore T013")
    assert [code for code, _ in found] == ["T013", "T028"]


@pytest.mark.parametrize("state", [State.STALE, State.MISSING])
def test_nothing_is_said_of_a_silence_that_nobody_reads(state: State) -> None:
    assert told("Un mot **fort**", "dossier: ignore T014", state=state) == []


def test_every_rule_but_two_can_be_silenced() -> None:
    assert set(CODES) >= CAN_BE_SILENCED
    assert not CAN_BE_SILENCED & NEVER_SILENT
    assert {"T003", "T004", "T005", "T009", "T010", "T011", "T018"} <= CAN_BE_SILENCED


def test_one_entry_for_two_places_is_silenced_where_one_of_them_needs_it() -> None:
    twice = document("A **strong** word\n", title="A **strong** word")
    entry = Translation(LOST, State.REVIEWED, Place("fr.po", 7, 1), comments=("dossier: ignore T014",))
    assert check(twice, Catalog("fr", {(None, ORIGINAL): entry})) == ()


def test_most_entries_have_no_comment() -> None:
    assert silence(()) is silence(())
