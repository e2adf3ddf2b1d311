"""What is told of a dossier's finished files: from what lies in ``build/``, or from files that were just made."""

from collections.abc import Callable

from dossier.model.deposit import DossierRecord
from dossier.pipeline.project import Project


def dossier_record(project: Project, name: str, read: Callable[[str], bytes | None]) -> DossierRecord:
    """The editions of the dossier ``name`` of which there are files.

    Parameters
    ----------
    project, name:
        Which dossier.
    read:
        Gives the bytes of a file by its path below the project (``build/…``); ``None`` where there is none.

    Raises
    ------
    DossierError
        Where the dossier cannot be read.
    """
    dossier, _ = project.load(name)
    return DossierRecord(dossier.config, ())
