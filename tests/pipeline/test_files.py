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


def test_a_pattern_finds_links_but_no_way_through_them(files: DiskFiles) -> None:
    assert files.glob("content/**/*") == ["content/in.md", "content/link.md"]


def test_what_a_system_hides_is_not_found(files: DiskFiles) -> None:
    (files.root / "content" / "._in.md").write_bytes(b"of a Macintosh")
    assert files.glob("content/*.md") == ["content/in.md", "content/link.md"]


def test_a_link_that_leads_to_itself(files: DiskFiles) -> None:
    (files.root / "loop.md").symlink_to(files.root / "loop.md")
    assert not files.exists("loop.md")
    with pytest.raises(OSError, match="Too many levels"):
        files.read("loop.md")
