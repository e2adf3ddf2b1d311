"""Bring a PO file up to its document, losing nothing a person wrote.

For every unit the best that is known is offered, in this order:

1. the entry itself: kept as it is, byte for byte;
2. the same text among the obsolete entries: revived;
3. a translation that was made for this very text, which has changed since and now changed back: restored;
4. a text that differs in atoms only (:mod:`dossier.translation.atoms`): the change is carried into the translation;
5. the same text, or one that differs in atoms only, in another document: carried along;
6. several texts that were joined into this one: their translations, joined, as ``fuzzy``;
7. the nearest text, or the one of which this is a part: offered as ``fuzzy`` with the text it was made for as ``#| msgid``;
8. nothing: a new, empty entry.

An entry that nobody has translated yet is looked up again (4 and 5): its text may have been translated elsewhere since.
What no unit asks for any more becomes obsolete (``#~``) if it has a translation.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from translate.storage.pypo import quoteforpo

from dossier.model.document import Unit
from dossier.model.translation import State
from dossier.translation.atoms import transplanted
from dossier.translation.comments import Surroundings, annotate
from dossier.translation.joining import joined_from
from dossier.translation.memory import Memory, Near, Remembered
from dossier.translation.po import Entry, Key, PoFile
from dossier.translation.standing import mark_reviewed_before, redigest, settle, tidy, was_reviewed
from dossier.translation.twins import told_apart
from dossier.translation.whose import Words, is_draft_of, of_people, words_of

_ELSEWHERE = 3.0
"""What a text of another document must be more alike (per cent) to be preferred to one of this document."""
_GONE = 200
"""How many texts that are gone from a document are all compared with each that is new in it."""
_NOWHERE = Surroundings()


@dataclass(frozen=True, slots=True)
class MergeResult:
    """The merged file, and how many entries came by which way (the names of the module's list)."""

    file: PoFile
    counts: Mapping[str, int]


def merge(
    units: Sequence[Unit],
    file: PoFile,
    project: Memory,
    environment: Mapping[str, Any],
    surroundings: Surroundings = _NOWHERE,
    accepted: frozenset[tuple[str, str]] = frozenset(),
    drafting: frozenset[str] = frozenset(),
) -> MergeResult:
    """``file`` brought up to ``units``.

    Parameters
    ----------
    units:
        What the document has now.
    file:
        The PO file as it was read. Its entries are changed in place.
    project:
        What is known in this language from all documents; that it also knows ``file`` does no harm.
    environment:
        markdown-it's ``env`` of the document.
    surroundings:
        What translators are told of the document.
    accepted:
        Old and new texts of originals whose translations hold although they changed.
    drafting:
        Machines that are about to draft what is empty. Their drafts are not carried to other places: each gets one of its own.
    """
    wanted: dict[Key, list[Unit]] = {}
    for unit in units:
        wanted.setdefault(unit.key, []).append(unit)
    merging = _Merging(file, frozenset(wanted), project.including(file, frozenset(wanted)), environment, drafting)
    entries = [merging.entry_for(key) for key in wanted]
    merging.settle_accepted(entries, accepted)
    for entry, places in zip(entries, wanted.values(), strict=True):
        tidy(entry)
        annotate(entry, places, surroundings)
    return MergeResult(merging.finished(entries), dict(merging.counts))


@dataclass(slots=True)
class _Merging:
    file: PoFile
    wanted: frozenset[Key]
    memory: Memory
    environment: Mapping[str, Any]
    drafting: frozenset[str] = frozenset()
    counts: Counter[str] = field(default_factory=Counter)
    used: set[int] = field(default_factory=set)
    own: frozenset[int] = field(init=False)
    active: dict[Key, Entry] = field(init=False)
    obsolete: dict[Key, Entry] = field(init=False)
    gone: list[Remembered] = field(init=False)

    def __post_init__(self) -> None:
        self.own = frozenset(map(id, self.file.entries))
        self.active = {entry.key: entry for entry in self.file.active}
        self.obsolete = {entry.key: entry for entry in self.file.obsolete}
        self.gone = [known for known in self.memory.of(self.file) if not known.in_use][:_GONE]

    def entry_for(self, key: Key) -> Entry:
        entry = self.active.get(key)
        if entry is None:
            return self._revived(key) or self._restored(key) or self._carried(key) or self._offered(key) or self._new(key)
        if not entry.text.strip() and (carried := self._restored(key) or self._carried(key, stale=False)):
            carried.unit.othercomments = list(dict.fromkeys([*of_people(entry.unit.othercomments), *carried.unit.othercomments]))
            return carried
        self.counts["kept"] += 1
        return entry

    def settle_accepted(self, entries: Iterable[Entry], accepted: frozenset[tuple[str, str]]) -> None:
        """Make stale entries current whose change somebody accepted."""
        for entry in entries if accepted else ():
            if entry.state is State.STALE and (entry.previous, entry.msgid) in accepted:
                settle(entry)
                self.counts["accepted"] += 1

    def finished(self, entries: Sequence[Entry]) -> PoFile:
        """The file with ``entries``, and behind them what is not asked for any more."""
        chosen = {id(entry) for entry in entries} | self.used
        left = [entry for entry in self.file.active if id(entry) not in chosen and _worth_keeping(entry)]
        for entry in left:
            entry.unit.makeobsolete()
        self.counts["obsolete"] += len(left)
        gone = {id(entry) for entry in left}
        old = [entry for entry in self.file.obsolete if id(entry) not in chosen and id(entry) not in gone]
        header = [self.file.header] if self.file.header else []
        return replace(self.file, entries=told_apart([*header, *entries, *left, *old]))

    def _revived(self, key: Key) -> Entry | None:
        entry = self.obsolete.get(key)
        if entry is None:
            return None
        was_fuzzy = entry.unit.hastypecomment("fuzzy")
        entry.unit.resurrect()
        if was_fuzzy:
            entry.unit.markfuzzy()  # translate-toolkit takes what comes back for translated; it may be stale
        self.counts["revived"] += 1
        return entry

    def _restored(self, key: Key) -> Entry | None:
        for known in sorted(self.memory.made_for(key), key=self._is_own, reverse=True):
            if known.entry.state is State.STALE:
                self._consume(known.entry)
                entry = self._copy(known.entry, key, known.entry.text)
                settle(entry)
                self.counts["restored"] += 1
                return entry
        return None

    def _carried(self, key: Key, *, stale: bool = True) -> Entry | None:
        """``stale``: whether what this file has of a text that differs in atoms may be stale itself."""
        alike = self.memory.with_skeleton(key)
        own = (known for known in alike if self._is_own(known) and (stale or self._is_current(known.entry)))
        return self._with_new_atoms(key, own) or self._moved(key) or self._with_new_atoms(key, self._current_elsewhere(alike))

    def _moved(self, key: Key) -> Entry | None:
        for known in self._current_elsewhere(self.memory.exact(key)):
            self.counts["moved"] += 1
            return self._copy(known.entry, key, known.entry.text)
        return None

    def _current_elsewhere(self, found: Iterable[Remembered]) -> Iterator[Remembered]:
        """Stale words are offered where their own text went, and nowhere else: not again wherever the new text stands."""
        return (known for known in found if not self._is_own(known) and self._is_current(known.entry))

    def _is_current(self, entry: Entry) -> bool:
        return entry.state is not State.STALE and not is_draft_of(entry, self.drafting)

    def _with_new_atoms(self, key: Key, candidates: Iterable[Remembered]) -> Entry | None:
        for known in candidates:
            source = known.entry
            text = transplanted(source.msgid, key[1], source.text, self.environment)
            if text is not None:
                self.counts["transplanted"] += 1
                self._consume(source)
                entry = self._copy(source, key, text)
                redigest(entry, source.text)
                return entry
        return None

    def _offered(self, key: Key) -> Entry | None:
        found = (one for one in self.memory.near(key[1], self.gone) if self._may_be_offered(one.known, key[1]))
        near = sorted(found, key=self._fitness, reverse=True)
        if not near:
            return None
        best = near[0].known.entry
        gone = dict.fromkeys((*self.gone, *(one.known for one in near if not one.known.in_use)))
        pieces = joined_from(key[1], (known.entry for known in gone))
        return self._joined(key, pieces) if any(piece is best for piece in pieces) else self._stale(key, best)

    def _may_be_offered(self, known: Remembered, msgid: str) -> bool:
        """Not a machine's draft of a text that stays as it is, where one is about to draft: the new text will have its own."""
        stays = known.in_use or known.entry.msgid == msgid
        return not (self.drafting and stays and words_of(known.entry) is Words.MACHINES)

    def _fitness(self, near: Near) -> float:
        return near.fitness - (0 if self._is_own(near.known) else _ELSEWHERE)

    def _stale(self, key: Key, source: Entry) -> Entry:
        self.counts["stale"] += 1
        self._consume(source)
        entry = self._copy(source, key, source.text)
        if source.previous is None:
            self._made_for(entry, source.msgid)
            entry.unit.prev_msgctxt = list(source.unit.msgctxt)
        if source.state is State.REVIEWED:
            mark_reviewed_before(entry)
        entry.unit.markfuzzy()
        return entry

    def _joined(self, key: Key, pieces: Sequence[Entry]) -> Entry:
        """The pieces stay as obsolete entries besides: nobody has said yet that the joined words are theirs."""
        self.counts["joined"] += 1
        entry = self.file.new_entry(key)
        entry.text = " ".join(piece.text for piece in pieces)
        comments = dict.fromkeys(comment for piece in pieces for comment in piece.unit.othercomments)
        entry.unit.othercomments = list(comments)
        if all(piece.state is State.REVIEWED or was_reviewed(piece) for piece in pieces):
            mark_reviewed_before(entry)
        self._made_for(entry, " ".join(piece.previous or piece.msgid for piece in pieces))
        entry.unit.markfuzzy()
        return entry

    def _made_for(self, entry: Entry, msgid: str) -> None:
        entry.unit.prev_msgid = quoteforpo(msgid, entry.unit.wrapper)

    def _new(self, key: Key) -> Entry:
        self.counts["new"] += 1
        return self.file.new_entry(key)

    def _is_own(self, known: Remembered) -> bool:
        return id(known.entry) in self.own

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
    """A translator's remark on a text that nobody has translated is her work, too."""
    return bool(entry.text.strip() or of_people(entry.unit.othercomments))
