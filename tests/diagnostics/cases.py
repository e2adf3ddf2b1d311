"""What a case of the table of diagnostics says."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from dossier.model.codes import CODES
from dossier.model.diagnostics import Severity
from workshop import Run, Workshop

Provoke = Callable[[Workshop], Run]

TOML = "content/demo/dossier.toml"
PART = "content/demo/introduction.md"
SOURCE = "content/demo/sources/example-source.md"
IMAGE = "content/demo/images/example.svg"
PO = "locales/fr/LC_MESSAGES/demo/introduction.po"
STRINGS = "locales/fr/LC_MESSAGES/templates.po"
ENGLISH_PAGE = ("build", "--lang", "en", "--output", "html")
ENGLISH_PDF = ("build", "--lang", "en", "--output", "pdf")

_FINDING = re.compile(r"^(?:(?P<place>\S[^\n]*?): )?(?:error|warning|note) (?P<code>[A-Z]\d{3}): (?P<message>.*)$")


@dataclass(frozen=True)
class Found:
    """A finding as it was printed."""

    place: str
    code: str
    message: str
    mend: str


@dataclass(frozen=True)
class Case:
    """One mistake, and all that is to be said about it.

    Parameters
    ----------
    code, name:
        The code, and in a few words the mistake.
    provoke:
        Makes the mistake in a demo project and runs a command.
    place:
        ``file:line:column`` of the one finding; empty where it is about the machine.
    mend:
        Its mend line.
    also:
        Codes of other findings that come with it.
    """

    code: str
    name: str
    provoke: Provoke
    place: str
    mend: str
    also: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return f"{self.code}-{self.name.replace(' ', '-')}"

    @property
    def exit_code(self) -> int:
        return int(any(CODES[code].severity is Severity.ERROR for code in (self.code, *self.also)))


def findings(run: Run) -> list[Found]:
    """The findings that were printed."""
    found: list[Found] = []
    head: re.Match[str] | None = None
    for line in run.errors.splitlines():
        head = _FINDING.match(line) or head
        if head and line.lstrip().startswith("mend  "):
            found.append(Found(head["place"] or "", head["code"], head["message"], line.split("mend", 1)[1].strip()))
    return found


def checked(spoil: Callable[[Workshop], object], *arguments: str) -> Provoke:
    """Spoil the project, then run ``dossier check`` or the command given."""

    def provoke(workshop: Workshop) -> Run:
        spoil(workshop)
        return workshop.run(*(arguments or ("check",)))

    return provoke


def edited(path: str, old: str, new: str) -> Callable[[Workshop], None]:
    return lambda workshop: workshop.edit(path, old, new)


def written(path: str, text: str | bytes) -> Callable[[Workshop], None]:
    return lambda workshop: workshop.write(path, text)


def added(path: str, text: str) -> Callable[[Workshop], None]:
    return lambda workshop: workshop.write(path, workshop.read(path) + text)


def rewritten(path: str, change: Callable[[bytes], bytes]) -> Callable[[Workshop], None]:
    return lambda workshop: workshop.write(path, change((workshop.root / path).read_bytes()))


def linked_outside(path: str) -> Callable[[Workshop], None]:
    """A symbolic link at ``path`` to a file beside the project."""

    def spoil(workshop: Workshop) -> None:
        secret, link = workshop.root.parent / "secret", workshop.root / path
        secret.write_text("secret", encoding="utf-8")
        link.parent.mkdir(exist_ok=True)
        link.unlink(missing_ok=True)
        link.symlink_to(secret)

    return spoil


def both(*spoilers: Callable[[Workshop], object]) -> Callable[[Workshop], None]:
    def spoil(workshop: Workshop) -> None:
        for one in spoilers:
            one(workshop)

    return spoil
