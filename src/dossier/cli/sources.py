"""``dossier sources``."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from dossier.cli.common import failing_clearly, finish, harmless, project_of, selection, show
from dossier.pipeline.sources import EXPORTS, SourceRow, export, sources

_COLUMNS = ("title", "publisher", "publisher-kind", "issued", "URL", "reproduce")


@click.command()
@click.argument("dossiers", nargs=-1, metavar="[DOSSIER]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", *EXPORTS]),
    default="table",
    help="table (the default), json, csl-json, bibtex (BibLaTeX) or ris.",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write into this file.")
@click.pass_context
def command(ctx: click.Context, dossiers: tuple[str, ...], form: str, as_json: bool, output: Path | None) -> None:
    """List the sources, or export them for Zotero and others.

    What is inferred or unknown is called so in lists; exports have it in a note, not as a fact. Withheld names are in none.

    \b
    Example:
      dossier sources un-letter-1988 --format csl-json --output sources.json
    """
    with failing_clearly():
        rows, findings = sources(project_of(ctx), selection(dossiers, ()))
        text = _written(rows, "json" if as_json else form)
        if output is not None:
            _save(output, text)
    show(findings)
    if output is None:
        click.echo(text, nl=False)
    finish(findings)


def _written(rows: Sequence[SourceRow], form: str) -> str:
    if form == "table":
        return _table(rows)
    if form == "json":
        return json.dumps([row.as_json() for row in rows], ensure_ascii=False, indent=2) + "\n"
    return export(rows, form)


def _save(output: Path, text: str) -> None:
    from dossier.model.bundle import Artifact
    from dossier.pipeline.writing import write_all

    target = output.absolute()
    write_all(target.parent, [Artifact(target.name, text.encode())])


def _table(rows: Sequence[SourceRow]) -> str:
    from io import StringIO

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("dossier", "id", *_COLUMNS):
        table.add_column(name, no_wrap=True, overflow="ignore")
    for row in rows:
        table.add_row(row.dossier, row.record.id, *(Text(harmless(row.shown(field))) for field in _COLUMNS))
    out = StringIO()
    # A name that is cut is no name: the table takes the width it needs, also in a pipe.
    Console(file=out, width=1000).print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))
