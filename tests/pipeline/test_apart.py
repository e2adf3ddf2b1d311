"""A process for the files of strangers: one for many, another where one was ended, and none that is left behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import apart_work
import pytest

from dossier.pipeline import preflight
from dossier.pipeline.apart import Apart, NotDoneError
from dossier.pipeline.preflight import check_files
from killed import is_ended

_COMMAND = """
import sys
import apart_work
from dossier.pipeline.apart import Apart
if __name__ == "__main__":
    with Apart(600) as process:
        process.do(apart_work.says_who_it_is_and_sleeps, sys.argv[1])
"""


def test_one_process_does_one_piece_of_work_after_the_other_and_a_dead_one_is_replaced() -> None:
    with Apart(60, 2**30) as process:
        first = process.do(os.getpid)
        assert first != os.getpid()
        with pytest.raises(ZeroDivisionError):
            process.do(divmod, 1, 0)
        assert process.do(os.getpid) == first
        with pytest.raises(NotDoneError, match="SIGABRT"):
            process.do(apart_work.crashes)
        second = process.do(os.getpid)
        assert second != first
        with pytest.raises(NotDoneError, match="more than 1 GiB of memory"):
            process.do(apart_work.fills_the_memory)
        third = process.do(os.getpid)
    assert all(map(is_ended, (first, second, third)))


def test_what_cannot_be_sent_is_told_in_words(capfd: pytest.CaptureFixture[str]) -> None:
    with Apart(60) as process, pytest.raises(NotDoneError, match="HereError: as it was said"):
        process.do(apart_work.raises_what_does_not_travel)
    assert capfd.readouterr().err == ""


def test_nothing_goes_on_when_the_command_is_killed(tmp_path: Path) -> None:
    script, told = tmp_path / "command.py", tmp_path / "who"
    script.write_text(_COMMAND, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen([sys.executable, str(script), str(told)], env=environment) as command:
        latest = time.monotonic() + 60
        while not (told.exists() and told.read_text(encoding="ascii")) and time.monotonic() < latest:
            time.sleep(0.02)
        command.send_signal(signal.SIGKILL)
    assert is_ended(int(told.read_text(encoding="ascii"))) or sys.platform != "linux", "it would sleep for 600 seconds"


def test_a_file_that_ends_its_reader_does_not_end_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "_examined", apart_work.crashes_on_some)
    paths = [tmp_path / f"{number}.pdf" for number in range(3)]
    for path, data in zip(paths, (b"fine", b"crash", b"fine"), strict=True):
        path.write_bytes(data)
    reports = [report for _, report in check_files(tmp_path, tuple(paths), None)]
    assert [report.claims for report in reports] == ["checked", "", "checked"]
    (found,) = reports[1].diagnostics
    assert (found.code.id, str(found.place), dict(found.details)) == (
        "X005",
        "1.pdf",
        {"reason": "its process was ended (SIGABRT)"},
    )
    assert "qpdf" in found.advice
    assert "--timeout" not in found.advice, "time would not help"
