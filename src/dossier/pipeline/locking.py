"""One command at a time writes a project's locale files.

The lock is flock(2) on a file in ``build/``, which is derived and belongs to no repository: the kernel frees it when the process
ends in whatever way. It keeps our own commands from one another; editors know nothing of it, and are guarded against in
:func:`dossier.pipeline.writing.write_all`.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.model.diagnostics import DossierError
from dossier.pipeline.writing import explain_os_error

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK = "build/.locales.lock"
"""The file that is locked."""
_PATIENCE = 1.0  # seconds after which a person wonders what the programme is doing
_READ_ONLY = f"locale files are not written in a project where “{LOCK}” cannot be"


@contextmanager
def exclusive(root: Path, waiting: Callable[[], None] | None = None) -> Iterator[None]:
    """Hold the right to write the locale files of the project in ``root``; wait for it as long as another command has it.

    Inside one process and thread it may be held more than once.

    Parameters
    ----------
    root:
        The project's folder.
    waiting:
        Called once, after a second, where another command has the lock.

    Raises
    ------
    DossierError
        S002, S003 or S006 where the lock's file cannot be made or opened for writing.
    """
    lock = _lock(root)
    _acquire(lock, waiting)
    try:
        yield
    finally:
        lock.release()


def _lock(root: Path) -> "BaseFileLock":
    from filelock import FileLock  # loaded by the commands that write, not by --help

    return FileLock(root.resolve() / LOCK, is_singleton=True)


def _acquire(lock: "BaseFileLock", waiting: Callable[[], None] | None) -> None:
    from filelock import Timeout

    try:
        Path(lock.lock_file).parent.mkdir(exist_ok=True)
        try:
            lock.acquire(timeout=_PATIENCE)
        except Timeout:
            if waiting is not None:
                waiting()
            lock.acquire(timeout=-1)
    except OSError as error:
        found = explain_os_error(error, LOCK)
        raise DossierError(replace(found, message=_READ_ONLY) if found.code.id == "S002" else found) from error
