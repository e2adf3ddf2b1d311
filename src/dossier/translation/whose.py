"""Whose the words of an entry are.

Whatever a person wrote or vouched for is hers: reviewed texts, unfinished ones, drafts that she changed, and what became of them
when the original changed. A text is the machine's own only where its comment proves it, by the digest of the draft.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from hashlib import sha256

from dossier.model.translation import State
from dossier.translation.po import Entry
from dossier.translation.standing import was_reviewed

_OF_A_MACHINE = re.compile(r"#\s*machine(?: note)?:")
_REMARK = re.compile(r"\bdraft:sha256:[0-9a-f]+[ \t]+(?P<words>\S.*)", re.DOTALL)


class Words(StrEnum):
    """Whose the words of an entry are; ``STALE`` are a machine's own, made for another text than they stand under."""

    NOBODYS = "nobody's"
    MACHINES = "a machine's"
    STALE = "a machine's, stale"
    PERSONS = "a person's"


def words_of(entry: Entry) -> Words:
    """Whose the words of ``entry`` are. Plural forms, which we never make, are a person's in any case."""
    if entry.plural:
        return Words.PERSONS
    state = entry.state
    if state is State.MISSING:
        return Words.NOBODYS
    if state not in (State.DRAFT, State.STALE) or was_reviewed(entry) or not _is_as_drafted(entry):
        return Words.PERSONS
    return Words.MACHINES if state is State.DRAFT else Words.STALE


def is_draft_of(entry: Entry, origins: frozenset[str]) -> bool:
    """Whether ``entry`` has a draft by one of these machines that nobody touched and no change of the original overtook."""
    if not origins or entry.origin is None or entry.origin.description not in origins:
        return False
    return words_of(entry) is Words.MACHINES


def of_people(comments: Iterable[str]) -> list[str]:
    """Those translator comments (``# …``) that no machine's draft brought with it, and what somebody wrote behind such a one."""
    return [own for comment in comments if (own := _of_a_person(comment))]


def _of_a_person(comment: str) -> str:
    if not _OF_A_MACHINE.match(comment):
        return comment
    remark = _REMARK.search(comment)
    return f"# {remark['words']}" if remark else ""


def _is_as_drafted(entry: Entry) -> bool:
    return entry.origin is not None and entry.origin.draft_digest == sha256(entry.text.encode()).hexdigest()
