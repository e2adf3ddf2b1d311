"""``dossier draft``."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

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
from dossier.cli.watching import INTERRUPTED, SERVER_KEY, server_key, watching
from dossier.model.diagnostics import Diagnostic
from dossier.pipeline.draft import DraftReport, Order, Telling, draft, outlook
from dossier.translation.draft_entries import Outcome, Wish
from dossier.translation.engines.engine import Settings
from dossier.translation.whose import Words

_EXAMPLES = 3


@click.command()
@selecting
@click.option(
    "--engine",
    envvar="DOSSIER_ENGINE",
    default="argos",
    show_default=True,
    metavar="NAME",
    help="Who drafts (or DOSSIER_ENGINE): argos, argostranslate, apertium, libretranslate, pseudo, or one you installed.",
)
@click.option("--server", default="", metavar="URL", help=f"Your own server, for libretranslate; its key in {SERVER_KEY}.")
@click.option("--stale", is_flag=True, help="Also draft anew where the original of a machine's draft changed.")
@click.option("--redo", is_flag=True, help="Also draft anew what another engine or model drafted.")
@click.option("--threads", type=click.IntRange(0), default=0, metavar="N", help="Sentences at once; as many as cores by default.")
@click.option("--dry-run", "dry", is_flag=True, help="Only say what would be drafted.")
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    dossiers: tuple[str, ...],
    languages: tuple[str, ...],
    engine: str,
    server: str,
    stale: bool,
    redo: bool,
    threads: int,
    dry: bool,
    as_json: bool,
) -> None:
    """Let a machine draft what nobody has translated yet.

    Brings the locale files up to the documents, then fills empty entries. Each draft is marked fuzzy and names the machine, so
    that readers are told; a person corrects it and removes the flag. What a person wrote or reviewed is never changed, nor a
    draft that somebody began to correct. A draft that is no good is left out, with the reason in a comment.

    The engine argos wants a model first: dossier models install en fa. Only libretranslate sends texts anywhere, to the server
    you name. What was drafted is remembered: Ctrl-C loses nothing, and the same command goes on.

    \b
    Example:
      dossier draft un-letter-1988 --lang fa
      dossier draft --lang fr --stale --dry-run
    """
    settings = Settings(server, server_key(), threads)
    order = Order(engine, settings, Wish(stale=stale, redo=redo))
    project, chosen = project_of(ctx), selection(dossiers, languages)
    done: list[DraftReport] = []
    try:
        with failing_clearly(), watching() as watch, _in_json(done, as_json):
            telling = Telling(watch, lambda found: show([found]), tell_waiting)
            for report in outlook(project, chosen, order) if dry else draft(project, chosen, order, telling):
                done.append(report)
                if not as_json:
                    _show(report, dry=dry)
    except KeyboardInterrupt:
        click.echo("interrupted; what was drafted is kept, and the same command goes on from there", err=True)
        raise SystemExit(INTERRUPTED) from None
    if not (as_json or dry) and any(report.outcomes.get(Outcome.DRAFTED) for report in done):
        click.echo("until a person has corrected a draft and taken its fuzzy flag off, readers are told that a machine made it")
    finish(found for report in done for found in report.diagnostics)


@contextmanager
def _in_json(done: Sequence[DraftReport], as_json: bool) -> Iterator[None]:
    """Print what was done, also where something went wrong with the rest."""
    try:
        yield
    finally:
        if as_json:
            print_json([report.as_json() for report in done])


def _show(report: DraftReport, *, dry: bool) -> None:
    loud = [found for found in report.diagnostics if found.code.id not in ("M032", "M033")]
    show(loud)
    for code in ("M032", "M033"):
        _show_some([found for found in report.diagnostics if found.code.id == code])
    click.echo(harmless(f"{report.dossier} {report.language}: {_planned(report) if dry else _summary(report)}"))


def _show_some(found: Sequence[Diagnostic]) -> None:
    show(found[:_EXAMPLES])
    if (more := len(found) - _EXAMPLES) > 0:
        click.echo(f"{more:,} more of {found[0].code.id}: see the comments in the locale files, or --json", err=True)


def _planned(report: DraftReport) -> str:
    by = f" by {', '.join(report.origins)}" if report.origins else ""
    passages = "passage" if report.wanted == 1 else "passages"
    would = f"{report.wanted:,} {passages} ({report.wanted_words:,} words) would be drafted{by}"
    return f"{would if report.wanted else 'nothing to draft'}{_kept(report)}"


def _summary(report: DraftReport) -> str:
    drafted, empty, left = (report.outcomes.get(outcome, 0) for outcome in (Outcome.DRAFTED, Outcome.EMPTY, Outcome.LEFT))
    said = [f"{drafted:,} drafted" if report.wanted else "nothing to draft: no entry is empty"]
    said += [f"{empty:,} left empty"] if empty else []
    said += [f"{left:,} left as drafted before"] if left else []
    number = len(report.written)
    files = f"{number:,} {'file' if number == 1 else 'files'} written" if number else "unchanged"
    pace = f"; {report.words / report.seconds:,.0f} words/s" if report.words and report.seconds else ""
    return f"{', '.join(said)}{_kept(report)}; {files}{pace}"


def _kept(report: DraftReport) -> str:
    kept = report.owners.get(Words.PERSONS, 0)
    return f", {kept:,} kept: a person’s words" if kept else ""
