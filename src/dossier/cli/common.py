"""What the commands share: options, the project, and how findings are shown."""

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from dossier.model.diagnostics import Diagnostic, DossierError, Severity, has_errors

if TYPE_CHECKING:
    from dossier.pipeline.project import Project, Selection

F = TypeVar("F", bound=Callable[..., Any])
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}


def selecting(function: F) -> F:
    """Give a command the argument DOSSIER… and the option ``--lang``."""
    option = click.option(
        "--lang", "languages", multiple=True, metavar="LANG", help="Only this language (repeat for more); all by default."
    )
    argument = click.argument("dossiers", nargs=-1, metavar="[DOSSIER]...")
    return argument(option(function))


snapshots_option = click.option(
    "--snapshots",
    type=click.Path(path_type=Path),
    envvar="DOSSIER_SNAPSHOTS",
    metavar="DIR",
    help="Look for the snapshots of sources below this folder (or DOSSIER_SNAPSHOTS).",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for scripts.")


def timeout_option(help: str, patience: float) -> Callable[[F], F]:
    """The option ``--timeout``, for commands that look into files of strangers."""
    seconds = click.FloatRange(min=0, min_open=True, max=1_000_000)
    return click.option("--timeout", "seconds", type=seconds, default=patience, show_default=True, metavar="SECONDS", help=help)


def root_of(ctx: click.Context) -> Path:
    """The folder that ``-C`` names, in which there need be no project."""
    folder: Path = ctx.obj or Path()
    return folder.absolute()


def project_of(ctx: click.Context) -> "Project":
    """The project that ``-C`` names."""
    from dossier.pipeline.project import Project  # slow to load, and not wanted by commands that look at a single file

    return Project(root_of(ctx))


def selection(dossiers: tuple[str, ...], languages: tuple[str, ...]) -> "Selection":
    """What arguments and options choose."""
    from dossier.pipeline.project import Selection

    return Selection(dossiers, languages)


def show(diagnostics: Iterable[Diagnostic]) -> None:
    """Print findings to standard error, coloured on a terminal."""
    for found in diagnostics:
        head, *rest = harmless(str(found)).split("\n")
        label = f"{found.severity} {found.code.id}"
        head = head.replace(label, click.style(label, fg=_COLOURS[found.severity], bold=True), 1)
        click.echo("\n".join([head, *rest]), err=True)


_STEERING = {*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))}  # bidi embeddings, overrides, isolates


def harmless(text: str) -> str:
    """``text`` without what would steer the terminal that quotes a scraped document: escapes, and changes of direction."""
    return "".join("\N{REPLACEMENT CHARACTER}" if _steers(char) else char for char in text)


def _steers(char: str) -> bool:
    return char in _STEERING or (unicodedata.category(char) == "Cc" and char not in "\n\t")


def tell_waiting() -> None:
    """Say why nothing happens: one command at a time writes a project's locale files."""
    click.echo("another command is writing this project's locale files; waiting for it", err=True)


def finish(diagnostics: Iterable[Diagnostic]) -> None:
    """End the command: exit 1 where one of the findings is an error."""
    if has_errors(diagnostics):
        raise SystemExit(1)


def print_json(value: object) -> None:
    """JSON on standard output, readable and in UTF-8."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


@contextmanager
def failing_clearly() -> Iterator[None]:
    """Turn a :class:`DossierError` into its findings and exit 1."""
    try:
        yield
    except DossierError as error:
        _fail(error)


def _fail(error: DossierError) -> NoReturn:
    show(error.diagnostics)
    raise SystemExit(1) from None
