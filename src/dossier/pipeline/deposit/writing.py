"""A bag on disk: whole under its name, or not there."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.place import Place
from dossier.pipeline.deposit.staging import written_out
from dossier.pipeline.writing import explain_os_error


def write_bag(target: Path, files: Mapping[str, bytes], *, moment: int, replace: bool, shown: str) -> bool:
    """Write the bag with ``files`` as the folder ``target``.

    All files are on the disk under another name before the folder gets its own by rename(2).

    Parameters
    ----------
    target, files:
        Where, and what by its path there.
    moment:
        Second since the epoch that files and folders are dated with.
    replace:
        Whether a bag with other content may be replaced.
    shown:
        How the folder is called in findings.

    Returns
    -------
    Whether anything was written: a folder that has these very files is left alone.

    Raises
    ------
    DossierError
        D003 where the name is taken; S002, S003, S006 where the system refuses. What stood there before is still there.
    """
    try:
        if os.path.lexists(target):
            if _holds(target, files):
                return False
            if not replace or not _is_bag(target):
                raise DossierError(_taken(target, shown))
        _put(target, files, moment)
    except OSError as error:
        raise DossierError(explain_os_error(error, shown)) from error
    return True


def _put(target: Path, files: Mapping[str, bytes], moment: int) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{target.name}.dossier-", dir=target.parent))
    try:
        staged, old = beside / "new", beside / "old"
        staged.mkdir()
        written_out(staged, files, moment=moment)
        _exchange(target, staged, old)
        os.utime(target, (moment, moment))
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _exchange(target: Path, staged: Path, old: Path) -> None:
    """Put ``staged`` into the place of ``target``, which becomes ``old``; interrupted at any point, ``target`` comes back."""
    try:
        if os.path.lexists(target):
            target.rename(old)
        staged.rename(target)
    except BaseException:
        if os.path.lexists(old) and not os.path.lexists(target):
            old.rename(target)
        raise


def _is_bag(target: Path) -> bool:
    """Only a bag is ever taken away: a folder of somebody's that merely has the name is not."""
    return not target.is_symlink() and (target / "bagit.txt").is_file()


def _holds(target: Path, files: Mapping[str, bytes]) -> bool:
    if target.is_symlink() or not target.is_dir():
        return False
    there = {path.relative_to(target).as_posix(): path for path in target.rglob("*") if path.is_symlink() or not path.is_dir()}
    return there.keys() == files.keys() and all(_is(path, files[name]) for name, path in there.items())


def _is(path: Path, data: bytes) -> bool:
    return not path.is_symlink() and path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data


def _taken(target: Path, shown: str) -> Diagnostic:
    what = "a deposit with other content" if _is_bag(target) else "something that is no deposit"
    mend = "" if _is_bag(target) else "move it away, or name another folder: --to DIR"
    return Diagnostic(CODES["D003"], f"“{shown}” is there already: {what}", Place(shown), mend=mend)
