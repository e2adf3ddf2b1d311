"""Atomic writing: at every moment each file is the old one or the new one, whole.

POSIX rename(2) replaces a file in one step; fsync(2) before it makes sure that the new bytes are there when it does. Files that
people edit are guarded as well: they are replaced only while they are what was read (see :mod:`dossier.pipeline.replacing`).
"""

import errno
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from dossier.model.bundle import Artifact
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.place import Place
from dossier.pipeline.leftovers import discard, ready_to_swap, stage, sweep
from dossier.pipeline.replacing import create, remove_unchanged, replace_unchanged

_FULL = (errno.ENOSPC, errno.EDQUOT)
_IN_THE_WAY = (errno.EISDIR, errno.ENOTDIR, errno.EEXIST, errno.ENOTEMPTY, errno.ELOOP)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


def write_all(root: Path, artifacts: Iterable[Artifact], *, read: Mapping[str, bytes | None] | None = None) -> tuple[str, ...]:
    """Write files so that all of them are complete before the first replaces an old one.

    Parameters
    ----------
    root:
        The project's folder.
    artifacts:
        The files; folders are made as needed.
    read:
        For files that others may be editing: the bytes that were read, by path, or ``None`` for one that must not be there yet.
        Nothing is written unless all of them still are so; those among ``artifacts`` are replaced only if they are at that very
        moment. One that is a symbolic link inside the project stays one, and the file it leads to is replaced.

        Whoever gives ``read``, though it be empty, holds :func:`dossier.pipeline.locking.exclusive`: what killed processes
        left in the folders of ``artifacts`` is deleted.

    Returns
    -------
    The paths whose bytes changed. A file that already has the bytes is not touched, and keeps its time.

    Raises
    ------
    DossierError
        S003 where the disk is full, S002 where the folder cannot be written, S006 for any other refusal, S009 where a file is no
        longer as it was read. Nothing was replaced then, and nothing is left behind. S010 where a killed process left what
        somebody saved.
    """
    changes = _planned(root, artifacts, read or {})
    if read is not None:
        _refuse_kept(root, sweep(change.target.parent for change in changes))
    changes = [change for change in changes if _is_due(change)]
    try:
        for change in changes:
            with _explained(change.path):
                change.stage()
        _refuse_changed(root, read or {})
        for change in changes:
            with _explained(change.path):
                change.commit()
    except BaseException:
        for change in reversed(changes):
            change.undo()
        raise
    finally:
        for change in changes:
            change.clean()
    return tuple(change.path for change in changes)


@dataclass(slots=True)
class _Change:
    """One file on its way. ``target`` is where its bytes lie, ``staged`` stands beside it until it is gone."""

    path: str
    target: Path
    data: bytes
    staged: Path | None = None

    def is_due(self) -> bool:
        """Whether there is anything to write."""
        try:
            return self.target.stat().st_size != len(self.data) or self.target.read_bytes() != self.data
        except FileNotFoundError:
            return True

    def stage(self) -> None:
        self.staged = stage(self.target, self.data, _status(self.target))

    def commit(self) -> None:
        assert self.staged is not None
        self.staged.replace(self.target)

    def undo(self) -> None:
        """Nobody else's file is lost where this one stays."""

    def clean(self) -> None:
        if self.staged is not None:
            with suppress(OSError):
                discard(self.staged)


@dataclass(slots=True)
class _Guarded(_Change):
    """A file that is replaced only while it has the bytes ``expected``; ``None``: while there is none."""

    expected: bytes | None = field(kw_only=True)

    def is_due(self) -> bool:
        return self.expected != self.data

    def stage(self) -> None:
        self.staged = stage(self.target, self.data, _status(self.target))
        self.staged = ready_to_swap(self.staged, self.expected or b"", self.data)

    def commit(self) -> None:
        assert self.staged is not None
        if self.expected is None:
            replaced = create(self.staged, self.target)
        else:
            replaced = replace_unchanged(self.staged, self.target, self.expected)
        if not replaced:
            raise DossierError(_changed(self.path, self.expected, _current(self.target)))

    def undo(self) -> None:
        """Where the file was replaced, put the old one back. The disk knows: an interruption may have come at any point."""
        if self.staged is None:
            return
        with suppress(OSError):  # the others are undone all the same
            standing_by = _current(self.staged)
            if standing_by is None:
                remove_unchanged(self.target, self.staged, self.data)
            elif standing_by == self.expected:
                replace_unchanged(self.staged, self.target, self.data)


def _is_due(change: _Change) -> bool:
    with _explained(change.path):
        return change.is_due()


def _planned(root: Path, artifacts: Iterable[Artifact], read: Mapping[str, bytes | None]) -> list[_Change]:
    """The changes, those first that can be undone."""
    guarded: list[_Change] = []
    others: list[_Change] = []
    paths: dict[Path, str] = {}
    for artifact in artifacts:
        if artifact.path not in read:
            others.append(_Change(artifact.path, root / artifact.path, artifact.data))
            continue
        with _explained(artifact.path):
            target = _behind_links(root, artifact.path)
        if target in paths:
            raise DossierError(_one_file(artifact.path, paths[target]))
        paths[target] = artifact.path
        guarded.append(_Guarded(artifact.path, target, artifact.data, expected=read[artifact.path]))
    return [*guarded, *others]


def _behind_links(root: Path, path: str) -> Path:
    """The file that ``path`` means: translators who put a link there want the file it leads to."""
    named = root / path
    if not named.is_symlink():
        return named
    try:
        real = named.resolve()
    except RuntimeError:  # Python 3.11 and 3.12 say so of a link that leads to itself
        real = named
    if real.is_symlink() or not real.is_relative_to(root.resolve()):
        raise FileExistsError(errno.EEXIST, "a link that leads out of the project, or nowhere, is in the way", str(named))
    return real


def _refuse_changed(root: Path, read: Mapping[str, bytes | None]) -> None:
    found = []
    for path, expected in read.items():
        with _explained(path):
            current = _current(root / path)
        if current != expected:
            found.append(_changed(path, expected, current))
    if found:
        raise DossierError(found)


def _refuse_kept(root: Path, kept: Sequence[tuple[Path, Path]]) -> None:
    if kept:
        raise DossierError([_kept(leftover.relative_to(root).as_posix(), target.name) for leftover, target in kept])


def _current(target: Path) -> bytes | None:
    try:
        return target.read_bytes()
    except FileNotFoundError:
        return None


def _status(target: Path) -> os.stat_result | None:
    try:
        return target.stat()
    except FileNotFoundError:
        return None


def _changed(path: str, expected: bytes | None, current: bytes | None) -> Diagnostic:
    what = "created" if expected is None else "deleted" if current is None else "changed"
    message = f"“{path}” was {what} by another programme while this one worked; it was left as it is"
    return Diagnostic(CODES["S009"], message, Place(path))


def _kept(leftover: str, name: str) -> Diagnostic:
    message = f"this file holds what somebody saved as “{name}” at the moment when a command was killed"
    mend = f"take over into {name} what is missing there, then delete this file"
    return Diagnostic(CODES["S010"], message, Place(leftover), mend=mend)


def _one_file(path: str, other: str) -> Diagnostic:
    message = f"“{path}” cannot be written: by a link it is the same file as “{other}”"
    return Diagnostic(CODES["S006"], message, Place(path), mend="put a file of its own in the place of the link")


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
