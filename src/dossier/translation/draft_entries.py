"""Which entries of a PO file a machine may draft, and a draft put into one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from dossier.translation.comments import forget_change
from dossier.translation.drafting.values import Draft
from dossier.translation.po import Entry, Key, PoFile
from dossier.translation.standing import forget
from dossier.translation.whose import Words, of_people, words_of


class Outcome(StrEnum):
    """What became of an entry that a draft was made for; ``LEFT``: nothing better came, and it keeps its older draft."""

    DRAFTED = "drafted"
    EMPTY = "empty"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Wish:
    """Which drafts are wanted besides those of entries without words.

    Parameters
    ----------
    stale:
        Of entries that a machine drafted, whose original changed since.
    redo:
        Of entries that another machine drafted.
    """

    stale: bool = False
    redo: bool = False

    def wants(self, entry: Entry, origin: str) -> bool:
        """Whether ``entry`` is to be drafted by the machine ``origin``."""
        words = words_of(entry)
        if words is Words.MACHINES:
            return self.redo and entry.origin is not None and entry.origin.description != one_line(origin)
        return words is Words.NOBODYS or (words is Words.STALE and self.stale)


@dataclass(frozen=True, slots=True)
class Made:
    """A draft, and the machine that made it (:attr:`~dossier.translation.engines.engine.Engine.origin`)."""

    draft: Draft
    origin: str


@dataclass(frozen=True, slots=True)
class Filled:
    """What became of the entry with ``key``, and what translators are told of it."""

    key: Key
    outcome: Outcome
    notes: tuple[str, ...]


def fill(file: PoFile, made: Mapping[Key, Made], wish: Wish) -> tuple[Filled, ...]:
    """Put drafts into those entries of ``file`` that still want them, in place.

    Parameters
    ----------
    file:
        The file as it is now, which may be later than when the drafts were asked for.
    made:
        The drafts by the keys of their entries; a key that the file does not have any more is passed over.
    wish:
        What was wanted.
    """
    found = ((entry, made[entry.key]) for entry in file.active if entry.key in made)
    return tuple(Filled(entry.key, put(entry, one), one.draft.notes) for entry, one in found if wish.wants(entry, one.origin))


def put(entry: Entry, made: Made) -> Outcome:
    """Put a draft into ``entry``, with the comments that say whose it is and what is to be looked at."""
    text = made.draft.text.strip("\n")  # gettext refuses a line end that the original does not have
    notes = [f"machine note: {one_line(note)}" for note in made.draft.notes]
    if text.strip():
        _take(entry, text)
        digest = sha256(entry.text.encode()).hexdigest()
        _comment(entry, [f"machine: {one_line(made.origin)} draft:sha256:{digest}", *notes])
        return Outcome.DRAFTED
    if words_of(entry) is not Words.NOBODYS:
        return Outcome.LEFT
    entry.unit.markfuzzy(False)
    _comment(entry, notes)
    return Outcome.EMPTY


def one_line(text: str) -> str:
    """``text`` as it can stand in a comment."""
    return " ".join(text.split())


def _take(entry: Entry, text: str) -> None:
    entry.text = text
    entry.unit.prev_msgid, entry.unit.prev_msgctxt = [], []
    forget(entry)
    forget_change(entry)
    entry.unit.markfuzzy()


def _comment(entry: Entry, lines: Sequence[str]) -> None:
    """Let ``lines`` stand where our older comments stood, or behind the translators' own."""
    before = entry.unit.othercomments
    others = of_people(before)
    place = next((index for index, (one, other) in enumerate(zip(before, others, strict=False)) if one != other), len(others))
    own = [f"# {line}{entry.unit.newline}" for line in lines]
    entry.unit.othercomments = [*others[:place], *own, *others[place:]]
