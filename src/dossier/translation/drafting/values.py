"""What drafting is given and what it gives."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dossier.model.document import Document, Unit
from dossier.translation.engines.engine import Effort, Reply

Translate = Callable[[Sequence[str], Effort], Mapping[str, Reply]]
"""Sentences in, a reply for each of them out: from memory where it has them, else from an engine."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A unit that a draft is wanted for."""

    document: Document
    unit: Unit


@dataclass(frozen=True, slots=True)
class Draft:
    """A machine's draft of one unit.

    Parameters
    ----------
    text:
        Inline Markdown, or a plain string, as the unit is; empty where no draft was good enough to be shown.
    notes:
        What translators are told, a line each: what could not be placed, why there is no draft, what looks doubtful.
    """

    text: str
    notes: tuple[str, ...] = ()
