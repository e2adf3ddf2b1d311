"""A project's files on disk, and nothing but these."""

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
        """
        return self._inside(path).read_bytes()

    def exists(self, path: str) -> bool:
        """Whether ``path`` is a file inside the project."""
        try:
            return self._inside(path).is_file()
        except PermissionError:
            return False

    def glob(self, pattern: str) -> Iterable[str]:
        """Paths of the files inside the project that match ``pattern``, sorted."""
        found = (path.relative_to(self.root).as_posix() for path in self.root.glob(pattern) if path.is_file())
        return sorted(path for path in found if self.exists(path))

    def _inside(self, path: str) -> Path:
        named = PurePosixPath(path)
        real = (self.root / named).resolve()
        if named.is_absolute() or not real.is_relative_to(self.root.resolve()):
            raise PermissionError(f"“{path}” lies outside the project")
        return real
