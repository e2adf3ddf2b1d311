"""A bag on disk: whole under its name, or not there."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.place import Place
from dossier.pipeline.deposit.abandoned import NEW, OLD, alone_in, is_bag, sweep
from dossier.pipeline.deposit.staging import written_out
from dossier.pipeline.replacing import exchange
from dossier.pipeline.syncing import sync_folder
from dossier.pipeline.writing import explain_os_error


def write_bag(target: Path, files: Mapping[str, bytes], *, moment: int, replace: bool, shown: str) -> bool:
    """Write the bag with ``files`` as the folder ``target``.

    All files are on the disk under another name before the folder gets its own by rename(2), or by renameat2(2) changes places
    with the one that it replaces: at every moment there is a whole bag, the old one or the new one. What killed processes left
    beside it is put back or deleted.

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
        target.parent.mkdir(parents=True, exist_ok=True)
        with alone_in(target.parent) as alone:
            if alone:
                sweep(target.parent)
            return _is_written(target, files, moment, replace=replace, shown=shown)
    except OSError as error:
        raise DossierError(explain_os_error(error, shown)) from error


def _is_written(target: Path, files: Mapping[str, bytes], moment: int, *, replace: bool, shown: str) -> bool:
    if os.path.lexists(target):
        if _holds(target, files):
            return False
        if not replace or not is_bag(target):
            raise DossierError(_taken(target, shown))
    _put(target, files, moment)
    return True


def _put(target: Path, files: Mapping[str, bytes], moment: int) -> None:
    beside = Path(tempfile.mkdtemp(prefix=f".{target.name}.dossier-", dir=target.parent))
    try:
        staged = beside / NEW
        staged.mkdir()
        written_out(staged, files, moment=moment)
        if os.path.lexists(target):
            exchange(staged, target, otherwise=_exchange_by_steps)
        else:
            staged.rename(target)
        os.utime(target, (moment, moment))
        sync_folder(target.parent)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _exchange_by_steps(staged: Path, target: Path) -> None:
    """Put ``staged`` into the place of ``target``. Interrupted at any point, ``target`` comes back, now or by the next run."""
    old = staged.with_name(OLD)
    try:
        target.rename(old)
        staged.rename(target)
    except BaseException:
        if os.path.lexists(old) and not os.path.lexists(target):
            old.rename(target)
        raise


def _holds(target: Path, files: Mapping[str, bytes]) -> bool:
    if target.is_symlink() or not target.is_dir():
        return False
    there = {path.relative_to(target).as_posix(): path for path in target.rglob("*") if path.is_symlink() or not path.is_dir()}
    return there.keys() == files.keys() and all(_is(path, files[name]) for name, path in there.items())


def _is(path: Path, data: bytes) -> bool:
    return not path.is_symlink() and path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data


def _taken(target: Path, shown: str) -> Diagnostic:
    what = "a deposit with other content" if is_bag(target) else "something that is no deposit"
    mend = "" if is_bag(target) else "move it away, or name another folder: --to DIR"
    return Diagnostic(CODES["D003"], f"“{shown}” is there already: {what}", Place(shown), mend=mend)
