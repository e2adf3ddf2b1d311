"""What tests need of the machine itself: a user without privileges, and a disk that is full."""

import multiprocessing
import os
import stat
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from judges import not_judged

T = TypeVar("T")
_NOBODY = 65534


def as_unprivileged(function: Callable[[], T]) -> T:
    """What ``function`` returns, or raises, for a user to whom file modes apply. (Root may write to everything.)"""
    if os.geteuid() != 0:
        return function()
    if not all(folder.stat().st_mode & stat.S_IXOTH for folder in Path(__file__).parents):
        reason = "NOT TESTED: the repository lies where no other user may look (in root's home?), so none can be asked"
        not_judged(reason, required_by="REQUIRE_JUDGES")
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)

    def run() -> None:
        os.setgroups([])
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)
        try:
            sender.send((True, function()))
        except BaseException as error:
            sender.send((False, error))

    process = context.Process(target=run)
    process.start()
    good, result = receiver.recv()
    process.join()
    if good:
        return result
    raise result


@contextmanager
def open_folder() -> Iterator[Path]:
    """A temporary folder that every user can enter (pytest's own are private)."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@contextmanager
def small_disk(size: str) -> Iterator[Path]:
    """A folder on a disk of ``size`` (as mount's option takes it), a tmpfs of its own."""
    with tempfile.TemporaryDirectory() as name:
        command = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=755", "tmpfs", name]
        mounted = subprocess.run(command, capture_output=True, text=True, check=False)
        if mounted.returncode != 0:
            reason = f"NOT TESTED: no small disk can be mounted here ({mounted.stderr.strip()}); run as root"
            not_judged(reason, required_by="REQUIRE_JUDGES")
        try:
            yield Path(name)
        finally:
            subprocess.run(["umount", name], check=True)


def fill(disk: Path, leaving: int) -> None:
    """Fill ``disk`` so that ``leaving`` bytes stay free."""
    found = os.statvfs(disk)
    (disk / "filler").write_bytes(b"x" * (found.f_bavail * found.f_frsize - leaving))


def make_read_only(folder: Path) -> None:
    """Take the right to write away from everybody, for ``folder`` and all in it."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder``."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
