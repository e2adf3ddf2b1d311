"""Files written below a folder of their own: with the same modes whatever the umask, and the times that are asked for."""

import os
from collections.abc import Mapping
from pathlib import Path

from dossier.model.diagnostics import DossierError
from dossier.pipeline.writing import explain_os_error

FILE_MODE, FOLDER_MODE = 0o644, 0o755


def written_out(root: Path, files: Mapping[str, bytes], *, moment: int | None = None) -> None:
    """Write ``files`` below ``root``, a new and empty folder.

    Parameters
    ----------
    root, files:
        Where, and what by its path there.
    moment:
        Second since the epoch that every file and folder is dated with, and that they are on the disk when this returns; ``None``
        for files that nobody keeps.

    Raises
    ------
    DossierError
        S002, S003 or S006.
    """
    for path, data in files.items():
        try:
            _write(root, path, data, is_kept=moment is not None)
        except OSError as error:
            raise DossierError(explain_os_error(error, path)) from error
    try:
        _dress(root, moment)
    except OSError as error:
        raise DossierError(explain_os_error(error, root.name)) from error


def _write(root: Path, path: str, data: bytes, *, is_kept: bool) -> None:
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        file.write(data)
        if is_kept:
            file.flush()
            os.fsync(file.fileno())


def _dress(root: Path, moment: int | None) -> None:
    """Modes and times, from the deepest folder upwards: a folder takes a new time whenever something is put into it."""
    for around, _, names in os.walk(root, topdown=False):
        folder = Path(around)
        for name in names:
            _set(folder / name, FILE_MODE, moment)
        _set(folder, FOLDER_MODE, moment)


def _set(path: Path, mode: int, moment: int | None) -> None:
    path.chmod(mode)
    if moment is not None:
        os.utime(path, (moment, moment))
