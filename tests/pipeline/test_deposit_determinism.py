"""A deposit is the same bag wherever and whenever it is made: every byte, mode and time of it.

Two processes of their own make it: on another day, in another folder, time zone and locale, with another order of hashing and
another umask.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bags import TOML, bag_in
from dossier.pipeline.deposit.payload import Wanted, payload_of
from machine import tree
from workshop import Workshop

OTHER_DAY = """
import time
_time, _local, _gm = time.time, time.localtime, time.gmtime
_shift = 400 * 86400 + 12345
time.time = lambda: _time() + _shift
time.localtime = lambda second=None: _local(_time() + _shift if second is None else second)
time.gmtime = lambda second=None: _gm(_time() + _shift if second is None else second)
"""
HERE = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C", "HOME": "/nonexistent"}
THERE = {"PYTHONHASHSEED": "4711", "TZ": "Asia/Tehran", "LC_ALL": "fr_FR.UTF-8", "LANG": "fa_IR.UTF-8"}
PART = "---\ntitle: Introduction\n---\n\nA text.[^1]\n\n![Shapes](images/example.svg)\n\n| a |\n|---|\n| ۱ |\n\n[^1]: A note.\n"
OUTPUTS = ("pdf", "print", "archive", "booklet", "epub", "html")


def made(workshop: Workshop, environment: dict[str, str], umask: int, *, path: Path | None = None) -> Path:
    workshop.write("content/demo/introduction.md", PART)
    workshop.edit(TOML, 'outputs = ["pdf", "epub", "html"]', f"outputs = {list(OUTPUTS)}".replace("'", '"'))
    search = os.pathsep.join(filter(None, (str(path or ""), os.environ.get("PYTHONPATH", ""))))
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-m", "dossier", "deposit", "--lang", "fa"],
        cwd=workshop.root,
        env={**kept, **environment, "PYTHONPATH": search},
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return workshop.root / "build/deposits/demo-0.1-fa"


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("deposits")
    (folder / "day").mkdir()
    (folder / "day/sitecustomize.py").write_text(OTHER_DAY, encoding="utf-8")
    first = made(Workshop.demo(folder / "a"), HERE, 0o022)
    second = made(Workshop.demo(folder / "another folder" / "β"), THERE, 0o077, path=folder / "day")
    return first, second


def test_every_file_is_the_same(pair: tuple[Path, Path]) -> None:
    one, other = map(tree, pair)
    assert {
        f"data/editions/fa/demo.{suffix}" for suffix in ("pdf", "print.pdf", "archive.pdf", "booklet.pdf", "epub", "html")
    } < set(one)
    assert [path for path in sorted({*one, *other}) if one.get(path) != other.get(path)] == []


def test_modes_and_times_are_the_same(pair: tuple[Path, Path]) -> None:
    def dressed(bag: Path) -> dict[str, tuple[int, int]]:
        found = (bag, *bag.rglob("*"))
        return {path.relative_to(bag).as_posix(): (path.stat().st_mode, path.stat().st_mtime_ns) for path in found}

    one, other = map(dressed, pair)
    assert one == other
    assert {time for _, time in one.values()} == {1767225600 * 10**9}
    assert {mode & 0o7777 for mode, _ in one.values()} == {0o644, 0o755}


def test_another_date_gives_another_bag(tmp_path: Path) -> None:
    """The negative control: what is dated is in the bag, and what is not stays the same."""
    bag = bag_in(tmp_path)
    files = tree(bag / "data/project")
    made = payload_of(files, Wanted("demo", ("fr",), 86400))
    assert dict(made.info)["Bagging-Date"] == "1970-01-02"
    differ = {path for path, data in tree(bag / "data").items() if made.files[path] != data}
    assert {"provenance/fr.json", "README.txt"} <= differ
    assert not [path for path in differ if path.startswith(("project/", "licences/"))]
