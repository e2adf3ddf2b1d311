"""``dossier status``: how far the translation of each document is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dossier.model.translation import Shares, State
from dossier.pipeline.localize import read_catalogs
from dossier.pipeline.project import Project, Selection
from dossier.pipeline.update import languages_to_translate
from dossier.translation.weave import count, weave_dossier

STATES = (State.REVIEWED, State.DRAFT, State.UNFINISHED, State.STALE, State.MISSING)


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One document in one language."""

    dossier: str
    language: str
    document: str
    shares: Shares

    def as_json(self) -> dict[str, Any]:
        """The row as plain JSON values: entries and words of the original by state."""
        return {
            "dossier": self.dossier,
            "language": self.language,
            "document": self.document,
            "entries": {str(state): self.shares.units.get(state, 0) for state in STATES},
            "words": {str(state): self.shares.words.get(state, 0) for state in STATES},
        }


def status(project: Project, selection: Selection) -> Iterator[StatusRow]:
    """A row for each document and each language it is translated into."""
    for name in project.chosen(selection):
        dossier, _ = project.load(name)
        for language in languages_to_translate(dossier, selection):
            catalogs, _ = read_catalogs(project.files, dossier, language)
            localized, _ = weave_dossier(dossier, catalogs, language)
            for document in localized.documents:
                units = [unit for unit in document.units if unit.state is not State.ORIGINAL]
                if units:
                    yield StatusRow(name, language, document.document.id, count(units))
