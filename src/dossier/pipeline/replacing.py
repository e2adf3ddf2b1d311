"""Take the place of a file only while it is still the one that was read.

rename(2) replaces whatever has come to stand there in the meantime. renameat2(2) can do better on Linux: with ``RENAME_EXCHANGE``
two files change places in one step and nothing is lost, so that what came out can be looked at and put back; with
``RENAME_NOREPLACE`` a file that is there already stays. Where the system or the file system has neither, link(2) and rename(2) do
nearly as well: then a file that another programme puts there between two of our system calls may be lost.
"""

import ctypes
import errno
import os
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

_AT_FDCWD = -100
_RENAME_NOREPLACE = 1
_RENAME_EXCHANGE = 2
_UNSUPPORTED = frozenset({errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP})
_NO_LINKS = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})
_SET_ASIDE = ".old"


def replace_unchanged(staged: Path, target: Path, expected: bytes) -> bool:
    """Let ``staged`` and ``target`` change places if ``target`` has the bytes ``expected``.

    A reader of ``target`` sees a whole file at every moment. Where another programme saves it while we look, its newest file is
    the one that stands there in the end.

    Returns
    -------
    Whether they changed places; if so, ``staged`` is now the old file. If not, ``target`` is what others made of it.

    Raises
    ------
    OSError
        Where the system refuses. An old file that could not be put back is at ``staged``.
    """
    ours = staged.read_bytes()
    try:
        exchange(staged, target)
    except FileNotFoundError:
        return False
    came_out = staged.read_bytes()
    if came_out == expected:
        return True
    _put_back(staged, target, ours, came_out)
    return False


def _put_back(staged: Path, target: Path, inside: bytes, came_out: bytes) -> None:
    """Undo an exchange. Who saved in the meantime saved last: then that is put back, and so on, until our own file comes out."""
    while came_out != inside:
        try:
            exchange(staged, target)
        except FileNotFoundError:  # deleted in the meantime, but what we hold was saved and is nobody's to delete but theirs
            create(staged, target)
            return
        expected, inside, came_out = inside, came_out, staged.read_bytes()
        if came_out == expected:
            return


def create(staged: Path, target: Path) -> bool:
    """Rename ``staged`` to ``target`` if there is nothing yet.

    Returns
    -------
    Whether it was renamed; if not, something has come to stand at ``target``, and stays.
    """
    try:
        _rename(staged, target, _RENAME_NOREPLACE, otherwise=_rename_new)
    except FileExistsError:
        return False
    return True


def remove_unchanged(target: Path, aside: Path, expected: bytes) -> bool:
    """Move ``target`` to the free name ``aside`` if it has the bytes ``expected``; otherwise it stays.

    Where it is not moved in the end, it is moved for a moment.
    """
    try:
        target.rename(aside)
    except FileNotFoundError:
        return False
    if aside.read_bytes() == expected:
        return True
    create(aside, target)
    return False


def exchange(one: Path, other: Path, otherwise: Callable[[Path, Path], None] | None = None) -> None:
    """Let two files of one folder change places.

    Parameters
    ----------
    one, other:
        The files.
    otherwise:
        What does it where the system has no call for it; by default three steps, for files only.

    Raises
    ------
    FileNotFoundError
        Where one of them is not there; the other stays where it is.
    """
    _rename(one, other, _RENAME_EXCHANGE, otherwise=otherwise or _exchange_by_steps)


def _rename(one: Path, other: Path, flags: int, otherwise: Callable[[Path, Path], None]) -> None:
    renameat2 = _renameat2()
    if renameat2 is None:
        return otherwise(one, other)
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), flags) == 0:
        return None
    number = ctypes.get_errno()
    if number in _UNSUPPORTED:
        return otherwise(one, other)
    raise OSError(number, os.strerror(number), str(one), None, str(other))


@cache
def _renameat2() -> Callable[..., int] | None:
    """The function of the C library; ``None`` where it has none (glibc before 2.28, other systems)."""
    try:
        function = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return None
    function.argtypes = [ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint]
    function.restype = ctypes.c_int
    found: Callable[..., int] = function
    return found


def _exchange_by_steps(one: Path, other: Path) -> None:
    """As :func:`exchange`, in three steps; at ``other`` there is a whole file at every moment."""
    aside = one.with_name(one.name + _SET_ASIDE)
    _second_name(other, aside)
    one.replace(other)
    aside.replace(one)


def _second_name(file: Path, name: Path) -> None:
    try:
        os.link(file, name)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        shutil.copy2(file, name)


def _rename_new(one: Path, other: Path) -> None:
    try:
        os.link(one, other)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if os.path.lexists(other):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(other)) from error
        one.rename(other)
    else:
        one.unlink()
