"""Open a package's archive and write it into a folder of its own."""

import hashlib
import io
import os
import shutil
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.pipeline.models.limits import Limits
from dossier.pipeline.models.members import Member, safe_members, unsafe
from dossier.pipeline.syncing import sync_folder
from dossier.pipeline.writing import explain_os_error

_BLOCK = 1 << 20
_DIRECTORY = 8_000_000
"""Bytes that the table of an archive's entries may have; zipfile reads it whole."""
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OverflowError, IndexError, struct.error)


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive that was looked at and is safe to unpack.

    Parameters
    ----------
    sha256, size:
        Of the archive's own bytes.
    """

    name: str
    sha256: str
    size: int
    members: tuple[Member, ...]
    opened: zipfile.ZipFile

    @property
    def unpacked_size(self) -> int:
        return sum(member.info.file_size for member in self.members)


@contextmanager
def open_archive(file: Path, limits: Limits) -> Iterator[Archive]:
    """Look at the archive ``file``; nothing is written.

    Raises
    ------
    DossierError
        M013 where it is no archive or ends too early, M014 where it is not safe, S-codes where it cannot be read.
    """
    with _opened(file) as handle:
        size = os.fstat(handle.fileno()).st_size
        if size > limits.archive:
            raise unsafe([f"it has {size:,} bytes, which no model has"])
        with _zip(handle, file.name) as opened:
            sha256 = hashlib.file_digest(handle, "sha256").hexdigest()
            yield Archive(file.name, sha256, size, safe_members(opened.infolist(), size, limits), opened)


def unpack(archive: Archive, folder: Path) -> None:
    """Write all files into ``folder``, which must not be there; they are on the disk when this returns.

    Raises
    ------
    DossierError
        M013 where the archive is damaged, S002, S003 or S006 where the disk refuses. The caller deletes what was written.
    """
    try:
        folder.mkdir()
        if archive.unpacked_size > shutil.disk_usage(folder).free:
            message = f"no space left for the {archive.unpacked_size:,} bytes of the model"
            raise DossierError(Diagnostic(CODES["S003"], message))
        for member in archive.members:
            _write(archive, member, folder.joinpath(*member.path.parts))
        for path in (*(path for path in folder.rglob("*") if path.is_dir()), folder):
            sync_folder(path)
    except OSError as error:
        raise DossierError(explain_os_error(error, folder.name)) from error


class _Bounded:
    """A file of which nobody reads too much at once: a lying archive must not fill the memory with its table of entries."""

    def __init__(self, handle: io.BufferedReader) -> None:
        self._handle = handle
        self.seekable, self.seek, self.tell, self.close = handle.seekable, handle.seek, handle.tell, handle.close

    def read(self, size: int = -1) -> bytes:
        data = self._handle.read(_DIRECTORY + 1 if size < 0 else min(size, _DIRECTORY + 1))
        if len(data) > _DIRECTORY:
            raise zipfile.BadZipFile("the table of entries is too large")
        return data


def _opened(file: Path) -> io.BufferedReader:
    try:
        return file.open("rb")
    except OSError as error:
        message = f"“{file.name}” cannot be read: {error.strerror or error}"
        raise DossierError(Diagnostic(CODES["M013"], message)) from error


@contextmanager
def _zip(handle: io.BufferedReader, name: str) -> Iterator[zipfile.ZipFile]:
    try:
        opened = zipfile.ZipFile(_Bounded(handle))
    except (*_DAMAGE, OSError) as error:  # an archive may send its reader to a place before its beginning
        raise _damaged(name, error) from error
    handle.seek(0)
    with opened:
        yield opened


def _write(archive: Archive, member: Member, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        try:
            with _packed(archive, member) as packed:  # stops at the size that was declared, and compares the CRC
                _copy(packed, file, member.info.file_size)
        except _DAMAGE as error:
            raise _damaged(archive.name, error) from error
        file.flush()
        os.fsync(file.fileno())


def _packed(archive: Archive, member: Member) -> IO[bytes]:
    try:
        return archive.opened.open(member.info)
    except (OSError, RuntimeError) as error:
        raise zipfile.BadZipFile(str(error)) from error


def _copy(packed: IO[bytes], file: io.BufferedWriter, size: int) -> None:
    done = 0
    while block := packed.read(_BLOCK):
        done += len(block)
        if done > size:
            raise zipfile.BadZipFile("a file is larger than the archive says")
        file.write(block)
    if done != size:
        raise zipfile.BadZipFile("a file is shorter than the archive says")


def _damaged(name: str, error: Exception) -> DossierError:
    details = (("reason", " ".join(str(error).split())[:200] or type(error).__name__),)
    return DossierError(Diagnostic(CODES["M013"], f"“{name}” is damaged, or no package", details=details))
