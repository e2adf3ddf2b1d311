"""Bags as values: what bagit-python and coreutils say of them, and what is refused."""

import subprocess
from pathlib import Path

import bagit
import pytest

from dossier.archive.bag import DECLARATION, bag_files, is_portable, read_info, read_manifest
from judges import require

PAYLOAD = {"README.txt": b"one\n", "editions/fa/پرونده (1).txt": "دو\n".encode(), "b/c.bin": bytes(range(256)), "empty": b""}
INFO = (("External-Description", "A title\nover lines"), ("Bagging-Date", "2026-01-01"), ("External-Identifier", "urn:x:1"))
SHA = "0" * 64


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    for path, data in bag_files(PAYLOAD, INFO).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    return tmp_path


def test_the_library_of_congress_takes_it(bag: Path) -> None:
    read = bagit.Bag(str(bag))
    assert read.validate()
    assert read.version_info == (1, 0)
    assert read.info["Payload-Oxum"] == f"{sum(map(len, PAYLOAD.values()))}.{len(PAYLOAD)}"
    assert read.info["External-Description"] == "A title over lines"
    assert set(read.payload_files()) == {f"data/{path}" for path in PAYLOAD}


@pytest.mark.parametrize("algorithm", ["sha256", "sha512"])
@pytest.mark.parametrize("kind", ["manifest", "tagmanifest"])
def test_coreutils_take_it_and_see_a_changed_file(bag: Path, kind: str, algorithm: str) -> None:
    command = [require(f"{algorithm}sum"), "--strict", "--quiet", "-c", f"{kind}-{algorithm}.txt"]
    assert subprocess.run(command, cwd=bag, check=False).returncode == 0
    (bag / ("data/README.txt" if kind == "manifest" else "bag-info.txt")).write_bytes(b"two\n")
    assert subprocess.run(command, cwd=bag, check=False, capture_output=True).returncode == 1


def test_the_same_payload_in_another_order_gives_the_same_bytes() -> None:
    assert list(bag_files(PAYLOAD, INFO).items()) == list(bag_files(dict(reversed(PAYLOAD.items())), INFO).items())
    assert bag_files(PAYLOAD, INFO)["bagit.txt"] == DECLARATION


def test_what_is_written_is_read() -> None:
    files = bag_files(PAYLOAD, INFO)
    listed, faults = read_manifest(files["manifest-sha512.txt"], 128)
    assert faults == ()
    assert set(listed) == {f"data/{path}" for path in PAYLOAD}
    assert read_info(files["bag-info.txt"])[1] == ("Bagging-Date", "2026-01-01")


@pytest.mark.parametrize(
    "line",
    [
        f"{SHA} data/x",
        f"{SHA}  /etc/passwd",
        f"{SHA}  data/../../x",
        f"{SHA}  data//x",
        f"{SHA}  ~/x",
        f"{SHA}  data/x%0Ay",
        f"{SHA}  data\\x",
        f"{SHA} *data/x",
        f"{SHA[1:]}  data/x",
        f"{SHA.replace('0', 'A')}  data/x",
        "",
        f"{SHA}  ",
    ],
)
def test_lines_that_no_deposit_has_are_told_with_their_number(line: str) -> None:
    listed, faults = read_manifest(f"{SHA}  data/a\n{line}\n".encode(), 64)
    assert set(listed) == {"data/a"}
    assert [number for number, _ in faults] == [2]


def test_a_second_line_for_a_file_and_an_open_end_are_told() -> None:
    assert [number for number, _ in read_manifest(f"{SHA}  data/a\n{SHA}  data/a\n".encode(), 64)[1]] == [2]
    assert [number for number, _ in read_manifest(f"{SHA}  data/a".encode(), 64)[1]] == [1]
    assert read_manifest(b"\xff\n", 64) == ({}, ((1, "it is not UTF-8"),))


@pytest.mark.parametrize(
    "path", ["../x", "a/../x", "/x", "a//b", "a/", "", "a%b", "a\\b", "a:b", "a\nb", "~a", "a./b", "a ", " a", "a\u2028b"]
)
def test_names_that_do_not_travel(path: str) -> None:
    assert not is_portable(path)


@pytest.mark.parametrize("path", ["a", "a/b.c", "پرونده/عکس ۱.png", "a b (1)-x_y,z.é", ".hidden", "a..b"])
def test_names_that_travel(path: str) -> None:
    assert is_portable(path)
