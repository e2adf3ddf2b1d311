"""A project on disk: a folder with ``content/<dossier>/dossier.toml``."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import process

from dossier.content.load import load_dossier
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.document import Dossier
from dossier.model.records import Output
from dossier.pipeline.files import DiskFiles


@dataclass(frozen=True, slots=True)
class Selection:
    """What the command line chose; an empty tuple chooses all."""

    dossiers: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    outputs: tuple[Output, ...] = ()


@dataclass(frozen=True, slots=True)
class Project:
    """The project in the folder ``root``."""

    root: Path

    @property
    def files(self) -> DiskFiles:
        return DiskFiles(self.root)

    @property
    def dossiers(self) -> tuple[str, ...]:
        """Ids of the dossiers, sorted.

        Raises
        ------
        DossierError
            S005 where there is none: this is no project.
        """
        found = tuple(path.split("/")[1] for path in self.files.glob("content/*/dossier.toml"))
        if not found:
            raise DossierError(Diagnostic(CODES["S005"], f"no content/<dossier>/dossier.toml in “{self.root}”"))
        return found

    def chosen(self, selection: Selection) -> tuple[str, ...]:
        """Ids of the dossiers that ``selection`` means; S004 for one that is not there."""
        return chosen("dossier", selection.dossiers, self.dossiers)

    def load(self, dossier: str) -> tuple[Dossier, tuple[Diagnostic, ...]]:
        """The dossier with the id ``dossier``, read from disk; see :func:`dossier.content.load.load_dossier`."""
        return load_dossier(self.files, f"content/{dossier}/dossier.toml")


def chosen(noun: str, asked: Sequence[str], available: Iterable[str]) -> tuple[str, ...]:
    """``asked``, or all that is ``available`` where nothing was asked for.

    Raises
    ------
    DossierError
        S004 for each that is not available, with the nearest name.
    """
    known = tuple(available)
    unknown = [name for name in asked if name not in known]
    if unknown:
        raise DossierError([_not_there(noun, name, known) for name in unknown])
    return tuple(dict.fromkeys(asked)) or known


def _not_there(noun: str, name: str, known: Sequence[str]) -> Diagnostic:
    near = process.extractOne(name, known, score_cutoff=60)
    mend = f"did you mean “{near[0]}”?" if near else ""
    return Diagnostic(CODES["S004"], f"there is no {noun} “{name}”", details=(("there are", ", ".join(known)),), mend=mend)
