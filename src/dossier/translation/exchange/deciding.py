"""Whose words stand: ours, or those of the file that is imported."""

from enum import StrEnum
from hashlib import sha256

from dossier.model.translation import State, Translation
from dossier.translation.exchange.values import Incoming, bare, digest_of


class Way(StrEnum):
    """What became of a translation in an imported file."""

    TAKEN = "taken"
    APPROVED = "approved"  # the same words, now reviewed
    EQUAL = "equal"
    UNTOUCHED = "untouched"  # nobody changed it there; ours may have changed since
    EMPTY = "empty"
    CONFLICT = "in conflict"
    UNKNOWN = "unknown"


def decide(ours: Translation | None, theirs: Incoming) -> Way:
    """What is to become of ``theirs``.

    Whatever is neither the same nor taken is a conflict that somebody hears of. Ours stands where it is reviewed and theirs is
    not, and where both changed since the export. Where nobody remembers what was exported (another tool's file), only what is
    empty here, a machine's, or not reviewed while theirs is, gives way.
    """
    if ours is not None and theirs.text.strip() and same(ours.text, theirs.text):
        return _of_same_words(ours, theirs)
    if not is_translated(theirs):
        return Way.EMPTY
    if ours is None or not ours.text.strip():
        return Way.TAKEN
    if _untouched_there(theirs):
        return Way.UNTOUCHED
    return Way.TAKEN if _gives_way(ours, theirs) else Way.CONFLICT


def is_translated(theirs: Incoming) -> bool:
    """Whether there is a translation: many tools put the original there until somebody writes one."""
    return bool(theirs.text.strip()) and (theirs.state is State.REVIEWED or not same(theirs.text, theirs.source))


def same(one: str, other: str) -> bool:
    """Whether two texts are the same but for what tools change unasked."""
    return bare(one) == bare(other)


def are_a_persons_words(ours: Translation) -> bool:
    """Whether somebody has written, or changed, the words: not a machine's draft as the machine gave it."""
    if ours.state is not State.DRAFT or ours.origin is None:
        return True
    return ours.origin.draft_digest != sha256(ours.text.encode()).hexdigest()


def _of_same_words(ours: Translation, theirs: Incoming) -> Way:
    if theirs.state is not State.REVIEWED or ours.state is State.REVIEWED:
        return Way.EQUAL
    # It went out reviewed and came back so; that it is not reviewed here any more was decided here.
    return Way.UNTOUCHED if _untouched_there(theirs) else Way.APPROVED


def _gives_way(ours: Translation, theirs: Incoming) -> bool:
    if ours.state is State.REVIEWED and theirs.state is not State.REVIEWED:
        return False
    if theirs.base is not None and theirs.base.digest == digest_of(ours.text, ours.state):
        return True
    if not are_a_persons_words(ours):
        return theirs.state in (State.REVIEWED, State.UNFINISHED)
    return theirs.base is None and theirs.state is State.REVIEWED and ours.state is not State.REVIEWED


def _untouched_there(theirs: Incoming) -> bool:
    """Whether the other tool gave back what it was given. That it says less of the state is no work of anybody's."""
    states = {theirs.state, State.REVIEWED}
    if theirs.state is State.REVIEWED:
        states = {State.REVIEWED}
    return theirs.base is not None and theirs.base.digest in {digest_of(theirs.text, state) for state in states}
