"""``dossier build``: plan, run, write; one failing edition leaves its old files in place and does not stop the others."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dossier.edition.index import Listed, index_page
from dossier.model.bundle import Artifact
from dossier.model.diagnostics import Diagnostic, DossierError, has_errors
from dossier.model.document import Dossier
from dossier.model.records import Output
from dossier.pipeline.clock import modified
from dossier.pipeline.edition import JobResult, read_catalog, read_templates
from dossier.pipeline.executor import run_all
from dossier.pipeline.localize import read_catalogs
from dossier.pipeline.plan import Job, jobs, output_path
from dossier.pipeline.project import Project, Selection
from dossier.pipeline.writing import write_all
from dossier.translation.weave import weave_dossier

INDEX = "build/index.html"


@dataclass(frozen=True, slots=True)
class Plan:
    """The jobs to run, what was found on the way, and whether a dossier had to be left out."""

    jobs: tuple[Job, ...]
    diagnostics: tuple[Diagnostic, ...]


def plan(project: Project, selection: Selection) -> Plan:
    """Read the chosen dossiers and list the editions to build; a dossier that cannot be read is a finding."""
    planned: list[Job] = []
    found: list[Diagnostic] = []
    for name in project.chosen(selection):
        try:
            dossier, findings = project.load(name)
            found.extend(findings)
            if not has_errors(findings):
                planned.extend(jobs(project.root, dossier, selection, modified(dossier.config)))
        except DossierError as error:
            found.extend(error.diagnostics)
    return Plan(tuple(planned), tuple(found))


def build(project: Project, planned: Plan) -> Iterator[JobResult]:
    """Run the jobs and write each edition as it is ready, whole or not at all. Results come in the order of finishing."""
    for result in run_all(planned.jobs):
        yield _written(project, result)


def write_index(project: Project) -> None:
    """``build/index.html``: every edition that lies in ``build/``, with sizes and digests."""
    files = [listed for name in project.dossiers for listed in _listed(project, name)]
    page = index_page(files, read_templates(project.files), read_catalog(project.files, "en"))
    write_all(project.root, [Artifact(INDEX, page.encode())])


def _written(project: Project, result: JobResult) -> JobResult:
    try:
        write_all(project.root, result.artifacts)
    except DossierError as error:
        return replace(result, artifacts=(), diagnostics=(*result.diagnostics, *error.diagnostics))
    return result


def _listed(project: Project, name: str) -> Iterator[Listed]:
    try:
        dossier, _ = project.load(name)
    except DossierError:
        return  # told when it was planned
    for language in dossier.config.languages:
        for output in dossier.config.outputs:
            path = output_path(name, language, output)
            if project.files.exists(path):
                yield _entry(project, dossier, language, output, path)


def _entry(project: Project, dossier: Dossier, language: str, output: Output, path: str) -> Listed:
    data = project.files.read(path)
    digest = hashlib.sha256(data).hexdigest()
    title = _title(project, dossier, language)
    return Listed(dossier.id, title, language, output, path.removeprefix("build/"), len(data), digest)


def _title(project: Project, dossier: Dossier, language: str) -> str:
    try:
        catalogs, _ = read_catalogs(project.files, dossier, language)
    except DossierError:
        return dossier.config.title
    return weave_dossier(dossier, catalogs, language)[0].front.strings["title"].text
