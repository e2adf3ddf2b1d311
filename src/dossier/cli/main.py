"""``dossier``: the group of all commands, each loaded only when it is called."""

import importlib
from pathlib import Path

import click

from dossier import __version__

COMMANDS = {
    "init": "begin a new project",
    "update": "bring the locale files up to the documents",
    "draft": "let a machine draft what nobody has translated yet",
    "models": "install and remove models for machine drafts",
    "evaluate": "how near machine drafts come to a reference",
    "accept": "keep translations across a trivial change of the original",
    "build": "make PDF, EPUB and web pages",
    "preflight": "what a printing house or an archive would send back of a PDF",
    "impose": "put pages of a PDF side by side, or in the order of a booklet",
    "deposit": "pack a dossier for an archive, with all it was made from",
    "verify": "prove a deposit from itself alone",
    "status": "how far the translations are",
    "check": "report everything that is wrong",
    "suggest": "where Persian wants a zero-width non-joiner, listed or applied",
    "sign-off": "say that a person has read a whole translation",
    "export": "translations as XLIFF, PO or TMX, for other tools",
    "import": "take translations back from other tools",
    "scrub": "take people's names out of locale files",
    "quotations": "whether quoted words stand in their sources",
    "sources": "list the sources, or export them for Zotero and others",
    "explain": "what a diagnostic code means",
}


class LazyGroup(click.Group):
    """Loads a command's module when it is asked for, so that ``--help`` and ``status`` stay quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command ``cmd_name``, from the module of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"dossier.cli.{_module(cmd_name)}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _module(command: str) -> str:
    """The module of ``command``: ``import`` is a keyword of Python, so its module has another name."""
    return {"import": "importing"}.get(command, command.replace("-", "_"))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dossier")
@click.option("-C", "folder", type=click.Path(path_type=Path), default=Path(), metavar="DIR", help="Work in this folder.")
@click.pass_context
def main(ctx: click.Context, folder: Path) -> None:
    """A press for multilingual dossiers.

    Markdown, gettext locale files and source records in; PDF, EPUB and web pages out.

    \b
    Example:
      dossier init demo && cd demo && dossier build
    """
    ctx.obj = folder
