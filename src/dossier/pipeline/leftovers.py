"""Files that stand beside their targets while these are written, and what a process that was killed left of them.

``.<name>.dossier-<random>.new`` holds bytes of ours, whole or not. ``.<name>.dossier-<random>-<old>-<new>.old`` is a file that is
changing places with its target. Its name tells the digests of the one that was read and of ours, so that whoever finds it knows
whether there is anything else in it: what somebody saved at that very moment.
"""

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from dossier.pipeline.replacing import replace_unchanged

_RANDOM = r"dossier-[0-9a-z_]{8}"
_STAGED = re.compile(rf"\.(?P<name>.+)\.{_RANDOM}\.new")
_SWAPPED = re.compile(rf"\.(?P<name>.+)\.{_RANDOM}-(?P<old>[0-9a-f]{{16}})-(?P<new>[0-9a-f]{{16}})\.old(?:\.old)?")


def stage(target: Path, data: bytes, like: os.stat_result | None) -> Path:
    """A new file with ``data`` beside ``target``, whose folder is made as needed; it is on the disk when this returns.

    Parameters
    ----------
    target, data:
        What the file will be.
    like:
        The file whose mode, owner and group it takes as far as the system allows; ``None`` for one that follows the umask.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.dossier-", suffix=".new", dir=target.parent)
    staged = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _dress(staged, like)
    except BaseException:
        staged.unlink(missing_ok=True)
        raise
    return staged


def ready_to_swap(staged: Path, old: bytes, new: bytes) -> Path:
    """Give ``staged`` the name under which it may change places with a file that has the bytes ``old``."""
    name = f"{staged.name.removesuffix('.new')}-{_digest(old)}-{_digest(new)}.old"
    return staged.rename(staged.with_name(name))


def discard(leftover: Path) -> bool:
    """Delete ``leftover`` if it has nothing in it but bytes that were read, or that are ours.

    Returns
    -------
    Whether it is gone.
    """
    swapped = _SWAPPED.fullmatch(leftover.name)
    try:
        if swapped and _digest(leftover.read_bytes()) not in (swapped["old"], swapped["new"]):
            return False
    except FileNotFoundError:
        return True
    leftover.unlink(missing_ok=True)
    return True


def sweep(folders: Iterable[Path]) -> tuple[tuple[Path, Path], ...]:
    """Delete what killed processes left in ``folders``. No other process may be writing there.

    A file that somebody saved at the very moment is put back where they saved it.

    Returns
    -------
    Files that hold what somebody saved and cannot be put back, because their targets have changed since; each with its target.
    """
    return tuple(kept for folder in sorted(set(folders)) for kept in _kept_in(folder))


def sweep_beside(targets: Iterable[Path]) -> None:
    """Delete what killed processes left of just these files on their way. No other process may be writing them.

    Others may be writing other files into the same folders: those are left alone.
    """
    wanted = set(targets)
    for leftover in (path for folder in sorted({target.parent for target in wanted}) for path in _ours(folder)):
        staged = _STAGED.fullmatch(leftover.name)
        if staged is not None and leftover.with_name(staged["name"]) in wanted:
            leftover.unlink(missing_ok=True)


def _kept_in(folder: Path) -> Iterator[tuple[Path, Path]]:
    for leftover in _ours(folder):
        swapped = _SWAPPED.fullmatch(leftover.name)
        if discard(leftover) or swapped is None:
            continue
        target = folder / swapped["name"]
        if not (_is_still(target, swapped["new"]) and _put_back(leftover, target)):
            yield leftover, target


def _ours(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as found:
            names = [entry.name for entry in found if entry.name[0] == "." and entry.is_file(follow_symlinks=False)]
    except (FileNotFoundError, NotADirectoryError):
        return []
    return [folder / name for name in sorted(names) if _STAGED.fullmatch(name) or _SWAPPED.fullmatch(name)]


def _is_still(target: Path, digest: str) -> bool:
    try:
        return _digest(target.read_bytes()) == digest
    except OSError:
        return False


def _put_back(leftover: Path, target: Path) -> bool:
    return replace_unchanged(leftover, target, target.read_bytes()) and discard(leftover)


def _dress(staged: Path, like: os.stat_result | None) -> None:
    if like is None:
        umask = os.umask(0)  # the only way to read it
        os.umask(umask)
        staged.chmod(0o666 & ~umask)  # mkstemp gives 0600
        return
    for owner in (like.st_uid, -1):  # only root gives files away; a group of one's own may be given by everybody
        with suppress(OSError):
            os.chown(staged, owner, like.st_gid)
            break
    staged.chmod(like.st_mode & 0o777)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]
