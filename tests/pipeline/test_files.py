"""Only what lies inside the project is read."""

from pathlib import Path

import pytest

from dossier.pipeline.files import DiskFiles


@pytest.fixture
def files(tmp_path: Path) -> DiskFiles:
    root = tmp_path / "project"
    (root / "content").mkdir(parents=True)
    (root / "content" / "in.md").write_bytes(b"inside")
    (tmp_path / "secret").write_bytes(b"outside")
    (root / "content" / "link.md").symlink_to(tmp_path / "secret")
    (root / "content" / "folder").symlink_to(tmp_path)
    return DiskFiles(root)


def test_inside(files: DiskFiles) -> None:
    assert files.read("content/in.md") == b"inside"
    assert files.exists("content/in.md")
    assert not files.exists("content")


@pytest.mark.parametrize("path", ["../secret", "content/../../secret", "content/link.md", "content/folder/secret", "/etc/passwd"])
def test_outside(files: DiskFiles, path: str) -> None:
    assert not files.exists(path)
    with pytest.raises(PermissionError, match="outside the project"):
        files.read(path)


def test_a_pattern_finds_no_way_out(files: DiskFiles) -> None:
    assert files.glob("content/**/*") == ["content/in.md"]
