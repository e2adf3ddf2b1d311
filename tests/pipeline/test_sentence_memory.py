"""The memory of sentences: nothing is asked twice, nothing in it is trusted, and drafting goes on whatever befalls it."""

import multiprocessing
import os
import signal
import sqlite3
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from dossier.pipeline.sentence_memory import MEMORY, SET_ASIDE, SentenceMemory
from dossier.translation.engines.engine import Effort, Reply

FOUR, ONE = Effort(4), Effort(1)
REPLY = Reply("Ça va ?", True, (0, 1, 1))


def codes(memory: SentenceMemory) -> list[str]:
    return [found.code.id for found in memory.diagnostics]


def test_what_was_kept_is_found_by_all_that_it_depends_on(tmp_path: Path) -> None:
    with SentenceMemory(tmp_path) as memory:
        memory.keep("x 1", FOUR, "How are you?", REPLY)
        assert memory.find("x 1", FOUR, ["How are you?", "Other"]) == {"How are you?": REPLY}
    with SentenceMemory(tmp_path) as memory:
        assert memory.find("x 1", FOUR, ["How are you?"]) == {"How are you?": REPLY}
        assert memory.find("x 2", FOUR, ["How are you?"]) == {}
        assert memory.find("x 1", ONE, ["How are you?"]) == {}
        assert memory.find("x 1", FOUR, []) == {}
        assert codes(memory) == []


def test_many_sentences_are_found_at_once(tmp_path: Path) -> None:
    sentences = [f"Sentence {number}." for number in range(1_234)]
    with SentenceMemory(tmp_path) as memory:
        for sentence in sentences:
            memory.keep("x", FOUR, sentence, Reply(sentence.upper()))
        assert memory.find("x", FOUR, sentences) == {sentence: Reply(sentence.upper()) for sentence in sentences}


def test_no_sentence_can_be_read_in_it(tmp_path: Path) -> None:
    with SentenceMemory(tmp_path) as memory:
        memory.keep("x", FOUR, "An unusual sentence.", REPLY)
    assert b"unusual" not in (tmp_path / MEMORY).read_bytes()


@pytest.mark.parametrize("junk", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5_000, b"\0" * 4_096])
def test_a_damaged_file_is_set_aside(tmp_path: Path, junk: bytes) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / MEMORY).write_bytes(junk)
    with SentenceMemory(tmp_path) as memory:
        memory.keep("x", FOUR, "a", REPLY)
        assert memory.find("x", FOUR, ["a"]) == {"a": REPLY}
        assert codes(memory) == (["M034"] if junk else [])
    assert not junk or (tmp_path / SET_ASIDE).read_bytes() == junk


def test_damage_that_shows_late_is_survived(tmp_path: Path) -> None:
    sentences = [f"Sentence {number}." for number in range(5_000)]
    with SentenceMemory(tmp_path) as memory:
        for sentence in sentences:
            memory.keep("x", FOUR, sentence, REPLY)
    data = bytearray((tmp_path / MEMORY).read_bytes())
    data[8_192:] = b"\xa5" * (len(data) - 8_192)  # the first pages, which tell whose it is, stay
    (tmp_path / MEMORY).write_bytes(data)
    with SentenceMemory(tmp_path) as memory:
        memory.find("x", FOUR, sentences)
        memory.keep("x", FOUR, "a", REPLY)
        assert memory.find("x", FOUR, ["a"]) == {"a": REPLY}
        assert codes(memory) == ["M034"]


@pytest.mark.parametrize("statement", ["PRAGMA user_version = 99", "PRAGMA application_id = 7"])
def test_a_file_of_another_programme_or_version_is_set_aside(tmp_path: Path, statement: str) -> None:
    with SentenceMemory(tmp_path) as memory:
        memory.keep("x", FOUR, "a", REPLY)
    with sqlite3.connect(tmp_path / MEMORY) as database:
        database.execute(statement)
    database.close()
    with SentenceMemory(tmp_path) as memory:
        assert memory.find("x", FOUR, ["a"]) == {}
        assert codes(memory) == ["M034"]
    assert (tmp_path / SET_ASIDE).exists()


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    root, secret = tmp_path / "project", tmp_path / "secret"
    (root / "build").mkdir(parents=True)
    (root / MEMORY).symlink_to(secret)
    with SentenceMemory(root) as memory:
        memory.keep("x", FOUR, "a", REPLY)
        assert codes(memory) == ["M034"]
    assert not secret.exists()


