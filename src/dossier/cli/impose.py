"""``dossier impose``."""

from pathlib import Path

import click

from dossier.cli.common import failing_clearly, harmless, root_of, timeout_option
from dossier.pipeline.impose import PATIENCE, impose_file
from dossier.press.imposition import LARGEST_CREEP, Binding, Imposed, Layout, Paper, Wish


@click.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.pdf")
@click.option(
    "--layout",
    type=click.Choice([str(layout) for layout in Layout]),
    default=str(Layout.BOOKLET),
    show_default=True,
    help="Sheets to be folded, or two pages a side as they are read.",
)
@click.option(
    "--signature", type=click.IntRange(min=0), default=0, metavar="PAGES", help="Fold so many together; by default all."
)
@click.option(
    "--binding", type=click.Choice([str(edge) for edge in Binding]), help="The edge of binding; else what the file says."
)
@click.option("--sheet", type=click.Choice([str(paper) for paper in Paper]), help="Paper; else as large as two pages and bleed.")
@click.option("--marks", is_flag=True, help="Draw where to cut and where to fold.")
@click.option(
    "--creep", type=click.FloatRange(0, LARGEST_CREEP), default=0, metavar="MM", help="Move inner pages to the fold of a booklet."
)
@click.option("-o", "--to", "target", type=click.Path(path_type=Path), metavar="OUT.pdf", help="Write here; else beside FILE.")
@timeout_option("Give up after so long.", PATIENCE)
@click.pass_context
def command(
    ctx: click.Context,
    file: Path,
    layout: str,
    signature: int,
    binding: str | None,
    sheet: str | None,
    marks: bool,
    creep: float,
    target: Path | None,
    seconds: float,
) -> None:
    """Put pages of a PDF side by side, or in the order of a booklet.

    Print a booklet on both sides, turned over the short edge, and fold it. Where lines run from right to left it is bound on the
    right.

    \b
    Example:
      dossier impose build/demo/fa/demo.print.pdf --layout booklet --signature 16
    """
    if signature % 4:
        raise click.BadParameter("a folded sheet has 4 pages: a multiple of 4 is needed", param_hint="--signature")
    if signature and layout != Layout.BOOKLET:
        raise click.BadParameter("only a booklet has signatures", param_hint="--signature")
    if creep and layout != Layout.BOOKLET:
        raise click.BadParameter("only a booklet's pages are folded into one another", param_hint="--creep")
    chosen = Binding(binding) if binding else None
    wish = Wish(Layout(layout), signature, chosen, Paper(sheet) if sheet else None, marks, creep)
    with failing_clearly():
        written, imposed = impose_file(root_of(ctx), file, target, wish, seconds=seconds)
    click.echo(harmless(f"{written}: {_told(imposed, wish.layout)}"))


def _told(imposed: Imposed, layout: Layout) -> str:
    if layout is Layout.TWO_UP:
        return f"{_count(imposed.pages, 'page')} on {_count(imposed.sides, 'side')}"
    blank = f", {_count(imposed.blank, 'place')} empty" if imposed.blank else ""
    carried = f"{_count(imposed.pages, 'page')} on {_count(imposed.sides // 2, 'sheet')}{blank}, bound on the {imposed.binding}"
    return f"{carried}; print on both sides, flip on the short edge"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
