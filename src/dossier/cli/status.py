"""``dossier status``."""

import sys
from dataclasses import replace
from io import StringIO
from pathlib import Path

import click

from dossier.cli.common import failing_clearly, finish, harmless, json_option, print_json, project_of, selecting, selection, show
from dossier.model.translation import Progress
from dossier.pipeline.status import LANGUAGE, Status, StatusRow, badges, status, too_little

_HEADS = {
    Progress.APPROVED: "un-\nchanged",
    Progress.POST_EDITED: "post-\nedited",
    Progress.TRANSLATED: "trans-\nlated",
    Progress.DRAFT: "draft",
    Progress.UNFINISHED: "un-\nfinished",
    Progress.STALE: "stale",
    Progress.MISSING: "missing",
}
"""In two lines, so that seven numbers have room beside a name in a hundred columns."""


@click.command()
@selecting
@click.option("--words", "in_words", is_flag=True, help="Count words of the original in the table, not entries.")
@json_option
@click.option(
    "--badge",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.svg",
    help=f"Write a badge with the share of reviewed words; with several languages, name {LANGUAGE} in FILE.",
)
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    metavar="PERCENT",
    help="Exit 1 where a language has less than this share of its words reviewed.",
)
@click.pass_context
def command(
    ctx: click.Context,
    dossiers: tuple[str, ...],
    languages: tuple[str, ...],
    in_words: bool,
    as_json: bool,
    badge: Path | None,
    fail_under: float | None,
) -> None:
    """Show how far the translations are, per document and language.

    Reviewed passages are told apart: a machine's draft that a person approved unchanged, one that was post-edited, and a
    person's own translation. Then there are drafts, unfinished, stale (the original has changed) and missing ones. “re-viewed”
    is the share of words, “signed” who has signed the document off.

    \b
    Example:
      dossier status --lang fa --fail-under 80 --badge reviewed-{lang}.svg
    """
    with failing_clearly():
        found = status(project_of(ctx), selection(dossiers, languages))
        if badge is not None:
            _write_badges(found, badge)
    if as_json:
        print_json([row.as_json() for row in (*found.rows, *found.totals)])
    else:
        _print_table(found, in_words=in_words)
    told = (*found.diagnostics, *(too_little(found, fail_under) if fail_under is not None else ()))
    show(told)
    finish(told)


def _write_badges(found: Status, file: Path) -> None:
    from dossier.pipeline.writing import write_all

    if len(found.totals) > 1 and LANGUAGE not in str(file):
        raise click.UsageError(f"There are several languages: name {LANGUAGE} in the badge's file, or choose one with --lang.")
    for made in badges(found, str(file.absolute())):
        target = Path(made.path)
        write_all(target.parent, [replace(made, path=target.name)])


def _print_table(found: Status, *, in_words: bool) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("words" if in_words else "entries", no_wrap=True, overflow="ignore", vertical="bottom")
    for head in (*_HEADS.values(), "re-\nviewed"):
        table.add_column(head, justify="right", no_wrap=True, vertical="bottom")
    table.add_column("signed", no_wrap=True, overflow="ignore", vertical="bottom")
    for rows, total in found.groups:
        table.add_row(Text(f"{total.dossier} {total.language}", style="bold"))
        for row in rows:
            table.add_row(row.document, *_numbers(row, in_words=in_words), Text(harmless(_signed(row))))
        signed = f"{sum(bool(row.signed) for row in rows)} of {len(rows)}"
        table.add_row("total", *_numbers(total, in_words=in_words), signed, style="italic", end_section=True)
    out = StringIO()
    # A name that is cut is no name: the table takes the width it needs, also in a pipe.
    Console(file=out, width=1000, force_terminal=sys.stdout.isatty()).print(table)
    click.echo("\n".join(line.rstrip() for line in out.getvalue().splitlines()))
    for row in found.totals:
        words, entries = row.tally.total_words, row.tally.total_entries
        click.echo(f"{row.language}: {entries} entries, {words} words, {row.percent} % of the words reviewed")


def _numbers(row: StatusRow, *, in_words: bool) -> list[str]:
    numbers = row.tally.words if in_words else row.tally.entries
    return [*(str(numbers.get(progress, 0)) for progress in _HEADS), f"{row.percent} %"]


def _signed(row: StatusRow) -> str:
    return ", ".join([*(one.reviewer for one in row.signed), *(f"{one.reviewer} (void)" for one in row.void)])
