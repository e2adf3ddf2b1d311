"""The translation memory of a project in one language: what is known from all its documents, and where a text's nearest is.

Exact texts and texts that differ in atoms only are looked up; near ones are found by an index of words and then judged by
:mod:`dossier.translation.likeness`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

from rapidfuzz import fuzz, process

from dossier.translation.atoms import skeleton
from dossier.translation.likeness import Folded, alike, folded_text, same_order
from dossier.translation.po import Entry, Key, PoFile

K = TypeVar("K")

NEAR = 60.0
"""Least likeness (per cent) of a text that was taken out, or changed: msgmerge's own bound."""
NEAR_IN_USE = 70.0
"""Least likeness of a text that still stands where it stood: the new one is no change of it, but may be like it."""
_IN_USE = 10.0
"""What a text that is still in use must be better by to be preferred."""
_LOOKED_AT, _EFFORT = 20, 4_000
"""How many texts are compared letter by letter, and how many places of terms are looked up to choose them."""
_SURE = 90.0
"""Likeness, letter by letter, above which no other measure is asked: the text has changed a little."""
_SHORT = 60
"""Letters of a text that is compared with all others as short, because one slip changes most of its words."""


@dataclass(frozen=True, slots=True, eq=False)
class Remembered:
    """A translation known from somewhere: its entry, and whether its text is still asked for where it stands."""

    entry: Entry
    in_use: bool

    @property
    def made_for(self) -> str:
        """The text that was translated: of a stale translation an older one than it stands under."""
        previous = self.entry.previous
        return self.entry.msgid if previous is None else previous


@dataclass(frozen=True, slots=True)
class Near:
    """A remembered translation whose text is like one that is looked for, and how much (per cent)."""

    known: Remembered
    likeness: float

    @property
    def fitness(self) -> float:
        """What to choose by: a text that is gone has probably become the one that is new."""
        return self.likeness - self.known.in_use * _IN_USE


@dataclass(frozen=True)
class Memory:
    """Translated entries of one language, to be asked for texts. What fits best comes first in every answer."""

    known: Sequence[Remembered] = ()

    def including(self, file: PoFile, wanted: frozenset[Key]) -> "Memory":
        """A memory that knows the translations of ``file``, too; ``wanted`` is what is asked for there."""
        return self if self.of(file) else Memory([*self.known, *remember([(file, wanted)]).known])

    def of(self, file: PoFile) -> Sequence[Remembered]:
        """What is known from ``file``."""
        return [self._by_entry[id(entry)] for entry in file.entries if id(entry) in self._by_entry]

    def exact(self, key: Key) -> Sequence[Remembered]:
        """Translations of the same text."""
        return self._by_key.get(key, ())

    def with_skeleton(self, key: Key) -> Sequence[Remembered]:
        """Translations of texts that differ from the one of ``key`` in atoms only."""
        context, msgid = key
        return self._by_skeleton.get((context, skeleton(msgid)), ()) if self.known else ()

    def made_for(self, key: Key) -> Sequence[Remembered]:
        """Stale translations that were made for this very text: it changed, and now has changed back."""
        return self._by_previous.get(key, ())

    def near(self, msgid: str, besides: Iterable[Remembered] = ()) -> Sequence[Near]:
        """Translations of texts that are like ``msgid``.

        Those of ``besides`` are looked at in any case, and for the texts that they stand under, too: a text that changes step by
        step is like its last state longer than like the first.
        """
        if not self.known:
            return ()
        wanted = folded_text(msgid)
        likely = [(self.known[index], folded_text(self.known[index].made_for)) for index in self._index.candidates(wanted)]
        own = [(known, folded_text(text)) for known in besides for text in {known.made_for, known.entry.msgid}]
        found = _measured(wanted, [*likely, *own], same_order)
        if not any(one.likeness >= _SURE for one in found):
            found = _measured(wanted, [*likely, *own], alike)
        near = [one for one in found if one.likeness >= (NEAR_IN_USE if one.known.in_use else NEAR)]
        return sorted(near, key=lambda one: one.fitness, reverse=True)

    @cached_property
    def _by_entry(self) -> dict[int, Remembered]:
        return {id(known.entry): known for known in self.known}

    @cached_property
    def _by_key(self) -> dict[Key, list[Remembered]]:
        return _grouped((known.entry.key, known) for known in self._in_order)

    @cached_property
    def _by_skeleton(self) -> dict[Key, list[Remembered]]:
        return _grouped(((known.entry.context, skeleton(known.entry.msgid)), known) for known in self._in_order)

    @cached_property
    def _by_previous(self) -> dict[Key, list[Remembered]]:
        before = ((known, known.entry.previous) for known in self.known)
        return _grouped(((known.entry.context, previous), known) for known, previous in before if previous is not None)

    @cached_property
    def _in_order(self) -> list[Remembered]:
        # A text that is gone from its place has probably moved; it is preferred to one that still stands somewhere.
        return sorted(self.known, key=lambda known: known.in_use)

    @cached_property
    def _index(self) -> "_Index":
        return _Index([folded_text(known.made_for) for known in self.known])


def remember(files: Iterable[tuple[PoFile, frozenset[Key]]]) -> Memory:
    """A memory of all translated entries of ``files``; beside each file the keys its document still asks for."""
    return Memory(
        [
            Remembered(entry, not entry.obsolete and entry.key in wanted)
            for file, wanted in files
            for entry in (*file.active, *file.obsolete)
            # One with plural forms is no translation of a passage; offered for one, it would lose its other forms.
            if entry.text.strip() and not entry.plural
        ]
    )


def _measured(
    wanted: Folded, texts: Iterable[tuple[Remembered, Folded]], measure: Callable[[Folded, Folded], float]
) -> list[Near]:
    return [Near(known, measure(wanted, text)) for known, text in texts]


def _grouped(pairs: Iterable[tuple[K, Remembered]]) -> dict[K, list[Remembered]]:
    groups: dict[K, list[Remembered]] = {}
    for key, known in pairs:
        groups.setdefault(key, []).append(known)
    return groups


class _Index:
    """Which texts have which words and pairs of words. Comparing every text with every other would take minutes."""

    def __init__(self, texts: Sequence[Folded]) -> None:
        self._short = {index: text.text for index, text in enumerate(texts) if text.words and len(text.text) <= _SHORT}
        self._places: dict[str, list[int]] = {}
        for index, text in enumerate(texts):
            for term in _terms(text):
                self._places.setdefault(term, []).append(index)

    def candidates(self, wanted: Folded) -> list[int]:
        """The texts that share most with ``wanted``, by its rarest terms."""
        shared: Counter[int] = Counter()
        looked_at = 0
        for places in sorted((self._places[term] for term in _terms(wanted) if term in self._places), key=len):
            shared.update(places)
            looked_at += len(places)
            if looked_at > _EFFORT:
                break
        best = (index for index, _ in shared.most_common(_LOOKED_AT))
        return [*dict.fromkeys([*best, *self._short_ones(wanted)])]

    def _short_ones(self, wanted: Folded) -> list[int]:
        if not wanted.words or len(wanted.text) > _SHORT:
            return []
        found = process.extract(wanted.text, self._short, scorer=fuzz.ratio, score_cutoff=NEAR, limit=_LOOKED_AT)
        return [index for _, _, index in found]


def _terms(text: Folded) -> set[str]:
    return {*text.words, *(f"{one} {other}" for one, other in pairwise(text.words))}
