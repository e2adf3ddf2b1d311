"""What is to be built: a pure list of jobs, one for each edition."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from dossier.model.document import Dossier
from dossier.model.quotation import Checked
from dossier.model.records import DossierConfig, Output
from dossier.pipeline.project import Selection, chosen, chosen_languages


@dataclass(frozen=True, slots=True)
class Job:
    """One edition: a dossier in one language, in some formats.

    ``modified`` is the second since the epoch that every date in the files takes; ``checked`` is what was found out about the
    dossier's quotations, once for all its editions. A job is a value that can be sent to another process.
    """

    root: Path
    dossier: str
    language: str
    outputs: tuple[Output, ...]
    modified: int
    checked: tuple[Checked, ...] = ()


def jobs(root: Path, dossier: Dossier, selection: Selection, modified: int, checked: tuple[Checked, ...] = ()) -> tuple[Job, ...]:
    """The jobs of ``dossier`` that ``selection`` means, in the order of its languages; pseudo-languages, where named, come last.

    Raises
    ------
    DossierError
        S004 for an output that the dossier does not have.
    """
    config = dossier.config
    wanted = tuple(Output(name) for name in chosen("output", selection.outputs, config.outputs))
    languages = chosen_languages(dossier, selection, pseudo=True)
    return tuple(Job(root, config.id, language, wanted, modified, checked) for language in languages)


def with_booklets(planned: Iterable[Job]) -> tuple[Job, ...]:
    """The jobs, each with a booklet to fold, whether or not the dossier lists it among its outputs."""
    return tuple(_with_booklet(job) for job in planned)


def _with_booklet(job: Job) -> Job:
    return job if Output.BOOKLET in job.outputs else replace(job, outputs=(*job.outputs, Output.BOOKLET))


def outputs_to_list(config: DossierConfig) -> tuple[Output, ...]:
    """The formats in which files of the dossier may lie in ``build/``: its own, and the booklet that can be asked for besides."""
    return tuple(dict.fromkeys((*config.outputs, Output.BOOKLET)))


def below_build(path: str) -> str:
    """A path of the project as lists in ``build/`` have it, relative to themselves."""
    return path.removeprefix("build/")


def output_path(dossier: str, language: str, output: Output) -> str:
    """``build/<dossier>/<lang>/<dossier>.pdf``, ``.archive.pdf`` …"""
    return f"build/{dossier}/{language}/{dossier}.{output.suffix}"


def picture_path(dossier: str, language: str) -> str:
    """``build/<dossier>/<lang>/<dossier>.png``: the picture of an edition's cover."""
    return f"build/{dossier}/{language}/{dossier}.png"
