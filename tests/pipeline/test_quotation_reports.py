"""``dossier quotations``: with the snapshots, without them, and the record between the two."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from dossier.cli.quotations import command
from letter_record import letter_record
from workshop import Run, Workshop

LOCK = "content/demo/quotations.lock"
PART = "content/demo/introduction.md"
SOURCE = "content/demo/sources/letter.md"
TEXT = b"The experts warned that violations may amount to crimes against humanity.\n\nThey did not ask for more.\n"
DIGEST = sha256(TEXT).hexdigest()
QUOTATION = "violations may amount to crimes"


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """A dossier with one quotation, and its source's snapshot in a folder outside the project."""
    made = Workshop.demo(tmp_path / "demo")
    made.write(SOURCE, letter_record(DIGEST, evidence="issued: text"))
    made.write(PART, made.read(PART) + f"\nIt says: “{QUOTATION}” [@letter].\n")
    (tmp_path / "snapshots").mkdir()
    (tmp_path / "snapshots/any-name").write_bytes(TEXT)
    return made


def run(workshop: Workshop, *arguments: str, day: str = "1767312000") -> Run:
    environment = {"SOURCE_DATE_EPOCH": day, "DOSSIER_SNAPSHOTS": ""}
    result = CliRunner().invoke(command, arguments, obj=workshop.root, env=environment)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Run(result.exit_code, result.stdout, result.stderr)


def snapshots(workshop: Workshop) -> tuple[str, str]:
    return "--snapshots", str(workshop.root.parent / "snapshots")


def listed(done: Run) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(done.output)
    return found


def test_with_the_snapshot_the_quotation_is_verified_in_this_build(workshop: Workshop) -> None:
    done = run(workshop, "--json", *snapshots(workshop))
    assert (done.exit_code, done.errors) == (0, "")
    line = workshop.read(PART).split("\n").index(f"It says: “{QUOTATION}” [@letter].") + 1
    assert listed(done) == [
        {
            "dossier": "demo",
            "document": "introduction",
            "file": PART,
            "line": line,
            "column": 10,
            "block": False,
            "language": "en",
            "quotation": QUOTATION,
            "source": "letter",
            "verdict": "verified",
            "verification": "verified in this build",
            "changes": [],
            "recorded": None,
            "against": f"sha256:{DIGEST}",
            "offset": TEXT.index(QUOTATION.encode()),
        }
    ]


def test_the_table_shows_verdict_place_and_source(workshop: Workshop) -> None:
    (row,) = run(workshop, *snapshots(workshop)).output.splitlines()[1:]
    assert row.split()[:2] == ["verified", "letter"]
    assert f"{PART}:" in row
    assert QUOTATION in row


def test_nothing_is_written_unless_it_is_asked_for(workshop: Workshop) -> None:
    run(workshop, *snapshots(workshop))
    assert not (workshop.root / LOCK).exists()


def test_without_the_snapshots_the_same_check_passes_by_the_record(workshop: Workshop) -> None:
    assert run(workshop, "--record", *snapshots(workshop)).exit_code == 0
    done = run(workshop, "--json")
    assert (done.exit_code, done.errors) == (0, "")
    (found,) = listed(done)
    assert found["verdict"] == "recorded"
    assert found["verification"] == f"recorded on 2026-01-02 against sha256:{DIGEST}, not verifiable here"


def test_a_second_record_changes_no_byte_with_and_without_snapshots(workshop: Workshop) -> None:
    run(workshop, "--record", *snapshots(workshop))
    before = workshop.read(LOCK)
    assert DIGEST in before
    for arguments in (snapshots(workshop), ()):
        run(workshop, "--record", *arguments, day="1800000000")
        assert workshop.read(LOCK) == before


def test_a_dossier_without_quotations_has_no_lock(tmp_path: Path) -> None:
    workshop = Workshop.demo(tmp_path / "demo")
    done = run(workshop, "--record")
    assert (done.exit_code, done.errors) == (0, "")
    assert not (workshop.root / LOCK).exists()


def test_a_lock_that_has_nothing_to_say_any_more_is_emptied(workshop: Workshop) -> None:
    run(workshop, "--record", *snapshots(workshop))
    workshop.edit(PART, f"“{QUOTATION}” ", "")
    run(workshop, "--record")
    assert "[[quotation]]" not in workshop.read(LOCK)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [(PART, "may amount", "amount"), (SOURCE, DIGEST, "0" * 64), (SOURCE, "text/plain", "text/html")],
)
def test_what_changed_since_makes_the_record_stale(path: str, old: str, new: str, workshop: Workshop) -> None:
    run(workshop, "--record", *snapshots(workshop))
    workshop.edit(path, old, new)
    done = run(workshop, "--json")
    assert (done.exit_code, done.codes) == (0, {"Q004"})
    assert listed(done)[0]["verdict"] == "unverified"


