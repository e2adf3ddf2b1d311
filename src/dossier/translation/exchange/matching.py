"""Which passages of the project an imported translation belongs to."""

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.model.document import Document, Dossier
from dossier.translation.cut import translatable
from dossier.translation.exchange.values import Incoming, Key, unit_id


@dataclass(frozen=True, slots=True)
class Target:
    """An entry of a locale file: the dossier, the document, and the entry's key."""

    dossier: str
    document: str
    key: Key


class Passages:
    """The passages of some dossiers that are translated into one language."""

    def __init__(self, dossiers: Iterable[Dossier], language: str) -> None:
        self._keys: dict[tuple[str, str], dict[str, Key]] = {}
        self._anywhere: dict[Key, list[Target]] = {}
        for dossier in dossiers:
            for document in dossier.documents:
                self._add(dossier.id, document, language)

    def home(self, theirs: Incoming) -> tuple[str, str]:
        """Dossier and document that the file names; where a tool dropped the dossier, the only one with such a document."""
        having = [dossier for dossier, document in self._keys if document == theirs.document]
        dossier = having[0] if not theirs.dossier and len(having) == 1 else theirs.dossier
        return dossier, theirs.document

    def find(self, theirs: Incoming) -> tuple[Target, ...]:
        """Where the translation belongs; nowhere, if its text is no passage any more.

        Where the file names the document, that passage is meant, by its id or by its text; a text that has moved is found where
        it is now. Where it names none, every passage with the same text is meant; a context that is the other tool's own does
        not stand in the way.
        """
        home = self.home(theirs)
        own = self._keys.get(home, {})
        key = own.get(theirs.identifier) or own.get(unit_id(theirs.key))
        if key is not None:
            return (Target(*home, key),)
        found = self._anywhere.get(theirs.key, ())
        if not found and not theirs.is_ours:
            found = self._anywhere.get((None, theirs.source), ())
        return tuple(found)

    def _add(self, dossier: str, document: Document, language: str) -> None:
        keys = dict.fromkeys(unit.key for unit in translatable(document, language))
        self._keys[dossier, document.id] = {unit_id(key): key for key in keys}
        for key in keys:
            self._anywhere.setdefault(key, []).append(Target(dossier, document.id, key))
