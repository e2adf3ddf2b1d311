"""``dossier sign-off``."""

import click

from dossier.cli.common import failing_clearly, project_of, tell_waiting
from dossier.model.fields import known_day
from dossier.pipeline.signoff import Signing, SigningReport, sign_off


def _day(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
    try:
        return known_day(value) if value else ""
    except ValueError as error:
        raise click.BadParameter("write the day as YYYY-MM-DD") from error


@click.command()
@click.argument("dossier", default="", metavar="[DOSSIER]")
@click.option("--lang", "language", required=True, metavar="LANG", help="The language that was read.")
@click.option(
    "--document", "documents", multiple=True, metavar="ID", help="Only this document (repeat for more); all by default."
)
@click.option("--as", "reviewer", required=True, metavar="PSEUDONYM", help="What the reviewer goes by. Never a name.")
@click.option("--date", default="", callback=_day, metavar="DAY", help="The day of the reading, YYYY-MM-DD; today by default.")
@click.pass_context
def command(ctx: click.Context, dossier: str, language: str, documents: tuple[str, ...], reviewer: str, date: str) -> None:
    """Say that a person has read a whole translation beside the original.

    It is written into sign-offs.toml beside the PO files and shown in the colophon of the edition: the document, the
    pseudonym, the day. It is void as soon as the original or the translation changes. Never sign with a real name or an
    address: the file travels with the project, and the colophon is printed.

    \b
    Example:
      dossier sign-off un-letter-1988 --lang fa --document summary --as R1
    """
    with failing_clearly():
        report = sign_off(project_of(ctx), Signing(dossier, language, documents, reviewer, date), tell_waiting)
    click.echo(_line(report))


def _line(report: SigningReport) -> str:
    number = len(report.documents)
    what = report.documents[0] if number == 1 else f"{number} documents"
    return f"{report.dossier} {report.language}: {what} signed off by {report.reviewer} on {report.date}; {report.path} written"
