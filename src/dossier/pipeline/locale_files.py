"""The locale files of a dossier in one language as they lie on disk, and what is known around them when they are written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from glob import escape

from dossier.content.reading import read_found
from dossier.content.withheld.redactor import Redactor
from dossier.edition.passage_anchors import Anchors, page_of, passage_anchors
from dossier.model.bundle import Artifact
from dossier.model.document import Dossier
from dossier.pipeline.project import Project
from dossier.pipeline.withheld import words_of
from dossier.pipeline.withheld_locales import without_withheld
from dossier.pipeline.writing import write_all
from dossier.translation.comments import Surroundings
from dossier.translation.cut import cut
from dossier.translation.exchange.offering import as_po
from dossier.translation.exchange.tmx import memory_path, read_tmx
from dossier.translation.locations import po_folder
from dossier.translation.po import PoFile
from dossier.translation.update import Known


@dataclass(frozen=True)
class Locales:
    """The locale files of ``dossier`` in ``project``. What all languages share is found out once."""

    project: Project
    dossier: Dossier

    def read(self, language: str) -> dict[str, bytes]:
        """Every PO file in ``language`` by its path, those of documents that are gone included."""
        paths = self.project.files.glob(f"{escape(po_folder(self.dossier.id, language))}/**/*.po")
        return {path: read_found(self.project.files, path) for path in paths}

    def redacted(self, files: Mapping[str, bytes], language: str) -> dict[str, bytes]:
        """``files`` without withheld names in what dossier itself wrote into them."""
        redactor = Redactor(self.dossier.withheld, words_of(self.project.files))
        return without_withheld(files, self.dossier, language, redactor)

    def known(self, language: str) -> Known:
        """What an update into ``language`` may look up besides the dossier's own files."""
        paths = self.project.files.glob(f"{po_folder('*', language)}/**/*.po")
        own = f"{po_folder(self.dossier.id, language)}/"
        others = {path: read_found(self.project.files, path) for path in paths if not path.startswith(own)}
        return Known(others, self._memory(language), self.surroundings(language))

    def _memory(self, language: str) -> PoFile | None:
        path, source = memory_path(language), self.dossier.config.language
        if not any(self.project.files.glob(path)):
            return None
        return as_po(read_tmx(read_found(self.project.files, path), path, source, language), path)

    def surroundings(self, language: str) -> dict[str, Surroundings]:
        """What translators into ``language`` are told of each document, by its id."""
        page, anchors = page_of(self.dossier.config, language), self._anchors
        return {one.id: Surroundings(one.title, page, anchors[one.id]) for one in self.dossier.documents}

    def write(self, artifacts: Iterable[Artifact], read: Mapping[str, bytes]) -> tuple[str, ...]:
        """Write locale files while all that were ``read`` still have these bytes; one that was not read must not be there yet.

        The caller holds :func:`dossier.pipeline.locking.exclusive`.

        Returns
        -------
        The paths whose bytes changed.

        Raises
        ------
        DossierError
            See :func:`~dossier.pipeline.writing.write_all`.
        """
        listed = tuple(artifacts)
        return write_all(self.project.root, listed, read={**{one.path: None for one in listed}, **read})

    @cached_property
    def _anchors(self) -> Mapping[str, Anchors]:
        return passage_anchors(self.dossier, {one.id: cut(one) for one in self.dossier.documents})
