"""One command at a time writes a project's locale files; the others wait, and say so."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dossier.model.diagnostics import DossierError
from dossier.pipeline.locking import LOCK, exclusive
from machine import as_unprivileged, make_read_only, open_folder, small_disk, tree
from workshop import Workshop

HOLDER = """
import sys, time
from pathlib import Path
from dossier.pipeline.locking import exclusive

with exclusive(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""
WAITER = """
import signal
import sys
from pathlib import Path
from dossier.pipeline.locking import exclusive

signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background of a shell has to ignore it

with exclusive(Path(sys.argv[1]), lambda: print("waiting", flush=True)):
    print("held", flush=True)
"""


@contextmanager
def process(program: str, root: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", program, str(root)]
    started = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        yield started
    finally:
        started.kill()
        started.wait()
        for stream in (started.stdout, started.stderr):
            if stream is not None:
                stream.close()


def line_of(started: subprocess.Popen[str]) -> str:
    assert started.stdout is not None
    return started.stdout.readline().strip()


def update_in(root: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "dossier", "update"]
    return subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_nobody_waits_for_a_free_lock(tmp_path: Path) -> None:
    told: list[str] = []
    for _ in range(2):
        with exclusive(tmp_path, lambda: told.append("waiting")), exclusive(tmp_path):
            pass  # a command inside a command
    assert told == []
    assert tree(tmp_path) == {LOCK: b""}


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_second_command_waits_says_so_and_goes_on_when_the_first_ends(tmp_path: Path, how: signal.Signals) -> None:
    with process(HOLDER, tmp_path) as holder:
        assert line_of(holder) == "held"
        with process(WAITER, tmp_path) as waiter:
            assert line_of(waiter) == "waiting"
            holder.send_signal(how)
            assert line_of(waiter) == "held"
            assert waiter.wait(60) == 0
            assert waiter.stdout is not None
            assert waiter.stdout.read() == "", "told more than once"


def test_who_waits_can_be_interrupted(tmp_path: Path) -> None:
    with process(HOLDER, tmp_path) as holder:
        assert line_of(holder) == "held"
        with process(WAITER, tmp_path) as waiter:
            assert line_of(waiter) == "waiting"
            waiter.send_signal(signal.SIGINT)
            assert waiter.wait(60) != 0
        assert holder.poll() is None


def test_a_lock_whose_file_was_deleted_is_still_one_lock_for_those_that_come_later(tmp_path: Path) -> None:
    with process(HOLDER, tmp_path) as holder:
        assert line_of(holder) == "held"
        (tmp_path / LOCK).unlink()  # make clean
        with exclusive(tmp_path), process(WAITER, tmp_path) as waiter:
            assert line_of(waiter) == "waiting"


def test_a_folder_is_one_project_by_whatever_name(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "link").symlink_to("project")
    with process(HOLDER, tmp_path / "link") as holder:
        assert line_of(holder) == "held"
        with process(WAITER, tmp_path / "project") as waiter:
            assert line_of(waiter) == "waiting"


def test_a_read_only_project_is_told_clearly() -> None:
    with open_folder() as folder:
        make_read_only(folder)

        def hold() -> None:
            with exclusive(folder):
                pass

        with pytest.raises(DossierError, match=r"^build/\.locales\.lock: error S002: locale files are not written in a project"):
            as_unprivileged(hold)
        folder.chmod(0o755)


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "build").write_bytes(b"")
    with pytest.raises(DossierError, match=r"^build/\.locales\.lock: error S006: .*\n.*what is in the way"), exclusive(tmp_path):
        pass


def test_no_room_for_the_lock_is_told() -> None:
    with small_disk("4k") as disk:
        (disk / "filler").write_bytes(b"x" * 4096)
        with small_disk("1m,nr_inodes=2") as empty:
            (empty / "filler").touch()
            with pytest.raises(DossierError, match=r"error S003"), exclusive(empty):
                pass


def test_the_command_says_that_it_waits(tmp_path: Path) -> None:
    workshop = Workshop.demo(tmp_path / "demo")
    with process(HOLDER, workshop.root) as holder:
        assert line_of(holder) == "held"
        waiter = update_in(workshop.root)
        assert waiter.stderr is not None
        said = waiter.stderr.readline()
        assert said == WAITING
        holder.kill()
        out, errors = waiter.communicate(timeout=120)
        assert (waiter.returncode, errors) == (0, "")
        assert "demo fr" in out


@pytest.mark.parametrize("processes", [2, 8])
def test_updates_that_run_at_once_give_what_one_after_the_other_gives(tmp_path: Path, processes: int) -> None:
    one, many = Workshop.demo(tmp_path / "one"), Workshop.demo(tmp_path / "many")
    for workshop in (one, many):
        workshop.edit("content/demo/introduction.md", "What readers see", "What all readers see")
    for _ in range(2):
        assert one.run("update").exit_code == 0
    running = [update_in(many.root) for _ in range(processes)]
    ended = [(*started.communicate(timeout=300), started.returncode) for started in running]
    assert [(errors.replace(WAITING, ""), code) for _, errors, code in ended] == [("", 0)] * processes
    assert tree(many.root / "locales") == tree(one.root / "locales")
    assert sum("files written" in line for out, _, _ in ended for line in out.splitlines() if "demo fr" in line) == 1


WAITING = "another command is writing this project's locale files; waiting for it\n"


def test_waiting_is_told_after_a_second(tmp_path: Path) -> None:
    with process(HOLDER, tmp_path) as holder:
        assert line_of(holder) == "held"
        begun = time.monotonic()
        with process(WAITER, tmp_path) as waiter:
            assert line_of(waiter) == "waiting"
            assert time.monotonic() - begun > 1
