"""What is found out about a quotation: from its source's text, or from the record of an earlier check."""

from collections.abc import Mapping

import pytest
from quoted import DIGEST, OTHER, TEXT, quotation, record, text

from dossier.attribution.quotations.checking import CheckedAll, check_quotations
from dossier.attribution.quotations.lock import Lock, write_lock
from dossier.attribution.quotations.source_text import SourceText, body_text
from dossier.content.source import read_source
from dossier.model.quotation import Quotation, Verdict
from dossier.model.records import SourceRecord

WORDS = "may amount to crimes against humanity"
NEGATED = "The families […] know where their relatives are buried"
FIRST, LATER = "2026-01-02", "2026-05-06"
BODY = (
    "---\nid: a\npublisher-kind: NGO\nlanguage: en\nreproduce: {}\n---\n"
    "Violations may *amount* to\ncrimes.[^1]\n\n> More.\n\n[^1]: Note.\n"
)
NOTHING = Lock()


def check(
    *quotations: Quotation,
    texts: Mapping[str, SourceText | None] | None = None,
    records: tuple[SourceRecord, ...] = (record(),),
    lock: Lock = NOTHING,
    today: str = FIRST,
    strict: bool = False,
) -> CheckedAll:
    known = {one.id: one for one in records}
    return check_quotations(quotations, texts or {}, known, lock, today=today, strict=strict)


def verdicts(result: CheckedAll) -> list[str]:
    return [str(one.verdict) for one in result.checked]


def codes(result: CheckedAll) -> list[str]:
    return [found.code.id for found in result.diagnostics]


HERE = {"a": text()}


def recorded(*quotations: Quotation, **changes: object) -> Lock:
    """The lock after ``quotations`` were checked where their text is."""
    return check(*quotations, texts=HERE, **changes).lock  # type: ignore[arg-type]


def body(reproduce: str) -> SourceText | None:
    return body_text(read_source(BODY.format(reproduce).encode(), "content/demo/sources/a.md", language="en", raw_html=False)[0])


# With the text.


def test_words_that_stand_in_the_source_are_verified_and_recorded() -> None:
    result = check(quotation(WORDS), texts=HERE)
    (one,) = result.checked
    assert (one.verdict, one.digest, one.offset, one.recorded) == (Verdict.VERIFIED, DIGEST, TEXT.index(WORDS), "")
    assert codes(result) == []
    (entry,) = result.lock.quotation
    assert (entry.document, entry.source, entry.against, entry.offset) == ("summary", "a", DIGEST, TEXT.index(WORDS))
    assert (entry.extractor, entry.version, entry.text) == (HERE["a"].extractor, HERE["a"].version, HERE["a"].text_digest)
    assert (str(entry.verdict), entry.recorded) == ("verified", FIRST)


def test_the_record_has_no_word_of_quotation_or_source() -> None:
    data = write_lock(recorded(quotation(WORDS), quotation(NEGATED))).decode().lower()
    assert [
        word for word in ("amount", "crimes", "humanity", "experts", "families", "relatives", "buried", "letter") if word in data
    ] == []


def test_words_that_are_not_in_the_source_are_an_error_with_the_nearest_passage() -> None:
    result = check(quotation("violations that may amount to a crime against humanity"), texts=HERE)
    assert (verdicts(result), codes(result), result.lock) == (["wrong"], ["Q003"], Lock())
    (found,) = result.diagnostics
    assert str(found.place) == "content/demo/summary.md:7:5"
    details = dict(found.details)
    assert details["quoted"] == "“violations that may amount to a crime against humanity”"
    assert "crimes against humanity" in details["source"]
    assert "(offset " in details["source"]
    assert details["difference"]


def test_words_far_from_everything_have_no_nearest_passage() -> None:
    (found,) = check(quotation("Zebras xylophone quixotic jukebox"), texts=HERE).diagnostics
    assert dict(found.details)["source"]
    assert found.advice


def test_changes_that_may_turn_the_sense_are_a_warning_and_under_strict_an_error() -> None:
    result = check(quotation(NEGATED), texts=HERE)
    assert (verdicts(result), codes(result)) == (["changed"], ["Q002"])
    assert result.checked[0].changes
    assert result.lock.quotation[0].changes == result.checked[0].changes
    details = result.diagnostics[0].details
    assert [words for label, words in details if label == "change"] == list(result.checked[0].changes)
    strict = check(quotation(NEGATED), texts=HERE, strict=True)
    assert (verdicts(strict), codes(strict)) == (["changed"], ["Q008"])


