"""Diagnostics are values: the same for the terminal, for JSON and for a browser."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from dossier.model.place import Place


class Severity(StrEnum):
    """How much a diagnostic weighs. An ERROR always ends in a non-zero exit."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of diagnostic, as ``dossier explain`` shows it.

    ``explanation`` says what the code means and why it matters, ``mend`` what to do about it in general.
    """

    id: str
    severity: Severity
    title: str
    explanation: str
    mend: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: what, where, and how to mend it.

    Parameters
    ----------
    code:
        The kind of finding, an entry of :data:`dossier.model.codes.CODES`.
    message:
        What was found, in one line, without the place and without a full stop.
    place:
        Where. ``None`` for findings about the machine rather than about a file.
    details:
        Pairs of a short label and a text, shown aligned below the message.
    mend:
        What to do in this very case; the code's general advice where empty.
    """

    code: Code
    message: str
    place: Place | None = None
    details: tuple[tuple[str, str], ...] = ()
    mend: str = ""

    @property
    def severity(self) -> Severity:
        return self.code.severity

    @property
    def advice(self) -> str:
        return self.mend or self.code.mend

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        lines = [f"{where}{self.severity} {self.code.id}: {self.message}"]
        rows = [*self.details, ("mend", self.advice)]
        width = max(len(label) for label, _ in rows)
        lines += [f"  {label.ljust(width)}  {text}" for label, text in rows]
        return "\n".join(lines)

    def as_json(self) -> dict[str, Any]:
        """The finding as plain JSON values, for ``--json``."""
        place = self.place
        return {
            "code": self.code.id,
            "severity": str(self.severity),
            "message": self.message,
            "file": place.file if place else None,
            "line": place.line or None if place else None,
            "column": place.column or None if place else None,
            "details": dict(self.details),
            "mend": self.advice,
        }


class DossierError(Exception):
    """Raised where no value can be returned at all; carries the diagnostics that say why."""

    def __init__(self, diagnostics: Diagnostic | Sequence[Diagnostic]) -> None:
        found = (diagnostics,) if isinstance(diagnostics, Diagnostic) else tuple(diagnostics)
        super().__init__("\n".join(map(str, found)))
        self.diagnostics = found

    def __reduce__(self) -> tuple[type["DossierError"], tuple[tuple[Diagnostic, ...]]]:
        # An exception that crosses a process boundary is rebuilt from its arguments: hand over the values, not the text.
        return type(self), (self.diagnostics,)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of the findings forbids to use the result."""
    return any(found.severity is Severity.ERROR for found in diagnostics)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings once each, by place, then by code."""
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=lambda found: (found.place or Place(""), found.code.id, found.message)))
