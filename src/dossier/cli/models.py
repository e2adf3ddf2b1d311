"""``dossier models``."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TaskID, TextColumn, TimeRemainingColumn, TransferSpeedColumn

from dossier.cli.common import failing_clearly, harmless, json_option, print_json
from dossier.pipeline.models.index import Offer
from dossier.pipeline.models.install import Listener, Outcome, Places, install_file, install_pair, offered
from dossier.pipeline.models.listing import Available, Model, available, models
from dossier.pipeline.models.remove import remove_pair

_SUFFIX = ".argosmodel"
_SHOWN = 12  # signs of a digest


@click.group()
def command() -> None:
    """Install and remove the models of Argos Translate that `dossier draft` uses.

    They lie where argostranslate keeps its own (ARGOS_PACKAGES_DIR, else below XDG_DATA_HOME): what one of the two installs, the
    other finds. Models are fetched from the Argos package index (or the one that ARGOS_PACKAGE_INDEX names), or installed from
    files, which asks no network. A build never fetches anything.

    \b
    Example:
      dossier models install en fa
      dossier models list
    """


@command.command("list")
@click.option("--available", "with_offers", is_flag=True, help="Also what the package index offers (asks the network).")
@json_option
def list_models(with_offers: bool, as_json: bool) -> None:
    """List installed models: languages, version, size, digest, folder."""
    places = Places.of(os.environ)
    with failing_clearly():
        found = models(places.packages)
        offers = available(offered(places), places.packages) if with_offers else None
    if as_json:
        there = {"installed": [model.as_json() for model in found]}
        print_json(there if offers is None else {**there, "available": [offer.as_json() for offer in offers]})
        return
    _show_installed(found)
    if offers is not None:
        _show_offers(offers)


@command.command()
@click.argument("what", nargs=-1, required=True, metavar="FROM TO | FILE...")
def install(what: tuple[str, ...]) -> None:
    """Install the model from one language to another, or packages that are there as files.

    Where there is no model between the two languages, two that meet in English are installed. A download that breaks off is gone
    on with the next time. An older version of the same model is replaced. Files (.argosmodel) are for machines without a network.

    \b
    Example:
      dossier models install en fa
      dossier models install translate-en_fa-1_5.argosmodel
    """
    files = [Path(name) for name in what if name.endswith(_SUFFIX)]
    if len(files) != len(what) and (files or len(what) != 2):
        raise click.UsageError(f"name two languages (en fa), or files that end in {_SUFFIX}")
    places = Places.of(os.environ)
    with failing_clearly(), _telling() as listener:
        for outcome in _installing(what, files, places, listener):
            click.echo(harmless(_line(outcome)))


def _installing(what: Sequence[str], files: Sequence[Path], places: Places, listener: Listener) -> Iterator[Outcome]:
    if files:
        return (install_file(file, places, listener) for file in files)
    source, target = what
    return install_pair(source, target, places, listener)


@command.command()
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
def remove(source: str, target: str) -> None:
    """Remove the model from one language to another. Nothing is asked.

    \b
    Example:
      dossier models remove en fa
    """
    with failing_clearly(), _telling() as listener:
        for package in remove_pair(source, target, Places.of(os.environ).packages, listener):
            click.echo(harmless(f"removed {package.source} → {package.target} {package.version} ({package.folder.name})"))


@command.command()
@json_option
def where(as_json: bool) -> None:
    """Print the folder of installed models."""
    places = Places.of(os.environ)
    if as_json:
        print_json({"packages": str(places.packages), "downloads": str(places.downloads), "index": places.index})
    else:
        click.echo(places.packages)


class _Teller(Listener):
    """Tells on standard error; how far a download is, on a terminal only."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self.tasks: dict[str, TaskID] = {}

    def waiting(self) -> None:
        click.echo("another command is installing or removing models; waiting for it", err=True)

    def going_through(self, legs: Sequence[Offer]) -> None:
        first, second = legs
        chain = f"{first.source} → {first.target}, {second.source} → {second.target}"
        click.echo(f"there is no model from {first.source} to {second.target}; two go through English: {chain}", err=True)

    def fetching(self, name: str, done: int, total: int | None) -> None:
        if name not in self.tasks:
            self.tasks[name] = self.progress.add_task(name, total=total, completed=done)
        self.progress.update(self.tasks[name], completed=done, total=total)


@contextmanager
def _telling() -> Iterator[_Teller]:
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        yield _Teller(progress)


def _line(outcome: Outcome) -> str:
    package = outcome.package
    name = f"{package.source} → {package.target} {package.version}"
    if not outcome.is_new:
        return f"{name} is already installed ({package.folder.name})"
    instead = f", instead of {', '.join(outcome.replaced)}" if outcome.replaced else ""
    untried = "" if outcome.was_tried else "; not tried out, since dossier[mt] is not installed"
    return f"installed {name} ({package.folder.name}{instead}), sha256 {outcome.archive_sha256}{untried}"


def _show_installed(found: Sequence[Model]) -> None:
    if not found:
        click.echo("no models are installed")
    _table(
        ("from", "to", "version", "size", "sha256", "folder", ""),
        [
            (
                *(model.package.source, model.package.target, model.package.version, f"{model.size / 1e6:.1f} MB"),
                *(
                    model.package.digest[:_SHOWN],
                    model.package.folder.name,
                    "bpe: engine argostranslate" if model.package.is_bpe else "",
                ),
            )
            for model in found
        ],
    )


def _show_offers(offers: Sequence[Available]) -> None:
    if not offers:
        click.echo("the package index offers no models")
    _table(
        ("from", "to", "available", "installed", ""),
        [
            (one.offer.source, one.offer.target, one.offer.version, one.installed, "newer than installed" if one.is_newer else "")
            for one in offers
        ],
    )


def _table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    if not rows:
        return
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold" if sys.stdout.isatty() else "")
    for head in heads:
        table.add_column(head, no_wrap=True, overflow="ignore")
    for row in rows:
        table.add_row(*(Text(harmless(cell)) for cell in row))
    # A name that is cut is no name: the table takes the width it needs, also in a pipe.
    Console(width=1000).print(table)