def test_words_that_are_not_in_the_source_are_an_error(workshop: Workshop) -> None:
    workshop.edit(PART, QUOTATION, "violations amount to crimes")
    done = run(workshop, "--record", *snapshots(workshop))
    assert (done.exit_code, done.codes) == (1, {"Q003"})
    assert "difference" in done.errors
    assert not (workshop.root / LOCK).exists()


def test_neither_text_nor_record_is_a_warning(workshop: Workshop) -> None:
    done = run(workshop)
    assert (done.exit_code, done.codes) == (0, {"Q001"})


def test_a_snapshot_that_is_not_there_is_told_once_at_its_digest(workshop: Workshop) -> None:
    workshop.write(PART, workshop.read(PART) + "\nAnd: “crimes against humanity” [@letter].\n")
    (workshop.root.parent / "snapshots/any-name").write_bytes(b"something else")
    done = run(workshop, *snapshots(workshop))
    assert (done.exit_code, done.codes) == (0, {"Q001", "Q007"})
    assert done.errors.count("Q007") == 1
    assert f"{SOURCE}:12:11: warning Q007" in done.errors


def test_a_snapshot_of_another_kind_is_told_at_its_media_type(workshop: Workshop) -> None:
    workshop.edit(SOURCE, "text/plain", "application/pdf")
    done = run(workshop, *snapshots(workshop))
    assert (done.exit_code, done.codes) == (1, {"Q001", "Q006"})
    assert f"{SOURCE}:13:15: error Q006" in done.errors


def test_a_broken_lock_is_told_and_left_as_it_is(workshop: Workshop) -> None:
    workshop.write(LOCK, "[[quotation]]\nsource = 3\n")
    done = run(workshop, "--record", *snapshots(workshop))
    assert (done.exit_code, done.codes) == (1, {"Q005"})
    assert workshop.read(LOCK) == "[[quotation]]\nsource = 3\n"


def test_strict_makes_changes_an_error(workshop: Workshop) -> None:
    workshop.edit(PART, f"“{QUOTATION}”", "“They did […] ask for more”")
    assert run(workshop, *snapshots(workshop)).codes == {"Q002"}
    workshop.write("content/demo/dossier.toml", workshop.read("content/demo/dossier.toml") + "\n[quotations]\nstrict = true\n")
    done = run(workshop, *snapshots(workshop))
    assert (done.exit_code, done.codes) == (1, {"Q008"})


def test_the_variable_names_the_folder_too(workshop: Workshop) -> None:
    environment = {"DOSSIER_SNAPSHOTS": snapshots(workshop)[1]}
    result = CliRunner().invoke(command, ["--json"], obj=workshop.root, env=environment)
    assert [found["verdict"] for found in json.loads(result.stdout)] == ["verified"]


def test_a_folder_that_is_not_there_is_told(workshop: Workshop) -> None:
    done = run(workshop, "--snapshots", str(workshop.root / "nowhere"))
    assert (done.exit_code, done.codes) == (1, {"S006"})


def test_the_body_of_a_source_that_is_reproduced_is_its_text(workshop: Workshop) -> None:
    without = ("snapshot:\n  sha256: \n  media-type: \n", "")
    record = letter_record("", "", evidence="issued: text").replace(*without).replace("digest", "full")
    workshop.write(SOURCE, record.replace("What the letter is about.", "That violations *may amount* to crimes."))
    (found,) = listed(run(workshop, "--json", "--record"))
    assert (found["verdict"], found["offset"]) == ("verified", 5)
    assert 'extractor = "dossier"' in workshop.read(LOCK)


def test_colours_and_escapes_of_a_quotation_do_not_reach_the_terminal(workshop: Workshop) -> None:
    workshop.edit(PART, QUOTATION, "violations \x1b[31m may \u202e amount")
    done = run(workshop, *snapshots(workshop))
    assert not {"\x1b", "\u202e"} & set(done.output + done.errors)


def test_quotations_in_claims_are_checked_too(workshop: Workshop) -> None:
    question = '[[questions]]\nid = "law"\nquestion = "What is it called?"\n'
    answers = (
        'answers = [{ source = "letter", answer = "“crimes against humanity”" }, { source = "letter", answer = "“genocide”" }]\n'
    )
    workshop.write("content/demo/claims.toml", question + answers)
    done = run(workshop, "--json", *snapshots(workshop))
    assert (done.exit_code, done.codes) == (1, {"Q003"})
    assert [(one["document"], one["quotation"], one["verdict"]) for one in listed(done)][1:] == [
        ("claims", "crimes against humanity", "verified"),
        ("claims", "genocide", "wrong"),
    ]


def test_quotations_in_what_is_told_about_a_source_are_checked_and_those_in_its_own_text_are_not(workshop: Workshop) -> None:
    workshop.edit(SOURCE, "What the letter is about.", "It says “crimes against humanity” [@letter].")
    assert [one["document"] for one in listed(run(workshop, "--json", *snapshots(workshop)))] == [
        "introduction",
        "sources/letter",
    ]
    workshop.edit(SOURCE, "reproduce: digest", "reproduce: excerpt")
    assert [one["document"] for one in listed(run(workshop, "--json", *snapshots(workshop)))] == ["introduction"]
