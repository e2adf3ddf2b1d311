"""Atomic writing: at every moment each file is the old one or the new one, whole.

POSIX rename(2) replaces a file in one step; fsync(2) before it makes sure that the new bytes are there when it does.
"""

import errno
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dossier.model.bundle import Artifact
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.place import Place

_FULL = (errno.ENOSPC, errno.EDQUOT)
_IN_THE_WAY = (errno.EISDIR, errno.ENOTDIR, errno.EEXIST, errno.ENOTEMPTY, errno.ELOOP)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


def write_all(root: Path, artifacts: Iterable[Artifact]) -> tuple[str, ...]:
    """Write files so that all of them are complete before the first replaces an old one.

    Parameters
    ----------
    root:
        The project's folder.
    artifacts:
        The files; folders are made as needed.

    Returns
    -------
    The paths whose bytes changed. A file that already has the bytes is not touched, and keeps its time.

    Raises
    ------
    DossierError
        S003 where the disk is full, S002 where the folder cannot be written, S006 for any other refusal. Nothing was
        replaced then, and nothing is left behind.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        for artifact in artifacts:
            target = root / artifact.path
            with _explained(artifact.path):
                if not _has_bytes(target, artifact.data):
                    staged.append((_stage(target, artifact.data), target))
        for temporary, target in staged:
            with _explained(target.relative_to(root).as_posix()):
                temporary.replace(target)
    finally:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)
    return tuple(target.relative_to(root).as_posix() for _, target in staged)


def _has_bytes(target: Path, data: bytes) -> bool:
    try:
        return target.stat().st_size == len(data) and target.read_bytes() == data
    except FileNotFoundError:
        return False


def _stage(target: Path, data: bytes) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".new", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(target))
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _mode(target: Path) -> int:
    """The mode of the file that is replaced, or what the user's umask gives a new one (mkstemp gives 0600)."""
    try:
        return target.stat().st_mode & 0o777
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask


@contextmanager
def _explained(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise DossierError(explain_os_error(error, path)) from error


def explain_os_error(error: OSError, path: str) -> Diagnostic:
    """What an error of the operating system means for a user: S003, S002 or S006."""
    place = Place(path)
    if error.errno in _FULL:
        return Diagnostic(CODES["S003"], "no space left for the new file", place)
    if error.errno in _FORBIDDEN:
        return Diagnostic(CODES["S002"], f"“{path}” cannot be written", place)
    mend = "rename or remove what is in the way, or the link that leads there" if error.errno in _IN_THE_WAY else ""
    return Diagnostic(CODES["S006"], f"“{path}” cannot be written: {error.strerror or error}", place, mend=mend)
