"""What ``dossier draft`` shows: a line that moves on a terminal, nothing of it in a pipe."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli.main import main
from dossier.cli.watching import _duration, _line
from dossier.pipeline.drafting_progress import Meter, Pace
from drafting_bench import ENGINE, Machine, put_in
from workshop import Workshop


def test_the_pace_is_told_in_words() -> None:
    now = iter([0.0, 1.0, 2.0, 2.0])
    seen: list[Pace] = []
    meter = Meter("demo fr", seen.append, clock=lambda: next(now))
    meter.begin(["one two three four five six", "one two"])
    assert seen[-1].seconds_left is None
    meter.done("one two three four five six")
    # Half of the sentences, three quarters of the work.
    assert (seen[-1].done, seen[-1].total, seen[-1].words_per_second) == (1, 2, 6)
    assert seen[-1].seconds_left == pytest.approx(1 / 3)
    meter.done("one two")
    meter.end()
    assert (meter.words, meter.seconds, seen[-1].seconds_left, seen[-1].is_over) == (8, 2.0, 0, True)


def test_the_line_of_progress() -> None:
    assert _line(Pace("demo fr", 0, 2_000, 0, 30_000, 0.0)) == "demo fr: 0 of 2,000 sentences, 0 words/s"
    assert _line(Pace("demo fr", 1_500, 2_000, 20_000, 30_000, 25.0)) == (
        "demo fr: 1,500 of 2,000 sentences, 800 words/s, 0:12 left"
    )
    assert [_duration(seconds) for seconds in (0.4, 61, 3_700)] == ["0:00", "1:01", "1:01:40"]


_ON_A_TERMINAL = """
import sys, time
import pytest
sys.path.insert(0, sys.argv[1])
from drafting_bench import ENGINE, Machine, put_in
put_in(pytest.MonkeyPatch(), Machine(meanwhile=lambda sentence: time.sleep(0.02)))
from dossier.cli.main import main
main(["-C", sys.argv[2], "draft", "--engine", ENGINE, "--lang", "fr"])
"""


def test_a_terminal_sees_progress_and_then_the_summary(tmp_path: Path) -> None:
    workshop = Workshop.demo(tmp_path / "demo")
    _without_locales(workshop)
    tests = str(Path(__file__).parents[1])
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", _ON_A_TERMINAL, tests, str(workshop.root)]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, env=environment) as process:
        os.close(theirs)
        shown = _read(ours)
        out = process.stdout.read().decode() if process.stdout else ""
    assert process.returncode == 0, shown
    assert "sentences, " in shown
    assert re.search(r"words/s, \d+:\d\d left", shown)
    assert [line.partition(":")[0] for line in out.splitlines()[:-1]] == ["demo fr"]
    # A finding does not stand behind the line that moved.
    assert "sentences" not in re.split(r"\r|\x1b\[2K", shown[: shown.index("locales/fr")])[-1]


def test_a_pipe_sees_the_summary_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_in(monkeypatch, Machine())
    workshop = Workshop.demo(tmp_path / "demo")
    _without_locales(workshop)
    run = workshop.run("draft", "--engine", ENGINE)
    assert (run.exit_code, "sentences" in run.errors) == (0, False)
    assert [line.partition(":")[0] for line in run.output.splitlines()[:-1]] == ["demo fr", "demo fa"]


def test_help_says_where_the_key_comes_from() -> None:
    shown = " ".join(CliRunner().invoke(main, ["draft", "--help"]).output.split())
    assert "its key in DOSSIER_SERVER_KEY" in shown
    assert "--key" not in shown


def _without_locales(workshop: Workshop) -> None:
    for path in (workshop.root / "locales").rglob("*.po"):
        path.unlink()


def _read(terminal: int) -> str:
    shown = b""
    while True:
        try:
            data = os.read(terminal, 4_096)
        except OSError:  # what Linux says where the other end is closed
            return shown.decode(errors="replace")
        if not data:
            return shown.decode(errors="replace")
        shown += data
