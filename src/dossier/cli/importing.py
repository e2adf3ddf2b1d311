"""``dossier import``."""

from pathlib import Path

import click

from dossier.cli.common import failing_clearly, finish, json_option, print_json, project_of, show
from dossier.pipeline.exchange import ImportedFile, import_files


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option(
    "--lang", "languages", multiple=True, metavar="LANG", help="Only this language; needed where a file does not say its own."
)
@click.option("--dry-run", is_flag=True, help="Only tell what would be done.")
@json_option
@click.pass_context
def command(ctx: click.Context, files: tuple[Path, ...], languages: tuple[str, ...], dry_run: bool, as_json: bool) -> None:
    """Take translations back from other tools into the locale files.

    XLIFF 2 and PO go in entry by entry. What was changed both here and there stays as it is here, and is told. A TMX file goes
    into the project's memory, in which dossier update looks texts up. Exits 1 where there is a conflict or a file cannot be read.

    \b
    Example:
      dossier import ~/mail/un-letter-1988.fa.xlf --dry-run
    """
    with failing_clearly():
        report = import_files(project_of(ctx), files, languages, dry_run=dry_run, waiting=_waiting)
    if as_json:
        print_json(report.as_json())
    else:
        show(report.diagnostics)
        for one in report.files:
            click.echo(_line(one))
        click.echo(f"{len(report.written)} files {'would be ' if dry_run else ''}written")
    finish(report.diagnostics)


def _waiting() -> None:
    click.echo("waiting for another command that writes locale files", err=True)


def _line(file: ImportedFile) -> str:
    counts = ", ".join(f"{number} {way}" for way, number in file.counts.items() if number)
    return f"{file.path} ({file.language}): {counts or 'nothing in it'}"
