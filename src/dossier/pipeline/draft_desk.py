"""One language of a dossier while it is drafted: what its locale files want, and drafts written into them as they are by then."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dossier.content.reading import read_found
from dossier.model.bundle import Artifact
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.document import Document, Unit
from dossier.model.place import Place
from dossier.pipeline.locale_files import Locales
from dossier.pipeline.locking import exclusive
from dossier.translation.cut import translatable
from dossier.translation.draft_entries import Filled, Made, Outcome, Wish, fill
from dossier.translation.drafting.values import Asked
from dossier.translation.engines.engine import Pair
from dossier.translation.locations import po_path
from dossier.translation.po import Entry, Key, PoFile, read_po, write_po
from dossier.translation.whose import Words, words_of

_LEAST, _SHARE = 5_000, 20
"""Words of a batch: engines are quickest with many sentences at once, and what is written now and then is seen early."""
SAVED_MEANWHILE = "S009"
_LEFT_EMPTY = "left empty: "
"""How notes begin that tell why: the finding has said it already."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document, its locale file, and those of its passages that are to be drafted."""

    document: Document
    path: str
    units: tuple[Unit, ...]

    @property
    def words(self) -> int:
        return sum(len(unit.msgid.split()) for unit in self.units)


@dataclass(frozen=True, slots=True)
class Written:
    """What came of one batch: ``outcomes`` counts entries, ``diagnostics`` tell of those to look at."""

    paths: tuple[str, ...] = ()
    outcomes: Mapping[Outcome, int] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """``locales`` in one ``language``. ``origin`` tells what a pair of languages is drafted by."""

    locales: Locales
    language: str
    wish: Wish
    origin: Callable[[Pair], str]

    def pair(self, unit: Unit) -> Pair:
        """From the language a passage is written in, which need not be the dossier's."""
        return Pair(unit.language, self.language)

    def look(self, files: Mapping[str, PoFile]) -> tuple[tuple[Sheet, ...], Mapping[Words, int]]:
        """The documents with something to draft, and whose words the entries of all documents are."""
        sheets, owners = [], Counter[Words]()
        for document in self.locales.dossier.documents:
            path = po_path(self.locales.dossier.id, document.id, self.language)
            if path in files:
                entries = {entry.key: entry for entry in files[path].active}
                units = _once(translatable(document, self.language))
                found = [(unit, entries[unit.key]) for unit in units if unit.key in entries]
                owners.update(words_of(entry) for _, entry in found)
                wanted = tuple(unit for unit, entry in found if self._wants(unit, entry))
                sheets += [Sheet(document, path, wanted)] if wanted else []
        return tuple(sheets), owners

    def _wants(self, unit: Unit, entry: Entry) -> bool:
        return self.wish.wants(entry, self.origin(self.pair(unit)))

    def asked(self, sheets: Iterable[Sheet]) -> dict[Pair, list[tuple[str, Asked]]]:
        """What is to be drafted, by languages; beside each passage the path of its locale file."""
        found: dict[Pair, list[tuple[str, Asked]]] = {}
        for sheet in sheets:
            for unit in sheet.units:
                found.setdefault(self.pair(unit), []).append((sheet.path, Asked(sheet.document, unit)))
        return found

    def write(self, made: Mapping[str, Mapping[Key, Made]], waiting: Callable[[], None] | None) -> Written:
        """Put drafts into locale files, read afresh under the lock: only entries that still want them get them.

        A file that somebody saves at that very moment is read once more.

        Parameters
        ----------
        made:
            Drafts by the path of the file and the key of the entry.
        waiting:
            Called once where another command has the lock.

        Raises
        ------
        DossierError
            S009 where somebody saved a file twice; what is wrong with files that cannot be written.
        """
        with exclusive(self.locales.project.root, waiting):
            try:
                return self._write(made)
            except DossierError as error:
                if any(found.code.id != SAVED_MEANWHILE for found in error.diagnostics):
                    raise
                return self._write(made)

    def _write(self, made: Mapping[str, Mapping[Key, Made]]) -> Written:
        read, files, told = self._read(made)
        filled = {path: fill(file, made[path], self.wish) for path, file in files.items()}
        texts = [Artifact(path, write_po(file)) for path, file in files.items()]
        written = self.locales.write(texts, read)
        told += [found for text in texts for found in _told(text, filled[text.path])]
        outcomes = Counter(one.outcome for entries in filled.values() for one in entries)
        return Written(written, outcomes, tuple(told))

    def _read(self, paths: Iterable[str]) -> tuple[dict[str, bytes], dict[str, PoFile], list[Diagnostic]]:
        """The files as they are now, and what is wrong with those that cannot be read: the others are written all the same."""
        read, files, told = dict[str, bytes](), dict[str, PoFile](), list[Diagnostic]()
        for path in paths:
            try:
                data = read_found(self.locales.project.files, path)
                files[path] = read_po(data, path)
                read[path] = data
            except DossierError as error:
                told += error.diagnostics
        return read, files, told


def batches(sheets: Sequence[Sheet]) -> Iterator[tuple[Sheet, ...]]:
    """``sheets`` in their order, as many together as make a good batch."""
    enough = max(_LEAST, sum(sheet.words for sheet in sheets) // _SHARE)
    batch: list[Sheet] = []
    for sheet in sheets:
        batch.append(sheet)
        if sum(one.words for one in batch) >= enough:
            yield tuple(batch)
            batch = []
    if batch:
        yield tuple(batch)


def _once(units: Iterable[Unit]) -> Iterator[Unit]:
    """Those that are the first with their key: passages that are equal have one entry."""
    seen: set[Key] = set()
    for unit in units:
        if unit.key not in seen:
            seen.add(unit.key)
            yield unit


def _told(text: Artifact, filled: Sequence[Filled]) -> Iterator[Diagnostic]:
    """M032 and M033, with the lines at which the entries now stand."""
    noted = [one for one in filled if one.outcome is not Outcome.LEFT and (one.notes or one.outcome is Outcome.EMPTY)]
    if not noted:
        return
    entries = {entry.key: entry for entry in read_po(text.data, text.path).active}
    for one in noted:
        place = Place(text.path, entries[one.key].line_of("msgstr"), 1)
        if one.outcome is Outcome.EMPTY:
            reason = "; ".join(note.removeprefix(_LEFT_EMPTY) for note in one.notes) or "nothing that could be shown came of it"
            yield Diagnostic(CODES["M032"], "the passage was left empty", place, (("reason", reason),))
        else:
            yield Diagnostic(CODES["M033"], "; ".join(one.notes), place)
