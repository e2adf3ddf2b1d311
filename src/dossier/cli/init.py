"""``dossier init``."""

from pathlib import Path

import click

from dossier.cli.common import failing_clearly
from dossier.pipeline.init import init


@click.command()
@click.argument("name", metavar="NAME")
@click.pass_context
def command(ctx: click.Context, name: str) -> None:
    """Begin a new project in the folder NAME.

    It holds a small complete dossier in three languages, to be changed into yours.

    \b
    Example:
      dossier init demo && cd demo && dossier build
    """
    folder = (Path(ctx.obj or ".") / name).absolute()
    with failing_clearly():
        written = init(folder)
    click.echo(f"{len(written)} files in {name}; next: cd {name} && dossier build")
