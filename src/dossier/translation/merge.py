"""Bring a PO file up to its document, losing nothing a person wrote.

For every unit the best that is known is offered, in this order:

1. the entry itself: kept as it is, byte for byte;
2. the same text among the obsolete entries: revived;
3. a text that differs in atoms only (:mod:`dossier.translation.atoms`): the change is carried into the translation;
4. the same text, or one that differs in atoms only, in another document: carried along;
5. the nearest text: offered as ``fuzzy`` with the text it was made for as ``#| msgid``, as msgmerge does;
6. nothing: a new, empty entry.

What no unit asks for any more becomes obsolete (``#~``) if it has a translation.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import fuzz, process, utils
from translate.storage.pypo import quoteforpo

from dossier.model.document import Unit
from dossier.translation.atoms import skeleton, transplanted
from dossier.translation.comments import extracted_comment, references
from dossier.translation.po import Entry, Key, PoFile

NEAR = 70.0
"""Least similarity (per cent, rapidfuzz's ratio) of a text whose translation is worth offering."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A translation known from somewhere: its entry, and whether its text is still asked for where it stands."""

    entry: Entry
    in_use: bool


@dataclass(slots=True)
class Memory:
    """Every translated entry of one language, of all documents, for looking up by text, by skeleton and by likeness."""

    known: Sequence[Remembered]
    by_key: dict[Key, Entry] = field(default_factory=dict)
    by_skeleton: dict[tuple[str | None, str], list[Entry]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # A text that is gone from its place has probably moved; it is preferred to one that still stands somewhere.
        for remembered in sorted(self.known, key=lambda known: known.in_use):
            entry = remembered.entry
            self.by_key.setdefault(entry.key, entry)
            self.by_skeleton.setdefault((entry.context, skeleton(entry.msgid)), []).append(entry)

    def nearest(self, msgid: str) -> Entry | None:
        """The entry whose text is most like ``msgid``; one whose text is gone wins over one that is still in use."""
        for gone in (True, False):
            candidates = {index: known.entry.msgid for index, known in enumerate(self.known) if known.in_use is not gone}
            found = process.extractOne(msgid, candidates, scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=NEAR)
            if found:
                return self.known[found[2]].entry
        return None


@dataclass(frozen=True, slots=True)
class MergeResult:
    """The merged file, and how many entries came by which way (the names of the module's list)."""

    file: PoFile
    counts: Mapping[str, int]


def remember(files: Iterable[tuple[PoFile, frozenset[Key]]]) -> Memory:
    """A memory of all translated entries of ``files``; beside each file the keys its document still asks for."""
    known = [
        Remembered(entry, not entry.obsolete and entry.key in wanted)
        for file, wanted in files
        for entry in (*file.active, *file.obsolete)
        if entry.text.strip()
    ]
    return Memory(known)


def merge(units: Sequence[Unit], file: PoFile, elsewhere: Memory, environment: Mapping[str, Any]) -> MergeResult:
    """``file`` brought up to ``units``.

    Parameters
    ----------
    units:
        What the document has now.
    file:
        The PO file as it was read. Its entries are not shared with any other file; they are changed in place.
    elsewhere:
        What is known from the other documents in this language.
    environment:
        markdown-it's ``env`` of the document.
    """
    wanted: dict[Key, list[Unit]] = {}
    for unit in units:
        wanted.setdefault(unit.key, []).append(unit)
    here = remember([(file, frozenset(wanted))])
    merging = _Merging(file, frozenset(wanted), here, elsewhere, environment)
    entries = [merging.entry_for(key, places) for key, places in wanted.items()]
    return MergeResult(merging.finished(entries), dict(merging.counts))


@dataclass(slots=True)
class _Merging:
    file: PoFile
    wanted: frozenset[Key]
    here: Memory
    elsewhere: Memory
    environment: Mapping[str, Any]
    counts: Counter[str] = field(default_factory=Counter)
    used: set[int] = field(default_factory=set)
    active: dict[Key, Entry] = field(init=False)
    obsolete: dict[Key, Entry] = field(init=False)

    def __post_init__(self) -> None:
        self.active = {entry.key: entry for entry in self.file.active}
        self.obsolete = {entry.key: entry for entry in self.file.obsolete}

    def entry_for(self, key: Key, places: Sequence[Unit]) -> Entry:
        entry = self._kept(key) or self._carried(key) or self._near(key) or self._new(key)
        _annotate(entry, places)
        return entry

    def finished(self, entries: Sequence[Entry]) -> PoFile:
        """The file with ``entries``, and behind them what is not asked for any more."""
        chosen = {id(entry) for entry in entries} | self.used
        left = [entry for entry in self.file.active if id(entry) not in chosen and _worth_keeping(entry)]
        for entry in left:
            entry.unit.makeobsolete()
        self.counts["obsolete"] += len(left)
        old = [entry for entry in self.file.obsolete if id(entry) not in chosen and entry not in left]
        header = [self.file.header] if self.file.header else []
        return PoFile(self.file.path, self.file.store, [*header, *entries, *left, *old], self.file.diagnostics)

    def _kept(self, key: Key) -> Entry | None:
        if entry := self.active.get(key):
            self.counts["kept"] += 1
            return entry
        if entry := self.obsolete.get(key):
            flags = list(entry.unit.typecomments)
            entry.unit.resurrect()
            entry.unit.typecomments = flags  # translate-toolkit takes what comes back for translated; it may be stale
            self.counts["revived"] += 1
            return entry
        return None

    def _carried(self, key: Key) -> Entry | None:
        return self._with_new_atoms(key, self.here) or self._moved(key) or self._with_new_atoms(key, self.elsewhere)

    def _moved(self, key: Key) -> Entry | None:
        source = self.elsewhere.by_key.get(key)
        if source is None:
            return None
        self.counts["moved"] += 1
        return self._copy(source, key, source.text)

    def _with_new_atoms(self, key: Key, memory: Memory) -> Entry | None:
        context, msgid = key
        for source in memory.by_skeleton.get((context, skeleton(msgid)), ()):
            text = transplanted(source.msgid, msgid, source.text, self.environment)
            if text is not None:
                self.counts["transplanted"] += 1
                self._consume(source)
                return self._copy(source, key, text)
        return None

    def _near(self, key: Key) -> Entry | None:
        source = self.here.nearest(key[1]) or self.elsewhere.nearest(key[1])
        if source is None:
            return None
        self.counts["stale"] += 1
        self._consume(source)
        entry = self._copy(source, key, source.text)
        if source.previous is None:
            entry.unit.prev_msgid = quoteforpo(source.msgid, entry.unit.wrapper)
            entry.unit.prev_msgctxt = list(source.unit.msgctxt)
        entry.unit.markfuzzy()
        return entry

    def _new(self, key: Key) -> Entry:
        self.counts["new"] += 1
        return self.file.new_entry(key)

    def _consume(self, source: Entry) -> None:
        """A text that became another one does not stay behind as obsolete: its words live on in the new entry."""
        if source.obsolete or source.key not in self.wanted:
            self.used.add(id(source))

    def _copy(self, source: Entry, key: Key, text: str) -> Entry:
        entry = self.file.new_entry(key)
        entry.text = text
        entry.unit.othercomments = list(source.unit.othercomments)
        entry.unit.typecomments = list(source.unit.typecomments)
        entry.unit.prev_msgid = list(source.unit.prev_msgid)
        entry.unit.prev_msgctxt = list(source.unit.prev_msgctxt)
        return entry


def _worth_keeping(entry: Entry) -> bool:
    return bool(entry.text.strip())


def _annotate(entry: Entry, places: Sequence[Unit]) -> None:
    newline = entry.unit.newline
    entry.unit.automaticcomments = [line + newline for line in extracted_comment(places)]
    entry.unit.sourcecomments = [line + newline for line in references(places)]