def test_every_source_must_have_the_words() -> None:
    result = check(
        quotation(WORDS, "a", "b"), texts={"a": text(), "b": text("Nothing of the kind.")}, records=(record(), record("b"))
    )
    assert (verdicts(result), codes(result)) == (["verified", "wrong"], ["Q003"])
    assert [entry.source for entry in result.lock.quotation] == ["a"]


def test_a_source_that_is_not_there_is_told_elsewhere() -> None:
    result = check(quotation(WORDS, "nobody"), texts=HERE)
    assert (verdicts(result), codes(result)) == ([], [])


# Without the text.


def test_without_text_and_record_a_quotation_is_not_verified() -> None:
    result = check(quotation(WORDS), texts={"a": None})
    assert (verdicts(result), codes(result), result.lock) == (["unverified"], ["Q001"], Lock())
    assert "--snapshots" in result.diagnostics[0].advice


def test_without_a_snapshot_in_the_record_the_mend_says_so() -> None:
    result = check(quotation(WORDS), records=(record(digest=""),))
    assert codes(result) == ["Q001"]
    assert "sha256" in result.diagnostics[0].advice


def test_a_source_that_was_not_consulted_cannot_be_quoted() -> None:
    result = check(quotation(WORDS), texts=HERE, records=(record(reproduce="not-consulted"),))
    assert (verdicts(result), codes(result)) == (["unverified"], ["Q001"])
    assert "[@a, as quoted in @…]" in result.diagnostics[0].advice


def test_by_the_record_the_same_check_passes_and_says_recorded() -> None:
    lock = recorded(quotation(WORDS), quotation(NEGATED))
    result = check(quotation(WORDS), quotation(NEGATED), lock=lock, today=LATER)
    assert verdicts(result) == ["recorded", "recorded-changed"]
    assert codes(result) == ["Q002"]
    assert [one.recorded for one in result.checked] == [FIRST, FIRST]
    assert {one.digest for one in result.checked} == {DIGEST}
    assert result.checked[0].offset == TEXT.index(WORDS)
    assert result.checked[1].changes
    assert codes(check(quotation(NEGATED), lock=lock, strict=True)) == ["Q008"]


# What makes an entry stale.


def test_another_quotation_makes_the_record_stale() -> None:
    result = check(quotation("may amount to crimes"), lock=recorded(quotation(WORDS)))
    assert (verdicts(result), codes(result)) == (["unverified"], ["Q004"])
    assert "the words of the quotation changed" in result.diagnostics[0].message


def test_a_new_quotation_beside_a_recorded_one_has_no_record() -> None:
    result = check(quotation(WORDS), quotation("They asked"), lock=recorded(quotation(WORDS)))
    assert (verdicts(result), codes(result)) == (["recorded", "unverified"], ["Q001"])


def test_another_snapshot_makes_the_record_stale() -> None:
    result = check(quotation(WORDS), lock=recorded(quotation(WORDS)), records=(record(digest=OTHER),))
    assert (verdicts(result), codes(result)) == (["unverified"], ["Q004"])
    assert "the snapshot of the source changed" in result.diagnostics[0].message


def test_another_source_makes_the_record_worthless() -> None:
    result = check(quotation(WORDS, "b"), lock=recorded(quotation(WORDS)), records=(record(), record("b")))
    assert (verdicts(result), codes(result)) == (["unverified"], ["Q001"])


def test_another_way_of_reading_makes_the_record_stale() -> None:
    result = check(quotation(WORDS), lock=recorded(quotation(WORDS)), records=(record(media_type="text/html"),))
    assert (verdicts(result), codes(result)) == (["unverified"], ["Q004"])
    older = check(quotation(WORDS), texts={"a": text(version="3.4.0+0")}).lock
    assert codes(check(quotation(WORDS), lock=older)) == ["Q004"]


def test_a_newer_library_is_no_reason_to_doubt() -> None:
    older = check(quotation(WORDS), texts={"a": text(version=f"3.0.0+{text().version.rpartition('+')[2]}")}).lock
    assert verdicts(check(quotation(WORDS), lock=older)) == ["recorded"]


