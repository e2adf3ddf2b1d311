"""Files named on the command line: read whole, or refused before they fill the memory."""

import os
import threading
from pathlib import Path

import pytest

from dossier.pipeline.given_files import TooLargeError, read_within


def test_a_file_has_its_bytes_up_to_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"12345")
    assert read_within(path, 5) == b"12345"
    with pytest.raises(TooLargeError) as refusal:
        read_within(path, 4)
    assert refusal.value.size == 5


@pytest.mark.parametrize("most", [4, 5])
def test_a_pipe_is_read_to_the_limit(tmp_path: Path, most: int) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=[b"12345"])
    writer.start()
    try:
        assert read_within(path, most) == b"12345"
    except TooLargeError:
        assert most == 4
    else:
        assert most == 5
    writer.join()


def test_what_has_no_end_is_no_file(tmp_path: Path) -> None:
    for path in (Path("/dev/zero"), tmp_path):
        with pytest.raises(OSError, match="no file"):
            read_within(path, 2**30)
