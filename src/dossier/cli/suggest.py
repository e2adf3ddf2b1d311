"""``dossier suggest``."""

from collections import Counter
from collections.abc import Iterable

import click

from dossier.cli.common import failing_clearly, harmless, json_option, print_json, project_of, selecting, selection, tell_waiting
from dossier.pipeline.suggest import ORIGINAL, Offer, Suggested, apply, suggest


@click.command()
@selecting
@click.option("--apply", "applying", is_flag=True, help="Put the suggestions into translations that nobody has reviewed.")
@click.option("--reviewed", is_flag=True, help="With --apply: into reviewed translations too. They stay reviewed.")
@json_option
@click.pass_context
def command(
    ctx: click.Context, dossiers: tuple[str, ...], languages: tuple[str, ...], applying: bool, reviewed: bool, as_json: bool
) -> None:
    """Suggest where Persian wants a zero-width non-joiner (ZWNJ).

    Lists words that the orthography of the Academy writes with a joiner, and joiners that do nothing: in Persian translations,
    and in documents written in Persian. Nothing is changed without --apply. Documents (Markdown, TOML) are never changed, only
    listed. Code, addresses, and quotations that a source is cited for are passed over.

    --apply keeps the state of each translation. A machine's draft that is reviewed afterwards counts as post-edited. A sign-off
    of a translation that changes is void.

    \b
    Example:
      dossier suggest un-letter-1988 --lang fa
      dossier suggest un-letter-1988 --lang fa --apply
    """
    if reviewed and not applying:
        raise click.UsageError("--reviewed goes with --apply")
    project, chosen = project_of(ctx), selection(dossiers, languages)
    done: list[Suggested] = []
    with failing_clearly():
        found = apply(project, chosen, reviewed=reviewed, waiting=tell_waiting) if applying else suggest(project, chosen)
        for one in found:
            done.append(one)
            if not as_json:
                _show(one)
    if as_json:
        print_json([offer.as_json() for one in done for offer in one.offers])
    elif not any(one.offers for one in done):
        click.echo("nothing to suggest")


def _show(one: Suggested) -> None:
    for offer in one.offers:
        click.echo(harmless(_line(offer)))
    if one.offers:
        click.echo(f"{one.dossier} {one.language}: {_summary(one.offers)}{_written(one.written)}")


def _line(offer: Offer) -> str:
    change = offer.change
    done = ", applied" if offer.applied else ""
    return f"{offer.place.file}:{offer.place.line}: {change.before} → {change.after} ({change.reason}; {offer.state}{done})"


def _summary(offers: Iterable[Offer]) -> str:
    counts = Counter("applied" if offer.applied else "in documents" if offer.state == ORIGINAL else "waiting" for offer in offers)
    said = {
        "applied": "applied",
        "waiting": "suggested for translations",
        "in documents": "suggested for documents, which only a person changes",
    }
    return ", ".join(f"{counts[kind]} {words}" for kind, words in said.items() if counts[kind])


def _written(paths: tuple[str, ...]) -> str:
    return f"; {len(paths)} {'file' if len(paths) == 1 else 'files'} written" if paths else ""
