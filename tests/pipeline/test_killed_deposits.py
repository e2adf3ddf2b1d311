"""Whenever the writing of a bag is killed, a whole bag stands under its name, and the next run leaves nothing beside it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from killed_deposits import NEW

from dossier.pipeline.deposit.abandoned import alone_in, sweep
from dossier.pipeline.deposit.writing import write_bag
from machine import tree

OLD = {"bagit.txt": b"old", "data/a/b.txt": b"old", "data/gone.txt": b"old"}
PROGRAMME = Path(__file__).with_name("killed_deposits.py")


def written(folder: Path, files: dict[str, bytes]) -> bool:
    return write_bag(folder / "bag", files, moment=86400, replace=True, shown="bag")


def hidden(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "bag")


def killed(folder: Path, name: str, count: int, *, before: bool, steps: bool) -> None:
    command = [sys.executable, str(PROGRAMME), str(folder), name, str(count), str(int(before)), str(int(steps))]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    assert subprocess.run(command, env=environment, check=False).returncode == -signal.SIGKILL


MOMENTS: tuple[tuple[str, int, bool, bool, dict[str, bytes] | None], ...] = (
    ("mkdir", 2, False, False, OLD),  # a folder of its own, and nothing in it
    ("chmod", 2, True, False, OLD),  # all files are there, some with the modes of this machine
    ("exchange", 1, True, False, OLD),
    ("exchange", 1, False, False, NEW),
    ("unlink", 2, False, False, NEW),  # the old bag is half deleted
    ("rename", 1, True, True, OLD),
    ("rename", 1, False, True, None),  # it lies beside: the next run puts it back
    ("rename", 2, False, True, NEW),
    ("rmdir", 1, False, True, NEW),
)
"""Which call, the how manieth, whether just before it, whether by steps; and the bag that stands there then."""


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: "-".join(map(str, moment[:4])))
def test_the_old_bag_or_the_new_one_and_the_next_run_sweeps(
    tmp_path: Path, moment: tuple[str, int, bool, bool, dict[str, bytes] | None]
) -> None:
    name, count, before, steps, expected = moment
    written(tmp_path, OLD)
    killed(tmp_path, name, count, before=before, steps=steps)
    (left,) = hidden(tmp_path)
    assert left.startswith(".bag.dossier-")
    assert (tree(tmp_path / "bag") if (tmp_path / "bag").exists() else None) == expected
    with alone_in(tmp_path) as alone:
        assert alone
        sweep(tmp_path)
    assert hidden(tmp_path) == []
    assert tree(tmp_path / "bag") == (expected or OLD)


def test_the_next_deposit_sweeps_too(tmp_path: Path) -> None:
    written(tmp_path, OLD)
    killed(tmp_path, "rename", 1, before=False, steps=True)
    assert not (tmp_path / "bag").exists()
    assert not written(tmp_path, OLD), "it was put back, and is the same"
    assert hidden(tmp_path) == []


def test_what_is_nobodys_leftover_stays(tmp_path: Path) -> None:
    written(tmp_path, OLD)
    for name, inside in ((".bag.dossier-abcdefgh", "mine"), (".other.dossier-short", "new"), ("x.dossier-abcdefgh", "new")):
        (tmp_path / name / inside).mkdir(parents=True)
    (tmp_path / ".away.dossier-abcdefgh").symlink_to(tmp_path / "bag")
    before = hidden(tmp_path)
    assert written(tmp_path, NEW)
    assert hidden(tmp_path) == before


def test_an_old_bag_is_kept_where_something_else_came_into_its_place(tmp_path: Path) -> None:
    (tmp_path / ".bag.dossier-abcdefgh/old").mkdir(parents=True)
    (tmp_path / ".bag.dossier-abcdefgh/old/bagit.txt").write_bytes(b"old")
    (tmp_path / "bag").write_bytes(b"somebody's file")
    sweep(tmp_path)
    assert hidden(tmp_path) == [".bag.dossier-abcdefgh"]
