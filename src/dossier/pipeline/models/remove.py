"""Remove installed models."""

from pathlib import Path

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.pipeline.models.install import Listener
from dossier.pipeline.models.shelf import exclusive, refuse_foreign, staging, take_out
from dossier.translation.engines.argos_packages import Package, installed
from dossier.translation.engines.language_tags import spellings


def remove_pair(source: str, target: str, folder: Path, listener: Listener) -> tuple[Package, ...]:
    """Remove every version of the model from ``source`` to ``target`` (BCP 47) in ``folder``.

    Returns
    -------
    What was removed.

    Raises
    ------
    DossierError
        M012 where there is none, M016 where one may not be deleted: then all stay.
    """
    for package in _found(folder, source, target):
        refuse_foreign(package)
    with exclusive(folder, listener.waiting), staging(folder) as stage:
        found = _found(folder, source, target)
        for package in found:
            take_out(folder, stage, package)
    return found


def _found(folder: Path, source: str, target: str) -> tuple[Package, ...]:
    packages = installed(folder)
    for pair in ((one, other) for one in spellings(source) for other in spellings(target)):
        if found := tuple(package for package in packages if (package.source, package.target) == pair):
            return found
    message = f"no model from {source} to {target} is installed"
    raise DossierError(Diagnostic(CODES["M012"], message, mend="see what is installed: dossier models list"))
