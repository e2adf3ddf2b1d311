import errno

import pytest
from memory_files import MemoryFiles

from dossier.content.reading import read_named, resolve
from dossier.model.diagnostics import DossierError
from dossier.model.place import Place


class Refusing(MemoryFiles):
    """A disk that fails with ``error``."""

    def __init__(self, error: Exception) -> None:
        super().__init__({})
        self._error = error

    def read(self, path: str) -> bytes:
        raise self._error


@pytest.mark.parametrize(
    ("folder", "name", "path"),
    [("content/a", "b.md", "content/a/b.md"), ("content/a", "../../templates/x.png", "templates/x.png"), ("", "./b.md", "b.md")],
)
def test_names_are_read_from_the_folder_of_the_file_that_uses_them(folder: str, name: str, path: str) -> None:
    assert resolve(folder, name) == path


@pytest.mark.parametrize("name", ["../../../x", "/etc/passwd", "../../..", "a/../../../../x", "//host/x", "\\\\host\\x"])
def test_names_that_lead_out_of_the_project_are_refused(name: str) -> None:
    with pytest.raises(PermissionError):
        resolve("content/a", name)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (PermissionError("outside"), "d.toml:3:4: error C014: “x” is a link that leads out of the project"),
        (PermissionError(errno.EACCES, "Permission denied"), "d.toml:3:4: error S006: “x” cannot be read: Permission denied"),
        (OSError(errno.EIO, "Input/output error"), "d.toml:3:4: error S006: “x” cannot be read: Input/output error"),
        (FileNotFoundError(errno.ENOENT, "No such file"), "d.toml:3:4: error C013: there is no file “x”"),
        (IsADirectoryError(errno.EISDIR, "Is a directory"), "d.toml:3:4: error C013: there is no file “x”"),
        (ValueError("embedded null byte"), "d.toml:3:4: error C013: there is no file “x”"),
    ],
)
def test_what_the_system_says_becomes_a_diagnostic(error: Exception, told: str) -> None:
    with pytest.raises(DossierError) as caught:
        read_named(Refusing(error), "content/a", "x", Place("d.toml", 3, 4))
    assert str(caught.value).startswith(told)