_NO_TEXT = '{"text": 1, "cut": false, "alignment": []}'


@pytest.mark.parametrize("value", ["", "[]", _NO_TEXT, '{"text": "a"}', "{", "null", 7, b"\xff"])
def test_a_row_that_is_none_of_ours_counts_as_unknown(tmp_path: Path, value: object) -> None:
    with SentenceMemory(tmp_path) as memory:
        memory.keep("x", FOUR, "a", REPLY)
    with sqlite3.connect(tmp_path / MEMORY) as database:
        database.execute("UPDATE replies SET reply = ?", (value,))
    database.close()
    with SentenceMemory(tmp_path) as memory:
        assert memory.find("x", FOUR, ["a"]) == {}
        assert codes(memory) == []


def test_without_a_place_to_write_drafting_goes_on(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("in the way")
    with SentenceMemory(tmp_path) as memory:
        memory.keep("x", FOUR, "a", REPLY)
        assert memory.find("x", FOUR, ["a"]) == {}
        assert codes(memory) == ["M035"]


def test_a_disk_that_fills_up_is_told_once(tmp_path: Path) -> None:
    with SentenceMemory(tmp_path) as memory:
        memory.keep("x", FOUR, "a", REPLY)
        assert memory._database is not None
        memory._database.execute("PRAGMA max_page_count = 1")
        for number in range(500):
            memory.keep("x", FOUR, f"b{number}", Reply("long " * 50))
        assert codes(memory) == ["M035"]


def test_two_commands_may_write_at_once(tmp_path: Path) -> None:
    with SentenceMemory(tmp_path) as one, SentenceMemory(tmp_path) as other:
        for number in range(50):
            one.keep("x", FOUR, f"{number}", REPLY)
            other.keep("y", FOUR, f"{number}", REPLY)
        assert len(other.find("x", FOUR, map(str, range(50)))) == len(one.find("y", FOUR, map(str, range(50)))) == 50
        assert codes(one) == codes(other) == []


def _begun(root: Path, gate: Barrier, told: "Queue[list[str]]", name: str) -> None:
    gate.wait()
    with SentenceMemory(root) as memory:
        memory.keep("x", FOUR, name, REPLY)
        told.put(codes(memory))


def test_commands_that_begin_at_the_same_moment_share_one_memory(tmp_path: Path) -> None:
    fork = multiprocessing.get_context("fork")
    for trial in range(12):
        root, gate, told = tmp_path / f"{trial}", fork.Barrier(6), fork.Queue()
        root.mkdir()
        processes = [fork.Process(target=_begun, args=(root, gate, told, f"{number}")) for number in range(6)]
        for process in processes:
            process.start()
        assert [told.get(timeout=60) for _ in processes] == [[]] * 6
        for process in processes:
            process.join()
        with SentenceMemory(root) as memory:
            assert len(memory.find("x", FOUR, map(str, range(6)))) == 6


def _killed(root: Path, count: int) -> None:
    with SentenceMemory(root) as memory:
        for number in range(count):
            memory.keep("x", FOUR, f"{number}", REPLY)
        os.kill(os.getpid(), signal.SIGKILL)


def test_a_killed_process_loses_nothing(tmp_path: Path) -> None:
    process = multiprocessing.get_context("spawn").Process(target=_killed, args=(tmp_path, 100))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    with SentenceMemory(tmp_path) as memory:
        assert len(memory.find("x", FOUR, map(str, range(100)))) == 100
        assert codes(memory) == []
