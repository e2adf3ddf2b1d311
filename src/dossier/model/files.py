"""The one door to a project's files, so that the rooms behind it stay pure."""

from collections.abc import Iterable
from typing import Protocol


class Files(Protocol):
    """Read access to the files of one project.

    Paths are relative to the project's root and use ``/``. An implementation refuses what lies outside the project, also
    behind a symbolic link, with :class:`PermissionError`, and raises :class:`FileNotFoundError` for what is not there.
    """

    def read(self, path: str) -> bytes:
        """The bytes of the file at ``path``."""
        ...

    def exists(self, path: str) -> bool:
        """Whether ``path`` is a file inside the project."""
        ...

    def glob(self, pattern: str) -> Iterable[str]:
        """Paths of the files that match ``pattern`` (as :meth:`pathlib.Path.glob` reads it), sorted."""
        ...
