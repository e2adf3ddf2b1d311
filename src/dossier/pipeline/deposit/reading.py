"""A bag on disk that may come from anybody: listed and hashed, and nothing in it followed, run or believed."""

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

from dossier.archive.bag import MOST_LINES, PAYLOAD, Digests, digests_of
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.place import Place
from dossier.pipeline.writing import explain_os_error

MOST_FILES = MOST_LINES
"""Files and folders that a deposit may have."""
MOST_BYTES = 16 * 1024**3
"""Octets that a deposit may have."""
LARGEST_READ = 512 * 1024**2
"""Octets of a file that is read whole."""
LARGEST_TAGS = 64 * 1024**2
"""Octets of a file that says something of others: a manifest of so many files, a provenance."""

_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class BagOnDisk:
    """The regular files of a bag, with their digests, and what else was found there.

    Parameters
    ----------
    folder:
        Where it lies.
    files:
        By their paths in it, sorted.
    diagnostics:
        D007 for whatever is no file and no folder.
    """

    folder: Path
    files: Mapping[str, Digests]
    diagnostics: tuple[Diagnostic, ...]

    def read(self, path: str) -> bytes:
        """The bytes of one of ``files``.

        Raises
        ------
        DossierError
            D006 where it is larger than anything that is read whole; S006 where the system refuses.
        """
        most = LARGEST_TAGS if _tells(path) else LARGEST_READ
        if self.files[path].size > most:
            raise DossierError(_no_deposit(f"“{path}” has more than {most:,} octets", path))
        try:
            with _opened(self.folder / path) as file:
                return file.read(most)
        except OSError as error:
            raise DossierError(explain_os_error(error, path)) from error


def read_bag(folder: Path) -> BagOnDisk:
    """List and hash what lies in ``folder``.

    Raises
    ------
    DossierError
        D006 where it is no folder with a ``bagit.txt``, or holds more than any deposit; S006 where the system refuses.
    """
    try:
        if not (folder / "bagit.txt").is_file():
            raise DossierError(_no_bag(folder))
        return _read(folder)
    except OSError as error:
        raise DossierError(explain_os_error(error, str(folder))) from error


def _read(folder: Path) -> BagOnDisk:
    files: list[str] = []
    found: list[Diagnostic] = []
    size = 0
    for number, entry in enumerate(_entries(folder), start=1):
        path = Path(entry.path).relative_to(folder).as_posix()
        status = entry.stat(follow_symlinks=False)
        size += status.st_size
        if number > MOST_FILES or size > MOST_BYTES:
            raise DossierError(_no_deposit(f"it has more than {MOST_FILES:,} files, or {MOST_BYTES:,} octets", str(folder)))
        if fault := _fault(path, status.st_mode):
            found.append(Diagnostic(CODES["D007"], fault, Place(_shown(path))))
        elif stat.S_ISREG(status.st_mode):
            files.append(path)
    return BagOnDisk(folder, {path: digests_of(_chunks(folder / path)) for path in sorted(files)}, tuple(found))


def _tells(path: str) -> bool:
    return not path.startswith(PAYLOAD) or path.startswith(f"{PAYLOAD}provenance/")


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    """Everything below ``folder``; symbolic links are listed and not followed."""
    waiting = [folder]
    while waiting:
        with os.scandir(waiting.pop()) as listed:
            for entry in listed:
                yield entry
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(Path(entry.path))


def _fault(path: str, mode: int) -> str:
    if stat.S_ISLNK(mode):
        return "a symbolic link stands in the bag"
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return "a device, a pipe or a socket stands in the bag"
    return "its name is not UTF-8" if _shown(path) != path else ""


def _shown(path: str) -> str:
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _chunks(path: Path) -> Iterator[bytes]:
    with _opened(path) as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _opened(path: Path) -> BufferedReader:
    """The file, opened so that a link that took its place since is not followed."""
    return os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)), "rb")


def _no_bag(folder: Path) -> Diagnostic:
    """What is there instead, and what was probably meant."""
    if folder.is_file():
        mend = "if it is a zip or tar file, unpack it and name the folder that comes out"
        return _no_deposit("it is a file, and a deposit is a folder", str(folder), mend)
    if not folder.exists():
        return _no_deposit("there is no such folder", str(folder))
    above = folder.absolute().parent
    mend = f"name the folder above: {above}" if (above / "bagit.txt").is_file() else ""
    return _no_deposit("there is no bagit.txt in the folder", str(folder), mend)


def _no_deposit(message: str, path: str, mend: str = "") -> Diagnostic:
    return Diagnostic(CODES["D006"], message, Place(path), mend=mend)
