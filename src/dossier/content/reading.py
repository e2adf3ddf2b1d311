"""Files that other files name: where a name leads, and what is there."""

import errno
import posixpath
from collections.abc import Iterable
from glob import escape

from dossier.content.schema import nearest
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.files import Files
from dossier.model.place import Place


def resolve(folder: str, name: str) -> str:
    """The path, relative to the project's root, that ``name`` means in a file of ``folder``.

    Raises
    ------
    PermissionError
        Where it leads out of the project.
    """
    path = posixpath.normpath(posixpath.join(folder, name))
    if name.startswith(("/", "\\")) or path.startswith("/") or path == ".." or path.startswith("../"):
        raise PermissionError(name)
    return path


def read_named(files: Files, folder: str, name: str, named_at: Place) -> tuple[str, bytes]:
    """Path and bytes of the file that is called ``name`` at ``named_at``.

    Raises
    ------
    DossierError
        C013 where there is no such file, C014 where it lies outside the project, S006 where the system refuses to read it.
    """
    try:
        path = resolve(folder, name)
    except PermissionError as error:
        raise DossierError(_outside(name, named_at)) from error
    try:
        return path, files.read(path)
    except PermissionError as error:
        # Ours has no number of the operating system; with one, the file lies inside but may not be read.
        refused = _unreadable(name, named_at, error) if error.errno else _leads_outside(name, named_at)
        raise DossierError(refused) from error
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError, ValueError) as error:
        raise DossierError(_missing(files, folder, name, named_at)) from error
    except OSError as error:
        raise DossierError(_unreadable(name, named_at, error)) from error


def read_found(files: Files, path: str) -> bytes:
    """The bytes of a file that :meth:`Files.glob` found; no other file names it.

    Raises
    ------
    DossierError
        C014 where it is a link that leads out of the project, S006 where the system refuses to read it; C013 where it is gone.
    """
    return read_named(files, "", path, Place(path))[1]


def _outside(name: str, named_at: Place) -> Diagnostic:
    return Diagnostic(CODES["C014"], f"“{name}” lies outside the project", named_at)


def _leads_outside(name: str, named_at: Place) -> Diagnostic:
    message = f"“{name}” is a link that leads out of the project"
    return Diagnostic(CODES["C014"], message, named_at, mend="put a copy of the file in the place of the link")


def _unreadable(name: str, named_at: Place, error: OSError) -> Diagnostic:
    mend = {
        errno.EACCES: "make the file readable for you",
        errno.ELOOP: "put the file itself in the place of the link that leads in a circle",
    }.get(error.errno or 0, "")
    return Diagnostic(CODES["S006"], f"“{name}” cannot be read: {error.strerror or error}", named_at, mend=mend)


def _missing(files: Files, folder: str, name: str, named_at: Place) -> Diagnostic:
    guess = nearest(name, _names_below(files, folder))
    mend = f"did you mean “{guess}”?" if guess else f"correct the name, or add the file to {folder or 'the project'}/"
    return Diagnostic(CODES["C013"], f"there is no file “{name}”", named_at, mend=mend)


def _names_below(files: Files, folder: str) -> Iterable[str]:
    pattern = f"{escape(folder)}/**/*" if folder else "**/*"
    return [posixpath.relpath(path, folder or ".") for path in files.glob(pattern)]
