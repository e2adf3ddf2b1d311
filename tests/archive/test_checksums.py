"""SHA256SUMS: coreutils are the judge."""

import hashlib
import subprocess
from pathlib import Path

import pytest

from dossier.archive.checksums import checksum_lines
from judges import require

NAMES = ["b/one.pdf", "a/zwei ö.epub", "a/back\\slash", "a/line\nend", "a/carriage\rreturn", "  spaces "]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    digests = {}
    for number, name in enumerate(NAMES):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(bytes([number]))
        digests[name] = hashlib.sha256(bytes([number])).hexdigest()
    (tmp_path / "SHA256SUMS").write_bytes(checksum_lines(digests))
    return tmp_path


def check(folder: Path) -> subprocess.CompletedProcess[bytes]:
    command = [require("sha256sum"), "--check", "--strict", "SHA256SUMS"]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False)


def test_coreutils_find_every_file(folder: Path) -> None:
    done = check(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count(b": OK") == len(NAMES)


def test_coreutils_find_a_changed_file(folder: Path) -> None:
    (folder / NAMES[0]).write_bytes(b"changed")
    assert check(folder).returncode == 1


def test_lines_are_sorted_by_bytes() -> None:
    lines = checksum_lines({"b": "0" * 64, "é": "1" * 64, "B": "2" * 64}).decode().splitlines()
    assert [line[66:] for line in lines] == ["B", "b", "é"]
