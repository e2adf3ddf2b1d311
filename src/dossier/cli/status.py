"""``dossier status``."""

import click

from dossier.cli.common import failing_clearly, json_option, print_json, project_of, selecting, selection
from dossier.pipeline.status import STATES, StatusRow, status


@click.command()
@selecting
@json_option
@click.pass_context
def command(ctx: click.Context, dossiers: tuple[str, ...], languages: tuple[str, ...], as_json: bool) -> None:
    """Show how far the translations are, in entries, per document and language.

    \b
    Example:
      dossier status --lang fa --json
    """
    with failing_clearly():
        rows = list(status(project_of(ctx), selection(dossiers, languages)))
    if as_json:
        print_json([row.as_json() for row in rows])
    else:
        _print_table(rows)


def _print_table(rows: list[StatusRow]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("dossier", "language", "document"):
        table.add_column(name, no_wrap=True, overflow="ignore")
    for state in STATES:
        table.add_column(str(state), justify="right", no_wrap=True)
    for row in rows:
        numbers = [str(row.shares.units.get(state, 0)) for state in STATES]
        table.add_row(row.dossier, row.language, row.document, *numbers)
    # A name that is cut is no name: the table takes the width it needs, also in a pipe.
    Console(width=1000).print(table)
