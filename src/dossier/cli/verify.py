"""``dossier verify``."""

from pathlib import Path

import click

from dossier.cli.common import failing_clearly, finish, json_option, print_json, show
from dossier.model.diagnostics import Diagnostic, DossierError, has_errors
from dossier.pipeline.deposit.verify import PATIENCE, Rebuild, Verified, verify


@click.command()
@click.argument("bag", type=click.Path(path_type=Path))
@click.option("--no-rebuild", "rebuild", flag_value="never", help="Do not build it again.")
@click.option("--require-rebuild", "rebuild", flag_value="required", help="Fail where it cannot be built again here.")
@click.option(
    "--rebuild-timeout",
    "seconds",
    type=click.FloatRange(min=1, max=1_000_000),
    default=PATIENCE,
    show_default=True,
    metavar="SECONDS",
    help="Give up reading and building after so long.",
)
@json_option
def command(bag: Path, rebuild: str | None, seconds: float, as_json: bool) -> None:
    """Prove a deposit from itself alone: whole, unchanged, in agreement with itself.

    Where the versions of all tools are those that it records, it is built again too, and every file compared byte for byte.
    Exits 1 where anything speaks against it.

    \b
    Example:
      dossier verify build/deposits/un-letter-1988-0.3
    """
    wish = {"never": Rebuild.NEVER, "required": Rebuild.REQUIRED}.get(rebuild or "", Rebuild.WHERE_POSSIBLE)
    with failing_clearly():
        try:
            result = verify(bag, wish, seconds=seconds)
        except DossierError as error:
            if not as_json:
                raise
            result = Verified(0, False, error.diagnostics)
    if as_json:
        print_json(_json(bag, result))
    else:
        show(result.diagnostics)
        click.echo(_line(result), err=has_errors(result.diagnostics))
    finish(result.diagnostics)


def _json(bag: Path, result: Verified) -> dict[str, object]:
    found: tuple[Diagnostic, ...] = result.diagnostics
    return {
        "bag": bag.name,
        "files": result.files,
        "valid": not has_errors(found),
        "rebuilt": result.is_rebuilt,
        "findings": [one.as_json() for one in found],
    }


def _line(result: Verified) -> str:
    if has_errors(result.diagnostics):
        return "the deposit is not proved"
    return f"{result.files} files as they were packed{', and built again byte for byte' if result.is_rebuilt else ''}"
