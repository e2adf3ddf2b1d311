"""PDFs named on the command line, checked before they are sent anywhere."""

from pathlib import Path

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.place import Place
from dossier.model.records import Profile
from dossier.pipeline.given_files import TooLargeError, read_within, shown_name
from dossier.press.preflight.checking import Report, examine

LARGEST = 2**30
"""Bytes of a file that is read: a gibibyte."""


def check_files(root: Path, paths: tuple[Path, ...], purpose: Profile | None) -> tuple[tuple[str, Report], ...]:
    """What is to be said of each file, by its name.

    Parameters
    ----------
    root:
        The project: files in it are called by their path below it.
    paths:
        The files, wherever they lie.
    purpose:
        What they are for; by default what each claims to be.
    """
    return tuple((name, _checked(path, name, purpose)) for path, name in _named(root, paths))


def _named(root: Path, paths: tuple[Path, ...]) -> list[tuple[Path, str]]:
    return [(path, shown_name(root, path)) for path in paths]


def _checked(path: Path, name: str, purpose: Profile | None) -> Report:
    try:
        data = _read(path, name)
    except DossierError as error:
        return Report(None, "", error.diagnostics)
    return examine(data, purpose, name)


def _read(path: Path, name: str) -> bytes:
    """The bytes of a file.

    Raises
    ------
    DossierError
        S006 where it cannot be read, X005 where it is too large.
    """
    try:
        return read_within(path, LARGEST)
    except TooLargeError as error:
        raise DossierError(Diagnostic(CODES["X005"], f"the file has more than {LARGEST >> 30} GiB", Place(name))) from error
    except OSError as error:
        message = f"“{name}” cannot be read: {error.strerror or error}"
        raise DossierError(Diagnostic(CODES["S006"], message, Place(name), mend="name a PDF that you can read")) from error
