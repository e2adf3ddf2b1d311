"""Obsolete entries for a text that has another entry: told apart, because gettext refuses a file that has the same key twice."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from dossier.translation.po import Entry, Key


def told_apart(entries: Sequence[Entry]) -> list[Entry]:
    """``entries`` with no key twice.

    An obsolete entry that says nothing new is left out. One that says something else keeps its words and gets a ``msgctxt`` of
    its own: nobody looks it up any more, but a translation memory and a person still find it.
    """
    current = [entry for entry in entries if not entry.obsolete]
    taken: dict[Key, list[Entry]] = {}
    for entry in current:
        taken.setdefault(entry.key, []).append(entry)
    kept = {id(entry) for entry in (*current, *_distinct(entries, taken))}
    return [entry for entry in entries if id(entry) in kept]


def _distinct(entries: Iterable[Entry], taken: dict[Key, list[Entry]]) -> Iterator[Entry]:
    for entry in entries:
        if not entry.obsolete:
            continue
        twins = taken.setdefault(entry.key, [])
        if any(_says_the_same(entry, twin) for twin in twins):
            continue
        twins.append(entry)
        if len(twins) > 1:
            entry.context = _free_context(entry, taken)
            taken[entry.key] = [entry]
        yield entry


def _says_the_same(entry: Entry, twin: Entry) -> bool:
    return (
        entry.unit.msgstr == twin.unit.msgstr
        and (entry.state, entry.previous) == (twin.state, twin.previous)
        and set(entry.comments) <= set(twin.comments)
    )


def _free_context(entry: Entry, taken: dict[Key, list[Entry]]) -> str:
    own = f"{entry.context} · " if entry.context else ""
    contexts = (f"{own}other translation {number}" for number in count(2))
    return next(context for context in contexts if (context, entry.msgid) not in taken)
