"""The folder of installed packages, which is argostranslate's as well: one step puts a package in it, one step takes it out.

argostranslate takes every folder there for a package and fails at one without ``metadata.json``. So what is being unpacked, or
on its way out, lies in one hidden folder whose own metadata say that it translates nothing. It is on the same file system, so
that rename(2) works; it is deleted at the end, or by the next command where this one was killed.

``new/``
    what is being unpacked;
``aside/<name>``
    a package whose place a new one of the same name takes, where two cannot change places in one step; put back where that has
    not come to pass;
``gone/<name>``
    a package on its way out.
"""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from dossier.model.bundle import Artifact
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.pipeline.replacing import exchange
from dossier.pipeline.syncing import sync_folder
from dossier.pipeline.writing import explain_os_error, write_all
from dossier.translation.engines.argos_packages import METADATA, Package

STAGING = ".dossier-staging"
LOCK = ".dossier.lock"
_PATIENCE = 1.0  # seconds after which a person wonders what the programme is doing


@dataclass(frozen=True, slots=True)
class Receipt:
    """From which file a package was installed. It stands beside the package, whose digest it holds: it is nobody else's.

    Parameters
    ----------
    archive_sha256, archive_size:
        Of the ``.argosmodel`` file.
    digest:
        Of the package (:attr:`~dossier.translation.engines.argos_packages.Package.digest`).
    """

    archive_sha256: str
    archive_size: int
    digest: str


@contextmanager
def exclusive(folder: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the right to change what lies in ``folder``, which is made where it is not there.

    Parameters
    ----------
    waiting:
        Called once, after a second, where another command has it.

    Raises
    ------
    DossierError
        S002, S003 or S006 where the folder cannot be written.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(folder / LOCK)
    with _explained(folder.name):
        folder.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire(timeout=_PATIENCE)
        except Timeout:
            waiting()
            lock.acquire(timeout=-1)
    try:
        yield
    finally:
        lock.release()


@contextmanager
def staging(folder: Path) -> Iterator[Path]:
    """A hidden folder in ``folder`` to unpack into; whoever asks holds :func:`exclusive`. What is left in it is deleted."""
    sweep(folder)
    made = folder / STAGING
    try:
        with _explained(folder.name):
            made.mkdir()
            (made / METADATA).write_text(json.dumps({"type": "staging"}), encoding="utf-8")
        yield made
    finally:
        sweep(folder)


def sweep(folder: Path) -> None:
    """Delete what killed commands left, and put back what they took out too early.

    Raises
    ------
    DossierError
        S002 or S006 where something cannot be put back: then it stays where it is.
    """
    left = folder / STAGING
    with _explained(STAGING):
        if left.is_symlink():
            left.unlink()  # not ours, and nothing behind it is
        _put_back(folder, left / "aside")
        for path in sorted(left.iterdir()) if left.is_dir() else ():
            if path.name != METADATA:
                shutil.rmtree(path, ignore_errors=True)
    with suppress(OSError):  # what cannot be deleted keeps its metadata, and harms nobody
        if {path.name for path in left.iterdir()} <= {METADATA}:
            (left / METADATA).unlink(missing_ok=True)
            left.rmdir()


def _put_back(folder: Path, aside: Path) -> None:
    for old in sorted(aside.iterdir()) if aside.is_dir() else ():
        if not os.path.lexists(folder / old.name):
            old.rename(folder / old.name)


def put(folder: Path, stage: Path, new: Path, name: str) -> None:
    """Make ``new``, which lies in the folder of :func:`staging`, the package ``name``."""
    target = folder / name
    with _explained(name):
        if not os.path.lexists(target):
            new.rename(target)
        else:
            _take_the_place(new, target, stage / "aside")
        sync_folder(folder)


def _take_the_place(new: Path, target: Path, aside: Path) -> None:
    """Let ``new`` stand where another package of its name stands, in one step where the system has one for that."""
    try:
        exchange(new, target)
    except OSError:
        aside.mkdir(exist_ok=True)
        target.rename(aside / target.name)
        new.rename(target)


def take_out(folder: Path, stage: Path, package: Package) -> None:
    """Take ``package`` out of ``folder`` in one step; it is deleted with the folder of :func:`staging`."""
    name = package.folder.name
    with _explained(name):
        (stage / "gone").mkdir(exist_ok=True)
        _receipt_file(folder, name).unlink(missing_ok=True)
        if package.folder.is_symlink():
            package.folder.unlink()  # what it leads to lies elsewhere, and is not ours
        else:
            package.folder.rename(stage / "gone" / name)
        sync_folder(folder)


def refuse_foreign(package: Package) -> None:
    """Raise M016 where a package, or anything in it, cannot be deleted by this user."""
    parent = package.folder.parent
    folders = [parent]
    if not package.folder.is_symlink():
        folders += [package.folder, *(path for path in package.folder.rglob("*") if path.is_dir() and not path.is_symlink())]
    if not all(os.access(path, os.W_OK | os.X_OK) for path in folders):
        message = f"the package “{package.folder.name}” may not be deleted by this user"
        raise DossierError(Diagnostic(CODES["M016"], message, mend=f"remove it as the user who installed it, below {parent}"))


def write_receipt(folder: Path, name: str, receipt: Receipt) -> None:
    """Record from which file the package ``name`` came."""
    values = {"package": name, "archive_sha256": receipt.archive_sha256, "archive_size": receipt.archive_size}
    data = json.dumps({**values, "digest": receipt.digest}, indent=1) + "\n"
    write_all(folder, [Artifact(_receipt_file(folder, name).name, data.encode())], read={})


def read_receipt(package: Package) -> Receipt | None:
    """The receipt of ``package``; ``None`` where there is none, or it is that of another one that lay here."""
    try:
        values = json.loads(_receipt_file(package.folder.parent, package.folder.name).read_bytes())
        found = Receipt(str(values["archive_sha256"]), int(values["archive_size"]), str(values["digest"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return found if found.digest == package.digest else None


def _receipt_file(folder: Path, name: str) -> Path:
    return folder / f".{name}.dossier.json"


@contextmanager
def _explained(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise DossierError(explain_os_error(error, name)) from error
