"""``dossier deposit``."""

from pathlib import Path

import click

from dossier.cli.common import failing_clearly, finish, project_of, selecting, selection, show, snapshots_option
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.pipeline.deposit.deposit import Deposit, How, deposit


@click.command()
@selecting
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", help="Write into this folder.")
@snapshots_option
@click.option("--replace", is_flag=True, help="Replace a deposit of the same name that has other content.")
@click.pass_context
def command(
    ctx: click.Context,
    dossiers: tuple[str, ...],
    languages: tuple[str, ...],
    to: Path | None,
    snapshots: Path | None,
    replace: bool,
) -> None:
    """Pack a dossier for an archive: a BagIt bag with its editions and all that they were made from.

    The editions are built afresh, from the files that go into the bag. It is written whole or not at all, below
    build/deposits/. Withheld names and names of translators are in no file of it, nor are snapshots of sources.

    \b
    Example:
      dossier deposit un-letter-1988 --to ~/archive
    """
    found: list[Diagnostic] = []
    with failing_clearly():
        project = project_of(ctx)
        chosen = selection(dossiers, languages)
        for name in project.chosen(chosen):
            try:
                made = deposit(project, name, chosen, How(to, snapshots, replace))
            except DossierError as error:
                made = Deposit(name, "", 0, 0, False, error.diagnostics)
            click.echo(_line(made), err=not made.path)
            show(made.diagnostics)
            found += made.diagnostics
    finish(found)


def _line(made: Deposit) -> str:
    if not made.path:
        return f"{made.dossier}: no deposit made"
    how = "" if made.is_new else ", there already"
    return f"{made.dossier}: {made.path} ({made.files} files, {made.size / 1_000_000:.1f} MB{how})"
