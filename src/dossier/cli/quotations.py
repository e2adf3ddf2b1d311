"""``dossier quotations``."""

from pathlib import Path

import click

from dossier.cli.common import (
    failing_clearly,
    finish,
    harmless,
    json_option,
    print_json,
    project_of,
    selection,
    show,
    snapshots_option,
)
from dossier.model.diagnostics import Diagnostic
from dossier.model.quotation import Verdict
from dossier.pipeline.project import Project
from dossier.pipeline.quotations import QuotationReport, checked, verdict_json, verification
from dossier.pipeline.today import today
from dossier.pipeline.writing import write_all

_COLOURS = {
    Verdict.VERIFIED: "green",
    Verdict.RECORDED: "green",
    Verdict.CHANGED: "yellow",
    Verdict.RECORDED_CHANGED: "yellow",
    Verdict.UNVERIFIED: "yellow",
    Verdict.WRONG: "red",
}
_SHOWN = 60


@click.command()
@click.argument("dossiers", nargs=-1, metavar="[DOSSIER]...")
@snapshots_option
@click.option("--record", is_flag=True, help="Write what was found into quotations.lock.")
@json_option
@click.pass_context
def command(ctx: click.Context, dossiers: tuple[str, ...], snapshots: Path | None, record: bool, as_json: bool) -> None:
    """List the quotations and whether their words stand in their sources.

    A source's text is its snapshot, found by its digest, or what the dossier reproduces of it. Where neither is here,
    quotations.lock tells what was found before. Exits 1 on an error: words that are not in their source, a lock or a
    snapshot that cannot be read.

    \b
    Example:
      dossier quotations --snapshots ~/snapshots --record
    """
    found: list[Diagnostic] = []
    reports: list[QuotationReport] = []
    with failing_clearly():
        project = project_of(ctx)
        for name in project.chosen(selection(dossiers, ())):
            report = _report(project, name, snapshots)
            reports.append(report)
            show(report.diagnostics)
            found.extend(report.diagnostics)
            if record and report.lock is not None:
                write_all(project.root, [report.lock])
    if as_json:
        _print_json(reports)
    else:
        _print_table(reports)
    finish(found)


def _report(project: Project, name: str, snapshots: Path | None) -> QuotationReport:
    """What is known of the quotations of one dossier; what else was found when it was read, ``dossier check`` tells."""
    dossier, _ = project.load(name)
    return checked(project.files, dossier, snapshots, today(dossier.config))


def _print_json(reports: list[QuotationReport]) -> None:
    print_json([verdict_json(report.dossier, one) for report in reports for one in report.checked])


def _print_table(reports: list[QuotationReport]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("verdict", "source", "place", "quotation", "known"):
        table.add_column(name, no_wrap=True, overflow="ignore")
    for one in (one for report in reports for one in report.checked):
        words = " ".join(one.quotation.text.split())
        shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
        row = (one.source, str(one.quotation.place), harmless(shown), verification(one))
        table.add_row(Text(str(one.verdict), style=_COLOURS[one.verdict]), *map(Text, row))
    # A place that is cut is no place: the table takes the width it needs, also in a pipe.
    Console(width=1000).print(table)
