"""Snapshots found by digest, wherever they lie below the folder, and nothing outside it."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from dossier.model.diagnostics import DossierError
from dossier.pipeline import snapshots
from dossier.pipeline.snapshots import Snapshots
from machine import as_unprivileged, open_folder


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def written(path: Path, data: bytes) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return digest(data)


def test_a_snapshot_is_found_by_its_digest_whatever_it_is_called(tmp_path: Path) -> None:
    one, two = written(tmp_path / "x", b"one"), written(tmp_path / "a/b/.c/letter.pdf", b"two")
    found = Snapshots(tmp_path)
    assert (found.find(two), found.find(one), found.find(two)) == (b"two", b"one", b"two")
    assert found.find(digest(b"three")) is None
    assert found.unread == []


def test_files_are_hashed_once_and_only_when_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[str] = []
    hash_of = snapshots.file_digest
    monkeypatch.setattr(snapshots, "file_digest", lambda file, name: (hashed.append(name), hash_of(file, name))[1])
    names = [written(tmp_path / name, name.encode()) for name in "abc"]
    found = Snapshots(tmp_path)
    assert hashed == []
    assert found.find(names[0]) == b"a"
    assert len(hashed) == 1
    for wanted in (*names, digest(b"no"), *names, digest(b"no")):
        found.find(wanted)
    assert len(hashed) == 3


def test_links_are_not_followed(tmp_path: Path) -> None:
    outside = written(tmp_path / "outside/secret", b"secret")
    folder = tmp_path / "snapshots"
    folder.mkdir()
    (folder / "link").symlink_to(tmp_path / "outside/secret")
    (folder / "folder").symlink_to(tmp_path / "outside")
    (folder / "nowhere").symlink_to(tmp_path / "nowhere")
    (folder / "circle").symlink_to(folder / "circle")
    found = Snapshots(folder)
    assert found.find(outside) is None
    assert found.unread == []


def test_a_link_that_takes_the_place_of_a_file_is_not_followed(tmp_path: Path) -> None:
    secret = written(tmp_path / "secret", b"same")
    folder = tmp_path / "snapshots"
    written(folder / "a", b"same")
    found = Snapshots(folder)
    assert found.find(secret) == b"same"
    (folder / "a").unlink()
    (folder / "a").symlink_to(tmp_path / "secret")
    assert found.find(secret) is None


def test_a_file_that_changed_since_it_was_hashed_is_not_the_snapshot(tmp_path: Path) -> None:
    wanted = written(tmp_path / "a", b"one")
    found = Snapshots(tmp_path)
    assert found.find(wanted) == b"one"
    (tmp_path / "a").write_bytes(b"two")
    assert found.find(wanted) is None


def test_what_is_no_file_does_not_stop_the_search(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a-pipe")
    wanted = written(tmp_path / "b", b"one")
    assert Snapshots(tmp_path).find(wanted) == b"one"


def test_very_large_files_are_named_and_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshots, "LARGEST", 3)
    large, small = written(tmp_path / "large", b"four"), written(tmp_path / "small", b"one")
    found = Snapshots(tmp_path)
    assert (found.find(small), found.find(large)) == (b"one", None)
    assert found.unread == ["large"]


def test_what_may_not_be_read_is_named() -> None:
    def search() -> tuple[bytes | None, list[str]]:
        found = Snapshots(folder)
        found.find("0" * 64)
        return found.find(wanted), sorted(found.unread)

    with open_folder() as folder:
        written(folder / "closed", b"closed")
        written(folder / "shut/a", b"shut")
        wanted = written(folder / "z", b"open")
        (folder / "closed").chmod(0)
        (folder / "shut").chmod(0)
        assert as_unprivileged(search) == (b"open", ["closed", "shut"])


@pytest.mark.parametrize("name", ["nowhere", "file"])
def test_a_folder_that_is_none_is_told(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(DossierError) as caught:
        Snapshots(tmp_path / name).find(digest(b"x"))
    (found,) = caught.value.diagnostics
    assert found.code.id == "S006"
    assert "cannot be read" in found.message
    assert "--snapshots" in found.mend
