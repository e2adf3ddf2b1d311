"""What an entry was before its original changed, kept with it: so that nothing has to be read again where the change goes back,
or was a trivial one.

It stands in a translator comment, because gettext's tools keep those and drop flags they do not know. The digest in it is of the
translation: where a person has since begun to change it, the comment says nothing any more.
"""

import re
from hashlib import sha256

from dossier.model.translation import State
from dossier.translation.po import Entry

_WAS_REVIEWED = re.compile(r"#\s*dossier: was reviewed before the original changed, text:sha256:(?P<digest>[0-9a-f]+)")


def was_reviewed(entry: Entry) -> bool:
    """Whether a person had reviewed the translation of a stale entry for the text it was made for."""
    found = filter(None, (_WAS_REVIEWED.match(comment) for comment in entry.unit.othercomments))
    return any(one["digest"] == _digest(entry.text) for one in found)


def mark_reviewed_before(entry: Entry) -> None:
    """Write down that the translation, as it is now, was reviewed."""
    comment = f"# dossier: was reviewed before the original changed, text:sha256:{_digest(entry.text)}"
    entry.unit.othercomments = [*_others(entry), comment + entry.unit.newline]


def settle(entry: Entry) -> None:
    """Make a stale entry current: reviewed again where it was reviewed, else the draft it was."""
    entry.unit.prev_msgid, entry.unit.prev_msgctxt = [], []
    entry.unit.markfuzzy(not was_reviewed(entry))
    forget(entry)


def tidy(entry: Entry) -> None:
    """Take the comment off an entry that a person has since reviewed."""
    if entry.state is not State.STALE:
        forget(entry)


def forget(entry: Entry) -> None:
    """Take the comment off."""
    others = _others(entry)
    if len(others) != len(entry.unit.othercomments):
        entry.unit.othercomments = others


def redigest(entry: Entry, before: str) -> None:
    """Let what is said of the text ``before`` hold for the entry's text, which differs from it in atoms only.

    So a machine's draft that was taken over unchanged stays one.
    """
    old, new = _digest(before), _digest(entry.text)
    entry.unit.othercomments = [comment.replace(f":sha256:{old}", f":sha256:{new}") for comment in entry.unit.othercomments]


def _others(entry: Entry) -> list[str]:
    return [comment for comment in entry.unit.othercomments if not _WAS_REVIEWED.match(comment)]


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
