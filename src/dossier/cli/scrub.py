"""``dossier scrub``."""

from collections.abc import Sequence

import click

from dossier.cli.common import failing_clearly, finish, harmless, project_of, selecting, selection, show, tell_waiting
from dossier.pipeline.scrub import Scrubbed, scrub


@click.command()
@selecting
@click.option("--dry-run", is_flag=True, help="Only show what would be taken out.")
@click.pass_context
def command(ctx: click.Context, dossiers: tuple[str, ...], languages: tuple[str, ...], dry_run: bool) -> None:
    """Take people's names, e-mail addresses and time zones out of the headers and comments of locale files.

    Translations, and comments that name nobody, keep every byte. What is taken out is shown. Versions that are in git already
    stay in its history.

    \b
    Example:
      dossier scrub un-letter-1988 --dry-run
    """
    with failing_clearly():
        taken, findings = scrub(project_of(ctx), selection(dossiers, languages), dry_run=dry_run, waiting=tell_waiting)
    for file in taken:
        _print(file)
    show(findings)
    click.echo(_summary(taken, dry_run))
    finish(findings)


def _print(file: Scrubbed) -> None:
    click.echo(harmless(file.path))
    width = len(str(max(trace.line for trace in file.traces)))
    for trace in file.traces:
        became = f"  →  {trace.instead}" if trace.instead else ""
        click.echo(f"  {trace.line:>{width}}  {harmless(trace.found)}{became}")


def _summary(taken: Sequence[Scrubbed], dry_run: bool) -> str:
    if not taken:
        return "nothing to take out"
    number, files = sum(len(file.traces) for file in taken), len(taken)
    return f"{number} {'places' if number > 1 else 'place'} in {files} {'files' if files > 1 else 'file'}" + (
        "; nothing is written on a dry run" if dry_run else " taken out"
    )
