"""From a position in a book to the line of Markdown that it was made from."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import basename

from dossier.edition.passage_anchors import passage_anchors
from dossier.model.diagnostics import DossierError
from dossier.model.document import Document, Dossier, Unit
from dossier.model.place import Place
from dossier.pipeline.judges.values import Spot
from dossier.pipeline.project import Project
from dossier.translation.cut import cut

Places = Mapping[str, Place]
"""Where each id of an edition was written; ids are the same in every language and format."""


def places(root: Path, dossier: str) -> Places:
    """The places of ``dossier``; none where it cannot be read any more."""
    try:
        made, _ = Project(root).load(dossier)
    except DossierError:
        return {}
    return dict(_places(made))


def place_of(spot: Spot, known: Places) -> Place | None:
    """Where ``spot`` was written: the nearest known id before it, else its document; ``None`` on a page of the edition's own."""
    ids = (*spot.ids, basename(spot.chapter).removesuffix(".xhtml"))
    return next((known[id] for id in ids if id in known), None)


def _places(dossier: Dossier) -> Iterator[tuple[str, Place]]:
    units = {document.id: cut(document) for document in dossier.documents}
    anchors = passage_anchors(dossier, units)
    for document in dossier.documents:
        yield from _of_document(document, units[document.id], anchors[document.id])


def _of_document(document: Document, units: tuple[Unit, ...], anchors: Mapping[int | str, str]) -> Iterator[tuple[str, Place]]:
    # Backwards, so that an anchor with several units (the cells of a table) leads to the first of them.
    for unit in reversed(units):
        if unit.target in anchors:
            yield anchors[unit.target], unit.place
    yield anchors[""], Place(document.path)
