"""One job, done: an edition from the project's files to the bytes of its outputs.

Everything here runs in a worker process; what it needs of the machine (a private fontconfig) it sets up first.
"""

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version

from dossier.edition.book import epub_bundle
from dossier.edition.compose import Edition, compose
from dossier.edition.environment import Templates
from dossier.edition.pages import print_bundle, web_bundle
from dossier.model.bundle import Artifact
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError, has_errors, in_order
from dossier.model.records import Output
from dossier.pipeline.faces import FACES, faces_for, set_up_faces
from dossier.pipeline.localize import localize
from dossier.pipeline.plan import Job, output_path
from dossier.pipeline.project import Project
from dossier.pipeline.templates import read_catalog, read_templates
from dossier.press.findings import missing_glyphs
from dossier.press.toolchain import toolchain


@dataclass(frozen=True, slots=True)
class JobResult:
    """What became of a job. There are no artifacts where a finding is an error: half an edition helps nobody."""

    job: Job
    artifacts: tuple[Artifact, ...]
    diagnostics: tuple[Diagnostic, ...]
    seconds: float
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Made:
    """The bytes of one output; ``pages`` for a PDF."""

    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()
    pages: int = 0


def run(job: Job) -> JobResult:
    """Build the edition that ``job`` names. Never raises: what goes wrong is a finding."""
    start = time.perf_counter()
    try:
        result = _run(job)
    except DossierError as error:
        result = JobResult(job, (), error.diagnostics, 0)
    except Exception as error:  # an edition that fails in a way nobody foresaw must not take the others with it
        details = (("edition", f"{job.dossier} {job.language}"), ("reason", f"{type(error).__name__}: {error}"))
        result = JobResult(job, (), (Diagnostic(CODES["P003"], "an unexpected error stopped the edition", details=details),), 0)
    return replace(result, seconds=time.perf_counter() - start)


def _run(job: Job) -> JobResult:
    edition, findings = composed(job)
    if has_errors(findings):
        return JobResult(job, (), in_order(findings), 0)
    templates = read_templates(Project(job.root).files)
    made = {output: MAKERS[output](edition, templates) for output in job.outputs}
    found = in_order((*findings, *_news(made.values(), findings)))
    artifacts = tuple(Artifact(output_path(job.dossier, job.language, output), one.data) for output, one in made.items())
    pages = max(one.pages for one in made.values())
    return JobResult(job, () if has_errors(found) else artifacts, found, 0, pages)


def _news(made: Collection[Made], known: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """What the press says that was not said with its place before: a missing glyph or description is found by both."""
    told = {(finding.code, finding.message) for finding in known}
    if any(finding.code is CODES["C016"] for finding in known):
        told |= {(found.code, found.message) for one in made for found in one.diagnostics if found.code is CODES["C016"]}
    return (finding for one in made for finding in one.diagnostics if (finding.code, finding.message) not in told)


def composed(job: Job) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """The edition before it is set, and all findings so far.

    Raises
    ------
    DossierError
        Where a file cannot be read.
    """
    project = Project(job.root)
    dossier, told = project.load(job.dossier)
    localized, found = localize(project.files, dossier, job.language)
    messages = read_catalog(project.files, job.language)
    return compose(localized, messages, modified=job.modified, toolchain=full_toolchain()), (*told, *found)


@cache
def full_toolchain() -> tuple[tuple[str, str], ...]:
    """Names and versions of all that shapes the outputs: what makes the markup, then what presses it."""
    markup = (("markdown-it-py", "markdown-it-py"), ("Jinja", "jinja2"), ("Babel", "babel"))
    return (*toolchain(), *((name, version(package)) for name, package in markup))


def _pdf(edition: Edition, templates: Templates) -> Made:
    set_up_faces()
    from dossier.press.pdf import render

    result = render(print_bundle(edition, templates), edition.localized.dossier.config.pdf.profile)
    return Made(result.data, result.diagnostics, result.pages)


def _web(edition: Edition, templates: Templates) -> Made:
    from dossier.press.web import self_contained

    bundle = web_bundle(edition, templates, faces=FACES)
    data = self_contained(replace(bundle, assets={**bundle.assets, **faces_for(bundle.html)}))
    return Made(data, missing_glyphs(bundle.html))


def _epub(edition: Edition, templates: Templates) -> Made:
    from dossier.press.epub import pack

    bundle = epub_bundle(edition, templates, faces=FACES)
    text = b"".join([bundle.navigation, *(chapter.xhtml for chapter in bundle.chapters)]).decode()
    return Made(pack(replace(bundle, assets={**bundle.assets, **faces_for(text)})), missing_glyphs(text))


MAKERS: Mapping[Output, Callable[[Edition, Templates], Made]] = {Output.PDF: _pdf, Output.EPUB: _epub, Output.HTML: _web}
"""How each output is made. A new format is one more entry."""
