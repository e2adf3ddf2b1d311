"""The digest of an edition's text: what two files of it can be compared by, whatever their format."""

import hashlib

from dossier.model.translation import LocalizedDossier


def text_digest(localized: LocalizedDossier) -> str:
    """SHA-256, in hex, of everything an edition says, with the state of review of each passage.

    It is taken over the UTF-8 of one record after another, each ended by U+001E: for every document its id, and for every unit
    of it, in reading order, the state, the language and the words shown, separated by U+001F.
    """
    found = hashlib.sha256()
    for document in localized.documents:
        found.update(f"{document.document.id}\x1e".encode())
        for woven in document.units:
            found.update(f"{woven.state}\x1f{woven.language}\x1f{woven.text}\x1e".encode())
    return found.hexdigest()
