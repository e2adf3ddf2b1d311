"""Writing is atomic: the old file or the new one, whole, and never something else."""

import os
from pathlib import Path

import pytest

from dossier.model.bundle import Artifact
from dossier.model.diagnostics import DossierError
from dossier.pipeline import writing
from dossier.pipeline.writing import write_all
from machine import as_unprivileged, open_folder, small_disk, tree


def test_files_and_folders_are_made(tmp_path: Path) -> None:
    written = write_all(tmp_path, [Artifact("a/b/c.txt", b"c"), Artifact("d.txt", b"d")])
    assert written == ("a/b/c.txt", "d.txt")
    assert tree(tmp_path) == {"a/b/c.txt": b"c", "d.txt": b"d"}


def test_equal_bytes_are_not_written_again(tmp_path: Path) -> None:
    write_all(tmp_path, [Artifact("a", b"same")])
    os.utime(tmp_path / "a", (1, 1))
    assert write_all(tmp_path, [Artifact("a", b"same")]) == ()
    assert (tmp_path / "a").stat().st_mtime == 1


def test_modes_are_kept_and_new_files_follow_the_umask(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"x")
    (tmp_path / "old").chmod(0o640)
    previous = os.umask(0o022)
    try:
        write_all(tmp_path, [Artifact("old", b"y"), Artifact("new", b"z")])
    finally:
        os.umask(previous)
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in ("old", "new")] == [0o640, 0o644]


def test_a_full_disk_leaves_everything_as_it_was() -> None:
    with small_disk("64k") as disk:
        write_all(disk, [Artifact("a", b"old"), Artifact("b", b"old")])
        with pytest.raises(DossierError, match=r"^b: error S003: no space left"):
            write_all(disk, [Artifact("a", b"new"), Artifact("b", b"x" * 200_000)])
        assert tree(disk) == {"a": b"old", "b": b"old"}


def test_a_read_only_folder_leaves_everything_as_it_was() -> None:
    with open_folder() as folder:
        (folder / "a").write_bytes(b"old")
        (folder / "a").chmod(0o644)
        folder.chmod(0o555)
        with pytest.raises(DossierError, match=r"^a: error S002: “a” cannot be written"):
            as_unprivileged(lambda: write_all(folder, [Artifact("a", b"new")]))
        assert tree(folder) == {"a": b"old"}
        folder.chmod(0o755)


def test_an_interruption_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_all(tmp_path, [Artifact("a", b"old")])

    def interrupted(descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(writing.os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_all(tmp_path, [Artifact("a", b"new")])
    assert tree(tmp_path) == {"a": b"old"}


def test_what_is_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a file, not a folder")
    with pytest.raises(DossierError, match=r"^a/b: error S006: “a/b” cannot be written: Not a directory"):
        write_all(tmp_path, [Artifact("a/b", b"x")])
