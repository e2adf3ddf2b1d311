"""``dossier update``."""

import click

from dossier.cli.common import failing_clearly, finish, project_of, selecting, selection, show, tell_waiting
from dossier.model.diagnostics import Diagnostic
from dossier.pipeline.update import UpdateReport, update


@click.command()
@selecting
@click.pass_context
def command(ctx: click.Context, dossiers: tuple[str, ...], languages: tuple[str, ...]) -> None:
    """Bring the locale files up to the documents.

    New passages are added, changed ones are marked fuzzy with the old text beside them, removed ones are kept as obsolete.
    Nothing that a translator wrote is lost, and entries that are not concerned keep their bytes.

    \b
    Example:
      dossier update un-letter-1988 --lang fa
    """
    found: list[Diagnostic] = []
    with failing_clearly():
        for report, findings in update(project_of(ctx), selection(dossiers, languages), tell_waiting):
            show(findings)
            found.extend(findings)
            click.echo(_line(report))
    finish(found)


def _line(report: UpdateReport) -> str:
    files = f"{len(report.written)} files written" if report.written else "unchanged"
    if not report.language:
        return f"{report.dossier} templates: {sum(report.counts.values())} passages; {files}"
    counts = ", ".join(f"{number} {name}" for name, number in report.counts.items() if number)
    return f"{report.dossier} {report.language}: {counts}; {files}"
