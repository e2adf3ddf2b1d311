"""``dossier sources``: the records of sources, listed or exported."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from dossier.attribution.csl.pandoc import ProcessorError
from dossier.attribution.exports import as_biblatex, as_csl_json, as_ris, items_of
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.records import SourceRecord
from dossier.pipeline.project import Project, Selection

EXPORTS: Mapping[str, Callable[[list[dict[str, Any]]], str]] = MappingProxyType(
    {"csl-json": as_csl_json, "bibtex": as_biblatex, "ris": as_ris}
)
"""How each format is written."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source of one dossier; withheld names were taken out of its record when it was read."""

    dossier: str
    record: SourceRecord

    def as_json(self) -> dict[str, Any]:
        """The record in its own fields, empty ones and what is withheld left out."""
        fields = self.record.model_dump(mode="json", by_alias=True, exclude={"withhold"}, exclude_none=True)
        return {"dossier": self.dossier, **{name: value for name, value in fields.items() if value}}

    def shown(self, field: str) -> str:
        """The words of ``field`` in a table: what is inferred and what is unknown is called so."""
        known = self.record.known(field)
        value = str(getattr(self.record, field.replace("-", "_")) or "")
        if not value:
            return "unknown" if known == "unknown" else ""
        return f"{value} (inferred)" if known.startswith("inferred:") else value


def sources(project: Project, selection: Selection) -> tuple[tuple[SourceRow, ...], tuple[Diagnostic, ...]]:
    """Every source of the chosen dossiers in their order, and what was found in reading them.

    Raises
    ------
    DossierError
        Where a dossier cannot be read.
    """
    rows: list[SourceRow] = []
    found: list[Diagnostic] = []
    for name in project.chosen(selection):
        dossier, findings = project.load(name)
        found += findings
        rows += [SourceRow(name, document.matter) for document in dossier.sources if isinstance(document.matter, SourceRecord)]
    return tuple(rows), tuple(found)


def export(rows: Sequence[SourceRow], form: str) -> str:
    """``rows`` as a file of the format ``form``, one of :data:`EXPORTS`.

    Raises
    ------
    DossierError
        P003 where the programme that writes the format failed.
    """
    often = Counter(row.record.id for row in rows)
    named = [(row.record.id if often[row.record.id] == 1 else f"{row.dossier}-{row.record.id}", row.record) for row in rows]
    try:
        return EXPORTS[form](items_of(named))
    except ProcessorError as error:
        details = (("reason", str(error)),)
        raise DossierError(Diagnostic(CODES["P003"], f"the sources could not be written as {form}", details=details)) from error
