"""What judges are given and what they give back."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dossier.model.diagnostics import Diagnostic
from dossier.model.records import Output, Profile


@dataclass(frozen=True, slots=True)
class File:
    """A finished file.

    Parameters
    ----------
    dossier:
        Whose edition it is.
    path:
        Relative to the project's root, as findings name it.
    location:
        The same, absolute.
    output:
        Its format.
    profile:
        Of a PDF, what it promises; ``None`` for any other format.
    """

    dossier: str
    path: str
    location: Path
    output: Output
    profile: Profile | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A position inside a book.

    Parameters
    ----------
    chapter:
        A file in the book, as the judge names it.
    line, column:
        Counted from 1; 0 where not known.
    ids:
        The ids of elements around or before the position, the nearest first.
    """

    chapter: str
    line: int = 0
    column: int = 0
    ids: tuple[str, ...] = ()

    def __str__(self) -> str:
        return ":".join([self.chapter, *(str(number) for number in (self.line, self.column) if number)])


@dataclass(frozen=True, slots=True)
class Finding:
    """What a judge has to say of one file.

    Parameters
    ----------
    code:
        The id of a diagnostic code.
    file:
        What was judged.
    rule:
        The judge's own name for the rule.
    words:
        The judge's own words.
    spot:
        Where in the book; ``None`` elsewhere.
    where:
        Where in words: ``page 2``, or an element.
    """

    code: str
    file: File
    rule: str
    words: str
    spot: Spot | None = None
    where: str = ""


class NoVerdictError(Exception):
    """A judge that is there gave no verdict: it took too long, or said what cannot be read."""


@dataclass(frozen=True, slots=True)
class Judge:
    """An independent programme that judges files.

    Parameters
    ----------
    name:
        What it is called.
    judges:
        Whether a file is its business.
    missing:
        Why it cannot be asked on this machine; empty where it can.
    judge:
        Its findings on several files; our own speaks in diagnostics. May raise :class:`NoVerdictError`.
    """

    name: str
    judges: Callable[[File], bool]
    missing: Callable[[], str]
    judge: Callable[[Sequence[File]], Iterator[Finding | Diagnostic]]
