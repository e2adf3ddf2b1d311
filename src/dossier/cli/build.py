"""``dossier build``."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from dossier.cli.common import failing_clearly, finish, project_of, selecting, show, snapshots_option
from dossier.model.bundle import Artifact
from dossier.model.diagnostics import Diagnostic
from dossier.model.records import Output
from dossier.pipeline.build import Plan, build, collecting_late, plan
from dossier.pipeline.catalogue import write_catalogues
from dossier.pipeline.edition import JobResult
from dossier.pipeline.index import write_index
from dossier.pipeline.plan import with_booklets
from dossier.pipeline.project import Project, Selection


@click.command()
@selecting
@click.option(
    "--output",
    "outputs",
    multiple=True,
    type=click.Choice([str(output) for output in Output]),
    help="Only this format (repeat for more); by default those in dossier.toml.",
)
@click.option("--booklet", is_flag=True, help="Make a booklet to fold as well.")
@click.option(
    "--verify", is_flag=True, help="Have veraPDF, EPUBCheck, Ace, qpdf and preflight look at what was made, those that are here."
)
@snapshots_option
@click.pass_context
def command(
    ctx: click.Context,
    dossiers: tuple[str, ...],
    languages: tuple[str, ...],
    outputs: tuple[str, ...],
    booklet: bool,
    verify: bool,
    snapshots: Path | None,
) -> None:
    """Make the editions: PDF, EPUB and web page in each language; and build/index.html, catalogues for reading apps, SHA256SUMS.

    An edition with an error is not written; its previous files stay, the others are still built, and the exit is 1.

    \b
    Example:
      dossier build un-letter-1988 --lang fa --output pdf
    """
    project = project_of(ctx)
    selection = Selection(dossiers, languages, tuple(Output(name) for name in outputs))
    with failing_clearly():
        planned = plan(project, selection, snapshots)
        if booklet:
            planned = replace(planned, jobs=with_booklets(planned.jobs))
        show(planned.diagnostics)
        found: list[Diagnostic] = list(planned.diagnostics)
        with collecting_late(planned):
            results = _build(project, planned, found)
            _tell(found, (*write_index(project), *write_catalogues(project)))
        if verify:
            _verify(project, results, found)
    finish(found)


def _build(project: Project, planned: Plan, found: list[Diagnostic]) -> list[JobResult]:
    """Build, and tell of each edition as it is finished; what was found besides is added to ``found``.

    Returns
    -------
    What became of each, without the bytes: they are on disk.
    """
    done: list[JobResult] = []
    with _progress(len(planned.jobs)) as advance:
        for result in build(project, planned):
            news = _news(result.diagnostics, found)
            advance(result, news)
            found.extend(news)
            done.append(replace(result, artifacts=tuple(Artifact(one.path, b"") for one in result.artifacts)))
    return done


def _verify(project: Project, results: Sequence[JobResult], found: list[Diagnostic]) -> None:
    from dossier.pipeline.judges import judged  # a build that asks nobody does not wait for it

    _tell(found, judged(project.root, results, _tell_who_judges))


def _tell_who_judges(what: str) -> None:
    click.echo(f"judged by {what}")


def _tell(found: list[Diagnostic], findings: Iterable[Diagnostic]) -> None:
    """Show what was not told yet, and add it to ``found``."""
    news = _news(findings, found)
    show(news)
    found.extend(news)


def _news(findings: Iterable[Diagnostic], told: list[Diagnostic]) -> list[Diagnostic]:
    """Findings not told yet: what is wrong with the original or a template is found again in every language."""
    return [finding for finding in findings if finding not in told]


class _Reporter:
    """Prints a line for each edition; on a terminal, above a bar."""

    def __init__(self, progress: Progress, total: int) -> None:
        self.progress = progress
        self.task = progress.add_task("editions", total=total)

    def __call__(self, result: JobResult, news: list[Diagnostic]) -> None:
        self.progress.advance(self.task)
        click.echo(_line(result), err=not result.artifacts)
        show(news)


@contextmanager
def _progress(total: int) -> Iterator[_Reporter]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        yield _Reporter(progress, total)


def _line(result: JobResult) -> str:
    job = result.job
    name = f"{job.dossier} {job.language}"
    if not result.artifacts:
        return f"{name}: not built"
    outputs = ", ".join(f"{output}" for output in job.outputs)
    pages = f", {result.pages} pages" if result.pages else ""
    return f"{name}: {outputs}{pages} ({result.seconds:.1f} s)"
