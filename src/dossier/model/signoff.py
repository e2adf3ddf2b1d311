"""Sign-offs: that a person has read the whole translation of a document, and which text it was."""

import unicodedata

from dossier.model.fields import Day, Digest, Record, Text

LONGEST_PSEUDONYM = 40
"""In characters: it stands in a narrow column of the colophon."""
_JOINERS = "\u200c\u200d"


class SignOff(Record):
    """One reviewer's word on one document.

    Parameters
    ----------
    document:
        The document's id.
    reviewer:
        A pseudonym, never a name; see :func:`fault_of_pseudonym`.
    date:
        The day on which it was signed.
    digest:
        Of what was read: :func:`dossier.translation.signoff.sign_off_digest`.
    """

    document: Text
    reviewer: Text
    date: Day
    digest: Digest

    @property
    def key(self) -> tuple[str, str]:
        """Document and reviewer: one person signs a document once, and signing again takes the place of what was."""
        return self.document, self.reviewer


class SignOffFile(Record):
    """``locales/<lang>/LC_MESSAGES/<dossier>/sign-offs.toml``, one table ``[[sign-off]]`` for each."""

    sign_off: tuple[SignOff, ...] = ()


def fault_of_pseudonym(text: str) -> str:
    """Why ``text`` must not stand as a reviewer's pseudonym; empty where it may.

    It is printed, and it travels with the project: an address leads to a person. Characters that are not seen could make two
    reviewers look like one, or turn the line around.
    """
    if not text.strip():
        return "it is empty"
    if "@" in unicodedata.normalize("NFKC", text):
        return "it looks like an e-mail address, which leads to a person"
    if len(text) > LONGEST_PSEUDONYM:
        return f"it is longer than {LONGEST_PSEUDONYM} characters"
    if any(unicodedata.category(char)[0] in "CZ" and char not in f" {_JOINERS}" for char in text):
        return "it has characters that are not seen"
    return ""