def test_a_stale_entry_stays_until_it_can_be_looked_at_again() -> None:
    lock = recorded(quotation(WORDS))
    once = check(quotation(WORDS), lock=lock, records=(record(digest=OTHER),))
    assert once.lock == lock
    edited = check(quotation("may amount to crimes"), lock=lock)
    assert edited.lock == lock
    again = check(quotation("may amount to crimes"), texts=HERE, lock=edited.lock, today=LATER)
    assert [(entry.recorded, entry.offset) for entry in again.lock.quotation] == [(LATER, TEXT.index(WORDS))]


# The record.


def test_a_second_record_changes_no_byte() -> None:
    quotations = (quotation(WORDS), quotation(NEGATED), quotation("They asked for an investigation"))
    lock = recorded(*quotations)
    for texts in (HERE, {}):
        again = check(*reversed(quotations), texts=texts, lock=lock, today=LATER).lock
        assert write_lock(again) == write_lock(lock)


def test_an_entry_that_says_something_else_has_a_new_day() -> None:
    lock = recorded(quotation(WORDS))
    moved = text(f"A line before.\n\n{TEXT}", digest=OTHER)
    again = check(quotation(WORDS), texts={"a": moved}, lock=lock, records=(record(digest=OTHER),), today=LATER).lock
    assert [(entry.against, entry.recorded) for entry in again.quotation] == [(OTHER, LATER)]


def test_entries_that_no_quotation_needs_are_gone() -> None:
    lock = recorded(quotation(WORDS), quotation("They asked"))
    assert len(lock.quotation) == 2
    assert len(check(quotation(WORDS), lock=lock).lock.quotation) == 1
    assert check(lock=lock).lock == Lock()


# What the dossier reproduces.


def test_the_words_of_a_body_are_those_of_its_markdown() -> None:
    whole = body("full")
    assert whole is not None
    assert whole.text == "Violations may amount to\ncrimes.\n\nMore.\n\nNote."
    assert (whole.extractor, whole.is_body) == ("dossier", True)
    assert body("digest") is None
    assert body("not-consulted") is None


@pytest.mark.parametrize("reproduce", ["full", "excerpt"])
def test_quotations_are_checked_against_the_body(reproduce: str) -> None:
    records = (record(reproduce=reproduce, digest=""),)
    result = check(
        quotation("may amount to crimes"), quotation("no such words at all"), texts={"a": body(reproduce)}, records=records
    )
    assert (verdicts(result), codes(result)) == (["verified", "wrong"], ["Q003"])
    assert [entry.extractor for entry in result.lock.quotation] == ["dossier"]


def test_words_that_are_not_in_an_excerpt_may_stand_in_the_snapshot() -> None:
    lock = recorded(quotation(WORDS))
    records = (record(reproduce="excerpt"),)
    excerpt = {"a": text("Something else stands here.", digest=OTHER, extractor="dossier", version="1+1")}
    assert verdicts(check(quotation(WORDS), texts=excerpt, records=records, lock=lock)) == ["recorded"]
    assert codes(check(quotation(WORDS), texts=excerpt, records=records)) == ["Q001"]
    whole = (record(reproduce="full"),)
    assert codes(check(quotation(WORDS), texts=excerpt, records=whole, lock=lock)) == ["Q003"]


def test_a_body_does_not_take_the_place_of_a_recorded_snapshot() -> None:
    lock = recorded(quotation(WORDS))
    records = (record(reproduce="full"),)
    result = check(
        quotation(WORDS), texts={"a": text(extractor="dossier", digest=OTHER)}, records=records, lock=lock, today=LATER
    )
    assert verdicts(result) == ["verified"]
    assert result.lock == lock


def test_many_quotations_from_a_source_without_text_are_one_finding() -> None:
    result = check(quotation(WORDS), quotation("other words"), texts={"a": None})
    assert (verdicts(result), codes(result)) == (["unverified", "unverified"], ["Q001"])
    assert "2 quotations are not verified" in result.diagnostics[0].message


def test_a_translation_that_is_looked_for_in_a_foreign_source_is_told_how_to_give_the_original() -> None:
    foreign = record().model_copy(update={"language": "fa"})
    (found,) = check(quotation("crimes against humanity"), texts={"a": text("جنایت علیه بشریت")}, records=(foreign,)).diagnostics
    assert found.code.id == "Q003"
    assert found.mend.startswith("the source is in “fa”: give its own words behind the locator, [@a, para. 1:")
