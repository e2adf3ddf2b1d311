"""How far the translation of a document is, counted from its catalog: nothing is woven for it."""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from dossier.model.document import Unit
from dossier.model.translation import Catalog, Progress, State, Tally, Translation

_BY_STATE = {
    State.DRAFT: Progress.DRAFT,
    State.UNFINISHED: Progress.UNFINISHED,
    State.STALE: Progress.STALE,
    State.MISSING: Progress.MISSING,
}


def progress_of(translation: Translation | None) -> Progress:
    """How far a translation is, and by whose work.

    A reviewed one is approved unchanged where the SHA-256 (in hex, of its UTF-8) is the one that its machine's comment gives
    for the draft. With another digest, or where the comment gives none, it counts as post-edited: that a person left a machine's
    words as they were is said only where it can be shown.

    Parameters
    ----------
    translation:
        What the catalog has for a unit; ``None`` where it has nothing.
    """
    if translation is None:
        return Progress.MISSING
    if translation.state is not State.REVIEWED:
        return _BY_STATE[translation.state]
    if translation.origin is None:
        return Progress.TRANSLATED
    unchanged = sha256(translation.text.encode()).hexdigest() == translation.origin.draft_digest
    return Progress.APPROVED if unchanged else Progress.POST_EDITED


def tally(units: Iterable[Unit], catalog: Catalog) -> Tally:
    """How far the translations of ``units`` are; units that are written in the catalog's language need none."""
    return counted((progress_of(catalog.find(unit)), unit) for unit in units if unit.language != catalog.language)


def counted(found: Iterable[tuple[Progress, Unit]]) -> Tally:
    """Entries, and words of the original, by how far they are. A word is what stands between two spaces."""
    entries: Counter[Progress] = Counter()
    words: Counter[Progress] = Counter()
    for progress, unit in found:
        entries[progress] += 1
        words[progress] += len(unit.msgid.split())
    return Tally(dict(entries), dict(words))
