"""PDFs named on the command line, checked before they are sent anywhere."""

from pathlib import Path

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.place import Place
from dossier.model.records import Profile
from dossier.pipeline.apart import MEMORY_OF_READERS, Apart, NotDoneError, advice_on_pdf
from dossier.pipeline.given_files import TooLargeError, read_within, shown_name
from dossier.press.preflight.report import Report

LARGEST = 2**30
"""Bytes of a file that is read: a gibibyte."""
PATIENCE = 300.0
"""Seconds that one file may take: a book of 374 pages takes 3 to 5."""


def check_files(
    root: Path, paths: tuple[Path, ...], purpose: Profile | None, *, seconds: float = PATIENCE
) -> tuple[tuple[str, Report], ...]:
    """What is to be said of each file, by its name.

    Parameters
    ----------
    root:
        The project: files in it are called by their path below it.
    paths:
        The files, wherever they lie. They may be hostile: each is looked at in another process (:mod:`dossier.pipeline.apart`).
    purpose:
        What they are for; by default what each claims to be.
    seconds:
        What one file may take.
    """
    with Apart(seconds, MEMORY_OF_READERS) as process:
        return tuple((name, _checked(process, path, name, purpose)) for path, name in _named(root, paths))


def _named(root: Path, paths: tuple[Path, ...]) -> list[tuple[Path, str]]:
    return [(path, shown_name(root, path)) for path in paths]


def _checked(process: Apart, path: Path, name: str, purpose: Profile | None) -> Report:
    try:
        return process.do(_examined, _read(path, name), purpose, name)
    except DossierError as error:
        return Report(None, "", error.diagnostics)
    except NotDoneError as error:
        return Report(None, "", (_not_done(error, name),))


def _examined(data: bytes, purpose: Profile | None, name: str) -> Report:
    from dossier.press.preflight.checking import examine  # loaded in the other process only

    return examine(data, purpose, name)


def _not_done(error: NotDoneError, name: str) -> Diagnostic:
    message, details = "the file could not be checked to its end", (("reason", str(error)),)
    return Diagnostic(CODES["X005"], message, Place(name), details, advice_on_pdf(error))


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
