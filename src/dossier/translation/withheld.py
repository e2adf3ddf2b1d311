"""Texts of ours in a PO file written anew, translators' words left as they are."""

from collections.abc import Callable

from translate.storage.pypo import quoteforpo

from dossier.translation.po import Key, PoFile


def without_names(file: PoFile, redacted: Callable[[Key], Key]) -> None:
    """Give every entry of ``file`` the key that ``redacted`` makes of its own, and its previous text too, in place.

    Parameters
    ----------
    file:
        The PO file; entries that do not change keep their bytes.
    redacted:
        From msgctxt and msgid to msgctxt and msgid. Where two entries become one, the second is kept as obsolete.
    """
    taken = {entry.key for entry in file.active}
    for entry in [*file.active, *file.obsolete]:
        key = entry.key
        own = redacted(key)
        if own != key:
            if not entry.obsolete and own in taken:
                entry.unit.makeobsolete()
            taken.add(own)
            entry.msgid = own[1]
        if entry.previous and (before := redacted((key[0], entry.previous))[1]) != entry.previous:
            entry.unit.prev_msgid = quoteforpo(before, file.store.wrapper)
