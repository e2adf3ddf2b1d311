"""``dossier evaluate``."""

import re
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.common import failing_clearly, finish, harmless, json_option, print_json, project_of, selection, show
from dossier.cli.watching import INTERRUPTED, SERVER_KEY, server_key, watching
from dossier.model.translation import Progress
from dossier.pipeline.draft import Telling
from dossier.pipeline.evaluate import Evaluation, Question, evaluate
from dossier.translation.engines.engine import Settings
from dossier.translation.evaluation.values import Row, Score, Shown, Wanted

if TYPE_CHECKING:
    from rich.table import Table

_NARROWEST, _WIDEST = 60, 120
_DIGEST = re.compile(r"\b([0-9a-f]{8})[0-9a-f]{8,}\b")
_SAID = {
    Progress.TRANSLATED: "translated by a person",
    Progress.POST_EDITED: "post-edited (near to the machine that drafted them)",
    Progress.APPROVED: "approved unchanged (a machine's own words)",
    Progress.UNFINISHED: "not reviewed",
    Progress.DRAFT: "drafts",
    Progress.STALE: "made for another text",
}


@click.command()
@click.argument("dossiers", nargs=-1, metavar="[DOSSIER]...")
@click.option("--lang", "language", required=True, metavar="LANG", help="The language that is translated into.")
@click.option(
    "--reference",
    "references",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="A PO, XLIFF 2 or TMX file, or a folder of PO files, with translations by people (repeat for more); "
    "by default the project's own.",
)
@click.option("--fuzzy-too", is_flag=True, help="Take translations of people that wait for review as a reference too.")
@click.option("--approved-too", is_flag=True, help="Take drafts that were approved unchanged as a reference too.")
@click.option("--engine", "engines", multiple=True, metavar="NAME", help="Let this engine draft them anew (repeat for more).")
@click.option(
    "--server", default="", metavar="URL", help=f"Your own server, for libretranslate; its key, if any, in {SERVER_KEY}."
)
@click.option("--worst", type=click.IntRange(0), default=10, show_default=True, metavar="N", help="Show the N worst passages.")
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    dossiers: tuple[str, ...],
    language: str,
    references: tuple[Path, ...],
    fuzzy_too: bool,
    approved_too: bool,
    engines: tuple[str, ...],
    server: str,
    worst: int,
    as_json: bool,
) -> None:
    """Score machine drafts against translations that people made, so that a team can choose an engine.

    With --engine the passages that have a reference are drafted anew, the same for every engine. Without, the drafts that stand
    in the locale files are scored, each machine by itself, which wants a --reference from elsewhere. Nothing is written into
    locale files.

    A reference is what a person translated or post-edited and reviewed. A draft approved unchanged is none by default: a
    machine's words say nothing about themselves. Texts are compared as readers see them, without Markdown; passages that a
    machine left empty count as empty. Scores are chrF2 and BLEU by sacrebleu, ± what chance may make of them. “p” says how
    likely the distance to the best is by chance: above 0.05, call it even.

    \b
    Example:
      dossier evaluate un-letter-1988 --lang fr --engine argos --engine apertium
      dossier evaluate --lang fa --reference ~/published/fa.tmx --worst 20
    """
    question = Question(language, references, Wanted(fuzzy_too, approved_too), engines, Settings(server, server_key()), worst)
    try:
        with failing_clearly(), watching() as watch:
            telling = Telling(watch, lambda one: show([one]))
            found = evaluate(project_of(ctx), selection(dossiers, (language,)), question, telling)
    except KeyboardInterrupt:
        click.echo("interrupted; what was drafted is remembered, and the same command goes on from there", err=True)
        raise SystemExit(INTERRUPTED) from None
    if as_json:
        print_json(found.as_json())
    else:
        _tell(found)
        show(found.diagnostics)
    finish(found.diagnostics)


def _tell(found: Evaluation) -> None:
    click.echo(f"references: {_counted(found.references.progress)}")
    if found.references.left_out:
        click.echo(f"left out: {_counted(found.references.left_out)}")
    click.echo()
    names = short_names([row.name for row in found.scores.rows])
    click.echo(_printed(_table(found.scores.rows, names), 1000))
    click.echo()
    for row in found.scores.rows:
        for note in row.notes:
            click.echo(harmless(f"{names[row.name]}: {note}"))
    for name, signature in found.scores.signatures.items():
        click.echo(f"{name}: {signature}")
    for number, one in enumerate(found.worst, 1):
        click.echo(f"\n{number}. {harmless(str(one.reference.place))}{_beside(one)}")
        click.echo(_printed(_side_by_side(one, names), _width()))


def _counted(progress: Mapping[Progress, int]) -> str:
    return ", ".join(f"{progress[one]} {said}" for one, said in _SAID.items() if progress.get(one))


def _table(rows: Iterable[Row], names: Mapping[str, str]) -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("machine", no_wrap=True, overflow="ignore")
    for head in ("passages", "words", "drafted", "chrF2", "p", "BLEU", "p"):
        table.add_column(head, justify="right", no_wrap=True)
    for row in rows:
        numbers = (str(row.passages), str(row.words), f"{row.coverage} %")
        table.add_row(Text(harmless(names[row.name])), *numbers, *_score(row.chrf), *_score(row.bleu))
    return table


def _score(score: Score) -> tuple[str, str]:
    return f"{score.value:.1f} ± {score.margin:.1f}", "" if score.p is None else f"{score.p:.3f}"


def _beside(one: Shown) -> str:
    reference = one.reference.translation.place
    return "" if reference == one.reference.place else f" (reference: {harmless(str(reference))})"


def _side_by_side(one: Shown, names: Mapping[str, str]) -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    for head, text in (("source", one.source), ("reference", one.translation)):
        table.add_row(Text(head, style="bold"), "", Text(harmless(text)))
    for name, (text, score) in one.drafts.items():
        table.add_row(Text(harmless(names[name]), style="bold"), f"{score:.1f}", Text(harmless(text)))
    return table


def short_names(names: Sequence[str]) -> dict[str, str]:
    """The machines without the digests of their models, or where that leaves two alike, with the beginnings of these."""
    bare = {name: " ".join(word for word in name.split() if ":" not in word) for name in names}
    if all(bare.values()) and len(set(bare.values())) == len(names):
        return bare
    shortened = {name: _DIGEST.sub(r"\1…", name) for name in names}
    return shortened if len(set(shortened.values())) == len(names) else {name: name for name in names}


def _printed(table: "Table", width: int) -> str:
    from rich.console import Console

    out = StringIO()
    Console(file=out, width=width, force_terminal=sys.stdout.isatty()).print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


def _width() -> int:
    return min(max(shutil.get_terminal_size().columns, _NARROWEST), _WIDEST)
