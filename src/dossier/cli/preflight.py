"""``dossier preflight``."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dossier.cli.common import failing_clearly, finish, harmless, json_option, print_json, root_of, show, timeout_option
from dossier.model.diagnostics import Severity
from dossier.model.records import Profile
from dossier.pipeline.preflight import PATIENCE, check_files

if TYPE_CHECKING:
    from dossier.press.preflight.report import Report


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE.pdf...")
@click.option(
    "--for",
    "purpose",
    type=click.Choice(Profile, case_sensitive=False),
    help="What the files are for; by default what each claims to be: PDF/X for print, PDF/A for an archive, else the screen.",
)
@timeout_option("Give up a file after so long.", PATIENCE)
@json_option
@click.pass_context
def command(ctx: click.Context, files: tuple[Path, ...], purpose: Profile | None, seconds: float, as_json: bool) -> None:
    """Tell what a printing house, an archive or a screen reader would complain of in PDFs, of dossier's making or not.

    Exits 1 if there is an error; warnings and notes alone exit 0. “dossier explain X023” tells more of a finding.

    \b
    Example:
      dossier preflight --for print build/demo/en/demo.print.pdf
    """
    with failing_clearly():
        reports = check_files(root_of(ctx), files, purpose, seconds=seconds)
    if as_json:
        print_json([_as_json(name, report) for name, report in reports])
    else:
        for name, report in reports:
            show(report.diagnostics)
            click.echo(harmless(_summary(name, report)))
    finish(found for _, report in reports for found in report.diagnostics)


def _summary(name: str, report: "Report") -> str:
    """One line: what was found, and in what."""
    counts = [(sum(one.severity is severity for one in report.diagnostics), severity) for severity in Severity]
    found = ", ".join(_counted(number, str(severity)) for number, severity in counts if number) or "nothing to complain of"
    if report.purpose is None:
        return f"{name}: {found}; not checked"
    parts = ((report.pages, "page"), (report.fonts, "font"), (report.pictures, "picture"))
    checked = ", ".join(_counted(number, what) for number, what in parts)
    return f"{name}: {found}; checked for {report.purpose} ({report.claims or 'claims no standard'}): {checked}"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _as_json(name: str, report: "Report") -> dict[str, Any]:
    return {
        "file": name,
        "purpose": report.purpose and str(report.purpose),
        "claims": report.claims,
        "pages": report.pages,
        "fonts": report.fonts,
        "pictures": report.pictures,
        "findings": [found.as_json() for found in report.diagnostics],
    }
