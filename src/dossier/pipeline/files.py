"""A project's files on disk, and nothing but these."""

import errno
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dossier.model.files import Files


@dataclass(frozen=True, slots=True)
class DiskFiles(Files):
    """The files under ``root``. What lies outside, also behind a symbolic link, is refused."""

    root: Path

    def read(self, path: str) -> bytes:
        """The bytes of the file at ``path``.

        Raises
        ------
        PermissionError
            Where ``path`` leads out of the project, or the system refuses.
        FileNotFoundError
            Where there is no such file.
        OSError
            For any other refusal of the system; a symbolic link that leads to itself is one.
        """
        return self._inside(path).read_bytes()

    def exists(self, path: str) -> bool:
        """Whether ``path`` is a file inside the project."""
        try:
            return self._inside(path).is_file()
        except (OSError, ValueError):
            return False

    def glob(self, pattern: str) -> Iterable[str]:
        """Paths that match ``pattern`` and are files to whoever lists the folder, sorted; what a system hides (``.name``) is not.

        A symbolic link that leads out of the project is among them: to read it is refused aloud, to pass over it would be silent.
        """
        found = (path.relative_to(self.root) for path in self.root.glob(pattern) if _is_file(path))
        return sorted(path.as_posix() for path in found if not any(part.startswith(".") for part in path.parts))

    def _inside(self, path: str) -> Path:
        named = PurePosixPath(path)
        try:
            real = (self.root / named).resolve()
        except RuntimeError as error:  # Python 3.11 and 3.12 say so of a link that leads to itself
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from error
        if named.is_absolute() or not real.is_relative_to(self.root.resolve()):
            raise PermissionError(f"“{path}” lies outside the project")
        return real


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except PermissionError:
        return True  # the folder may not be entered: reading will say so
