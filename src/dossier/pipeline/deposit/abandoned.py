"""What processes that were killed left beside bags: folders ``.<bag>.dossier-<random>``, with a bag on its way in or out.

``new`` in them was never whole, or is a bag that has been replaced: it has changed places with the one that replaced it. ``old``
is a bag that was moved out of the way where the system cannot let two folders change places. If nothing has come into its place,
it goes back there.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

NEW, OLD = "new", "old"
_LEFT = re.compile(r"\.(?P<name>.+)\.dossier-[0-9a-z_]{8}")


@contextmanager
def alone_in(folder: Path) -> Iterator[bool]:
    """Let nobody else write bags into ``folder``; wait for who does.

    The lock is flock(2) on the folder itself: it leaves no file behind, and the kernel frees it however the process ends.

    Returns
    -------
    Whether it is so: some systems and network drives have no such lock.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        yield False
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        yield _is_locked(fcntl.flock, descriptor, fcntl.LOCK_EX)
    finally:
        os.close(descriptor)


def _is_locked(flock: Callable[[int, int], None], descriptor: int, how: int) -> bool:
    try:
        flock(descriptor, how)
    except OSError:
        return False
    return True


def sweep(folder: Path) -> None:
    """Put bags back that were on their way out of ``folder``, and delete what else was left. Only under :func:`alone_in`."""
    for left in sorted(folder.iterdir()):
        named = _LEFT.fullmatch(left.name)
        if named is not None and _is_ours(left) and _is_settled(left / OLD, folder / named["name"]):
            shutil.rmtree(left, ignore_errors=True)


def is_bag(folder: Path) -> bool:
    """Only a bag is ever taken away: a folder of somebody's that merely has the name is not."""
    return not folder.is_symlink() and (folder / "bagit.txt").is_file()


def _is_ours(left: Path) -> bool:
    return not left.is_symlink() and left.is_dir() and {path.name for path in left.iterdir()} <= {NEW, OLD}


def _is_settled(old: Path, target: Path) -> bool:
    """Whether nothing is lost without ``old``; it is put back where nothing stands in its place."""
    if not old.is_dir():
        return True
    if not os.path.lexists(target):
        old.rename(target)
        return True
    return is_bag(target)
