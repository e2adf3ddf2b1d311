"""``dossier status``: how far the translation of each document is, and who signed it off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import floor
from operator import add
from typing import Any

from dossier.edition.badge import badge
from dossier.model.bundle import Artifact
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.model.document import Dossier
from dossier.model.signoff import SignOff
from dossier.model.translation import REVIEWED, Catalog, Progress, State, Tally
from dossier.pipeline.localize import read_catalogs
from dossier.pipeline.project import Project, Selection
from dossier.pipeline.signed import judged
from dossier.pipeline.update import languages_to_translate
from dossier.translation.cut import translatable
from dossier.translation.progress import tally

LANGUAGE = "{lang}"
"""What stands for the language in the name of a badge's file."""


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One document in one language, with its sign-offs; in a total of several, ``document`` is empty, and ``dossier`` may be."""

    dossier: str
    language: str
    document: str
    tally: Tally
    signed: tuple[SignOff, ...] = ()
    void: tuple[SignOff, ...] = ()

    @property
    def percent(self) -> int:
        """How much of the words is reviewed, in whole per cent; 100 only where all of them are."""
        return floor(self.tally.reviewed * 100)

    def as_json(self) -> dict[str, Any]:
        """The row as plain JSON values: entries and words of the original by state, the reviewed ones also by how they came."""
        return {
            "dossier": self.dossier or None,
            "language": self.language,
            "document": self.document or None,
            "entries": _by_state(self.tally.entries),
            "words": _by_state(self.tally.words),
            "percent-reviewed": self.percent,
            "signed": [
                {"document": one.document, "reviewer": one.reviewer, "date": one.date, "valid": valid}
                for sign_offs, valid in ((self.signed, True), (self.void, False))
                for one in sign_offs
            ],
        }


@dataclass(frozen=True, slots=True)
class Status:
    """A row for each document and language, a total for each language over all of them, and sign-offs that are void (T046)."""

    rows: tuple[StatusRow, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def totals(self) -> tuple[StatusRow, ...]:
        """A row for each language, in the order of the rows."""
        languages = dict.fromkeys(row.language for row in self.rows)
        return tuple(_total([row for row in self.rows if row.language == language]) for language in languages)

    @property
    def groups(self) -> tuple[tuple[tuple[StatusRow, ...], StatusRow], ...]:
        """The rows of each dossier in each language, and their total."""
        keys = dict.fromkeys((row.dossier, row.language) for row in self.rows)
        found = (tuple(row for row in self.rows if (row.dossier, row.language) == key) for key in keys)
        return tuple((rows, _total(rows)) for rows in found)


def status(project: Project, selection: Selection) -> Status:
    """How far every document is in each language it is translated into. Catalogs are counted; nothing is woven.

    Raises
    ------
    DossierError
        S004 for a dossier or language that is not there; what is wrong with locale files or sign-offs that cannot be read.
    """
    rows: list[StatusRow] = []
    told: list[Diagnostic] = []
    for name in project.chosen(selection):
        dossier, _ = project.load(name)
        for language in languages_to_translate(dossier, selection):
            found, diagnostics = _language(project, dossier, language)
            rows.extend(found)
            told.extend(diagnostics)
    return Status(tuple(rows), tuple(told))


def too_little(found: Status, percent: float) -> tuple[Diagnostic, ...]:
    """T043 for each language with less than ``percent`` of its words reviewed."""
    return tuple(_behind(row, percent) for row in found.totals if row.tally.reviewed * 100 < Fraction(percent))


def badges(found: Status, name: str) -> tuple[Artifact, ...]:
    """A badge for each language, in the file ``name``, where :data:`LANGUAGE` stands for the language's tag."""
    return tuple(Artifact(name.replace(LANGUAGE, row.language), badge(row.language, row.percent)) for row in found.totals)


def _language(project: Project, dossier: Dossier, language: str) -> tuple[list[StatusRow], tuple[Diagnostic, ...]]:
    catalogs, _ = read_catalogs(project.files, dossier, language)
    signed = judged(project.files, dossier, language, catalogs)
    rows = []
    for document in dossier.documents:
        if units := translatable(document, language):
            own = tally(units, catalogs.get(document.id, Catalog(language)))
            valid, void = (tuple(one for one in found if one.document == document.id) for found in (signed.valid, signed.void))
            rows.append(StatusRow(dossier.id, language, document.id, own, valid, void))
    return rows, signed.diagnostics


def _total(rows: Sequence[StatusRow]) -> StatusRow:
    dossiers = {row.dossier for row in rows}
    return StatusRow(
        dossier=rows[0].dossier if len(dossiers) == 1 else "",
        language=rows[0].language,
        document="",
        tally=reduce(add, (row.tally for row in rows)),
        signed=tuple(one for row in rows for one in row.signed),
        void=tuple(one for row in rows for one in row.void),
    )


def _by_state(numbers: Mapping[Progress, int]) -> dict[str, int]:
    reviewed = sum(numbers.get(progress, 0) for progress in REVIEWED)
    return {str(State.REVIEWED): reviewed, **{str(progress): numbers.get(progress, 0) for progress in Progress}}


def _behind(row: StatusRow, percent: float) -> Diagnostic:
    # Rounded down: “80 %, less than the 80 % asked for” would help nobody.
    share = floor(row.tally.reviewed * 1000) / 10
    message = f"“{row.language}”: {share:g} % of the words are reviewed, less than the {percent:g} % asked for"
    left = {name: row.tally.words.get(name, 0) for name in Progress if name not in REVIEWED}
    details = tuple((str(name), f"{number} words") for name, number in left.items() if number)
    return Diagnostic(CODES["T043"], message, details=details)
