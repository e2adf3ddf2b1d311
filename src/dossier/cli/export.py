"""``dossier export``."""

from pathlib import Path

import click

from dossier.cli.common import failing_clearly, project_of, selecting, selection, show
from dossier.pipeline.exchange import STATES, ExportReport, export
from dossier.translation.exchange.values import Format


@click.command()
@selecting
@click.option(
    "--format",
    "form",
    type=click.Choice([str(one) for one in Format]),
    required=True,
    help="XLIFF 2.0 for translation tools, one PO file for all documents, or a TMX memory.",
)
@click.option(
    "--only",
    type=click.Choice(list(STATES)),
    help="Everything, or what nobody has reviewed. By default everything; in a memory, what was reviewed.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Write to this file, or where there are several to this folder; by default to build/exchange/.",
)
@click.pass_context
def command(
    ctx: click.Context,
    dossiers: tuple[str, ...],
    languages: tuple[str, ...],
    form: str,
    only: str | None,
    output: Path | None,
) -> None:
    """Write translations for other tools: a file for each dossier and language.

    States, comments and places go with them, withheld names do not. What comes back goes in with dossier import.

    \b
    Example:
      dossier export un-letter-1988 --lang fa --format xliff
    """
    with failing_clearly():
        for report in export(project_of(ctx), selection(dossiers, languages), Format(form), only or "", output):
            show(report.diagnostics)
            click.echo(_line(report))


def _line(report: ExportReport) -> str:
    counts = ", ".join(f"{number} {state}" for state, number in report.states.items())
    return f"{report.dossier} {report.language}: {counts or 'nothing'}; {', '.join(report.files) or 'no file written'}"
