"""Remove installed models."""

from pathlib import Path

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.pipeline.models.install import Listener
from dossier.pipeline.models.shelf import exclusive, refuse_foreign, staging, take_out
from dossier.translation.engines.argos_packages import Package, installed
from dossier.translation.engines.language_codes import plain
from dossier.translation.engines.ways import best_way


def remove_pair(source: str, target: str, folder: Path, listener: Listener) -> tuple[Package, ...]:
    """Remove every version of the model from ``source`` to ``target`` (BCP 47, or Argos's codes) in ``folder``.

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
    packages = [((plain(package.source), plain(package.target)), package) for package in installed(folder)]
    for way in best_way(source, target, {leg for leg, _ in packages}, longest=1):
        return tuple(package for leg, package in packages if leg == way)
    message = f"no model from {source} to {target} is installed"
    raise DossierError(Diagnostic(CODES["M012"], message, mend="see what is installed: dossier models list"))
