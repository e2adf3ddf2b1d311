"""``dossier build``: plan, run, write; one failing edition leaves its old files in place and does not stop the others."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from dossier.model.diagnostics import Diagnostic, DossierError, has_errors, in_order
from dossier.pipeline.built import write_built
from dossier.pipeline.clock import modified
from dossier.pipeline.edition import JobResult
from dossier.pipeline.executor import run_all
from dossier.pipeline.plan import Job, jobs
from dossier.pipeline.project import Project, Selection
from dossier.pipeline.quotations import checked
from dossier.pipeline.today import today
from dossier.press.collection import uncollected


@dataclass(frozen=True, slots=True)
class Plan:
    """The jobs to run, what was found on the way, and whether a dossier had to be left out."""

    jobs: tuple[Job, ...]
    diagnostics: tuple[Diagnostic, ...]


def plan(project: Project, selection: Selection, snapshots: Path | None = None) -> Plan:
    """Read the chosen dossiers, check their quotations, and list the editions to build.

    Parameters
    ----------
    project, selection:
        What was chosen.
    snapshots:
        The folder with the snapshots of sources; ``None`` where there is none here.

    Returns
    -------
    The plan. A dossier that cannot be read, or that quotes what its source does not say, is a finding and not in it.
    """
    planned: list[Job] = []
    found: list[Diagnostic] = []
    for name in project.chosen(selection, pseudo=True):
        try:
            dossier, findings = project.load(name)
            report = checked(project.files, dossier, snapshots, today(dossier.config))
            found.extend((*findings, *report.diagnostics))
            if not has_errors((*findings, *report.diagnostics)):
                planned.extend(jobs(project.root, dossier, selection, modified(dossier.config), report.checked))
        except DossierError as error:
            found.extend(error.diagnostics)
    return Plan(tuple(planned), in_order(found))


def collecting_late(planned: Plan) -> AbstractContextManager[None]:
    """No garbage collection until the command ends, where it makes one edition only, in its own process.

    The first collection after a book was set looks through millions of objects that the end of the process frees at once: more
    than a second for 350 pages. Where several editions are made, memory comes first.
    """
    return uncollected() if len(planned.jobs) == 1 else nullcontext()


def build(project: Project, planned: Plan) -> Iterator[JobResult]:
    """Run the jobs and write each edition as it is ready, whole or not at all. Results come in the order of finishing."""
    for result in run_all(planned.jobs):
        yield _written(project, result)


def _written(project: Project, result: JobResult) -> JobResult:
    if not result.artifacts:
        return result
    try:
        write_built(project.root, result.artifacts)
    except DossierError as error:
        return replace(result, artifacts=(), diagnostics=(*result.diagnostics, *error.diagnostics))
    return result
