"""Snapshots of sources, found by their digests below a folder that may lie anywhere, and under any name."""

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import file_digest, sha256
from io import BufferedReader
from pathlib import Path

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.place import Place

LARGEST = 200_000_000
"""Bytes of a file that may be a snapshot; larger ones are not looked at."""


@dataclass
class Snapshots:
    """The files below ``folder``. Each is read once, when a digest is looked for that none of those before it has.

    Symbolic links are not followed: what they lead to is below the folder, and found there, or has no business here.
    """

    folder: Path
    _known: dict[str, Path] = field(default_factory=dict, repr=False)
    _rest: Iterator[tuple[str, Path]] | None = field(default=None, repr=False)
    unread: list[str] = field(default_factory=list)
    """Names of files and folders that the system refused to read, and of files that are too large."""

    def find(self, digest: str) -> bytes | None:
        """The bytes whose ``sha256`` is ``digest``; ``None`` where no file has it.

        Raises
        ------
        DossierError
            S006 where the folder itself cannot be read.
        """
        path = self._path(digest)
        data = self._read(path) if path else None
        # Between the two readings the file may have changed.
        return data if data is not None and sha256(data).hexdigest() == digest else None

    def _path(self, digest: str) -> Path | None:
        if self._rest is None:
            self._rest = self._hashed()
        while digest not in self._known:
            found = next(self._rest, None)
            if found is None:
                return None
            self._known.setdefault(*found)
        return self._known[digest]

    def _hashed(self) -> Iterator[tuple[str, Path]]:
        """Digest and path of each file, in the order of their names."""
        for path in self._files():
            try:
                with _regular(path) as file:
                    if os.fstat(file.fileno()).st_size > LARGEST:
                        self._refuse(path)
                        continue
                    yield file_digest(file, "sha256").hexdigest(), path
            except OSError:
                self._refuse(path)

    def _files(self) -> Iterator[Path]:
        try:
            os.listdir(self.folder)
        except OSError as error:
            raise DossierError(_no_folder(self.folder, error)) from error
        for around, folders, names in os.walk(self.folder, onerror=self._not_listed):
            folders.sort()
            for name in sorted(names):
                path = Path(around, name)
                if path.is_file() and not path.is_symlink():
                    yield path

    def _read(self, path: Path) -> bytes | None:
        try:
            with _regular(path) as file:
                return file.read(LARGEST)
        except OSError:
            self._refuse(path)
            return None

    def _refuse(self, path: Path) -> None:
        self.unread.append(os.path.relpath(path, self.folder))

    def _not_listed(self, error: OSError) -> None:
        self._refuse(Path(error.filename))


def _no_folder(folder: Path, error: OSError) -> Diagnostic:
    message = f"the folder of snapshots, “{folder}”, cannot be read: {error.strerror or error}"
    return Diagnostic(
        CODES["S006"], message, Place(str(folder)), mend="name another folder: --snapshots DIR, or DOSSIER_SNAPSHOTS"
    )


def _regular(path: Path) -> BufferedReader:
    """The file at ``path``, opened so that a link that took its place since, or a pipe, is not followed and does not block."""
    file = os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)), "rb")
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    return file
