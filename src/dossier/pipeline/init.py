"""``dossier init``: a new project that needs nothing of this repository."""

from pathlib import Path

from dossier.model.bundle import Artifact
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.pipeline.defaults import starter
from dossier.pipeline.writing import explain_os_error, write_all


def init(folder: Path) -> tuple[str, ...]:
    """Begin a project in ``folder``, which must be new or empty.

    Returns
    -------
    The paths written, relative to ``folder``.

    Raises
    ------
    DossierError
        S007 where there is something already; S002, S003 or S006 where it cannot be written.
    """
    if _is_taken(folder):
        raise DossierError(Diagnostic(CODES["S007"], f"“{folder}” is there already and not empty"))
    return write_all(folder, [Artifact(path, data) for path, data in starter().items()])


def _is_taken(folder: Path) -> bool:
    try:
        return folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        raise DossierError(explain_os_error(error, str(folder))) from error
