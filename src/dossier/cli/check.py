"""``dossier check``."""

from pathlib import Path

import click

from dossier.cli.common import (
    failing_clearly,
    finish,
    json_option,
    print_json,
    project_of,
    selecting,
    selection,
    show,
    snapshots_option,
)
from dossier.model.diagnostics import Severity
from dossier.pipeline.check import check_project


@click.command()
@selecting
@snapshots_option
@json_option
@click.pass_context
def command(
    ctx: click.Context, dossiers: tuple[str, ...], languages: tuple[str, ...], snapshots: Path | None, as_json: bool
) -> None:
    """Report everything that is wrong with documents and translations, without building.

    Exits 1 if there is an error; warnings and notes alone exit 0.

    \b
    Example:
      dossier check --json | jq '.[].message'
    """
    with failing_clearly():
        found = check_project(project_of(ctx), selection(dossiers, languages), snapshots)
    if as_json:
        print_json([finding.as_json() for finding in found])
    else:
        show(found)
        click.echo(", ".join(f"{sum(one.severity is severity for one in found)} {severity}s" for severity in Severity))
    finish(found)
