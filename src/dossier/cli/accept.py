"""``dossier accept``."""

import sys
from collections.abc import Iterable, Iterator

import click

from dossier.cli.common import (
    failing_clearly,
    finish,
    harmless,
    json_option,
    print_json,
    project_of,
    selecting,
    selection,
    show,
    tell_waiting,
)
from dossier.model.diagnostics import Diagnostic
from dossier.pipeline.accept import ChangedText, accept, at_places, changed_texts
from dossier.translation.word_diff import Change, word_diff

_NOTHING = "no original has changed since it was translated"


@click.command()
@selecting
@click.option("--at", "places", multiple=True, metavar="FILE:LINE", help="Accept the change at this place (repeat for more).")
@click.option("--yes", is_flag=True, help="Accept every change of spelling, capitals, spaces and punctuation without asking.")
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    dossiers: tuple[str, ...],
    languages: tuple[str, ...],
    places: tuple[str, ...],
    yes: bool,
    as_json: bool,
) -> None:
    """Keep translations across a trivial change of the original.

    Shows each original that changed since it was translated, word by word, and asks whether its translations still hold. Those
    that were reviewed are reviewed again, drafts are drafts again. A change of numbers, links, notes or citations cannot be
    accepted: translations have to follow it. Without a terminal, and without --at or --yes, it only shows the changes.

    \b
    Example:
      dossier accept demo --at content/demo/introduction.md:12
    """
    project, chosen = project_of(ctx), selection(dossiers, languages)
    found: list[Diagnostic] = []
    with failing_clearly():
        changes = changed_texts(project, chosen)
        if as_json:
            print_json([change.as_json() for change in changes])
        accepted = at_places(changes, places) if places else tuple(_agreed(changes, yes=yes, quiet=as_json))
        for report, findings in accept(project, chosen, accepted, tell_waiting) if accepted else ():
            show(findings)
            found.extend(findings)
            if not as_json and report.language:
                held = report.counts.get("accepted", 0)
                hold = "translation holds" if held == 1 else "translations hold"
                click.echo(f"{report.dossier} {report.language}: {held} {hold}")
    finish(found)


def _agreed(changes: Iterable[ChangedText], *, yes: bool, quiet: bool) -> Iterator[ChangedText]:
    """The changes that somebody accepts, each shown first."""
    may_ask = sys.stdin.isatty() and not quiet
    empty = True
    for change in changes:
        empty = False
        if not quiet:
            _show(change)
        if change.refusal:
            continue
        if (yes and change.is_trivial) or (not yes and may_ask and click.confirm("Do the translations still hold?")):
            yield change
    if empty and not quiet:
        click.echo(_NOTHING)


def _show(change: ChangedText) -> None:
    click.echo(f"{change.place.file}:{change.place.line} ({', '.join(change.languages)})")
    click.echo("  " + "".join(map(_coloured, word_diff(change.old, change.new))).replace("\n", "\n  "))
    if change.refusal:
        click.echo(f"  cannot be accepted: {change.refusal}")


def _coloured(change: Change) -> str:
    if not change.is_change:
        return harmless(str(change))
    sides = ((change.old and Change(change.old, ""), "red"), (change.new and Change("", change.new), "green"))
    return "".join(click.style(harmless(str(side)), fg=colour) for side, colour in sides if side)
