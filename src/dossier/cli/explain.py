"""``dossier explain``."""

import click

from dossier.cli.common import failing_clearly
from dossier.model.codes import CODES
from dossier.pipeline.project import chosen


@click.command()
@click.argument("codes", nargs=-1, metavar="[CODE]...")
def command(codes: tuple[str, ...]) -> None:
    """Say what a diagnostic code means and what to do about it.

    Without a code, list them all.

    \b
    Example:
      dossier explain T003
    """
    if not codes:
        for code in CODES.values():
            click.echo(f"{code.id}  {code.severity:<7}  {code.title}")
        return
    with failing_clearly():
        wanted = chosen("code", tuple(code.upper() for code in codes), CODES)
    click.echo("\n\n".join(_page(code) for code in wanted))


def _page(name: str) -> str:
    code = CODES[name]
    title = click.style(f"{code.id}: {code.title}", bold=True)
    return f"{title} ({code.severity})\n\n{click.wrap_text(code.explanation)}\n\nMend: {click.wrap_text(code.mend)}"
