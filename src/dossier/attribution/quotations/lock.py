"""``content/<dossier>/quotations.lock``: which quotation was found where, without a word of the sources.

So the evidence travels where the texts may not. The file is TOML, sorted, and the same bytes as long as nothing changes.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from hashlib import sha256
from typing import Annotated, Any
from unicodedata import normalize

import tomli_w
from pydantic import Field

from dossier.content.schema import validate
from dossier.content.text import decode
from dossier.content.toml_file import read_toml
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.fields import Day, Digest, Identifier, Record
from dossier.model.place import Place
from dossier.model.quotation import Quotation

NAME = "quotations.lock"
"""Name of the file in a dossier's folder."""

_HEAD = """\
# Where the words of quotations stand in the texts of their sources, which are known by their digests.
# Written by “dossier quotations --record”. Do not edit.
"""
_NotEmpty = Annotated[str, Field(min_length=1)]

Key = tuple[str, str, str]
"""Document, source and digest of the quotation: what an entry is about."""


class Found(StrEnum):
    """What was found when the entry was recorded."""

    VERIFIED = "verified"
    CHANGED = "changed"


class Entry(Record):
    """One quotation in one source.

    ``quotation`` is the digest of the quoted words; ``against`` that of the snapshot, or of the source's body in the dossier;
    ``text`` that of the text made of it by ``extractor``; ``offset`` counts its characters. ``recorded`` is the day on which
    this entry was first written.
    """

    document: _NotEmpty
    source: Identifier
    quotation: Digest
    against: Digest
    extractor: _NotEmpty
    version: _NotEmpty
    text: Digest
    offset: Annotated[int, Field(ge=0)]
    verdict: Found
    changes: tuple[_NotEmpty, ...] = ()
    recorded: Day

    @property
    def key(self) -> Key:
        return self.document, self.source, self.quotation


class Lock(Record):
    """The file."""

    quotation: tuple[Entry, ...] = ()

    @property
    def entries(self) -> Mapping[Key, Entry]:
        """The entries by what they are about."""
        return {entry.key: entry for entry in self.quotation}


def quotation_digest(text: str) -> str:
    """The digest of quoted words: ``sha256`` of their composed form (NFC) in UTF-8."""
    return sha256(normalize("NFC", text).encode()).hexdigest()


def key_of(quotation: Quotation, source: str) -> Key:
    """What the entry for ``quotation`` in ``source`` is about."""
    return quotation.document, source, quotation_digest(quotation.text)


def lock_of(entries: Iterable[Entry]) -> Lock:
    """The entries, each once and sorted."""
    unique = {entry.key: entry for entry in entries}
    return Lock(quotation=tuple(entry for _, entry in sorted(unique.items())))


def read_lock(data: bytes, path: str) -> Lock:
    """Read the file at ``path``.

    Raises
    ------
    DossierError
        Q005, each at its line and column.
    """
    try:
        text, _ = decode(data, path)  # line ends of Windows may come from version control
        values, places = read_toml(text, path)
        lock = validate(Lock, values, places)
    except DossierError as error:
        raise DossierError([_refused(found) for found in error.diagnostics]) from error
    seen: set[Key] = set()
    for index, entry in enumerate(lock.quotation):
        if entry.key in seen:
            raise DossierError(Diagnostic(CODES["Q005"], "two entries are about the same", places.value(("quotation", index))))
        seen.add(entry.key)
    return lock


def _refused(found: Diagnostic) -> Diagnostic:
    return Diagnostic(CODES["Q005"], found.message, found.place or Place(NAME))


def write_lock(lock: Lock) -> bytes:
    """The bytes of the file; the same for the same entries in whatever order."""
    tables = [_table(entry) for entry in lock_of(lock.quotation).quotation]
    return (_HEAD + "".join(f"\n[[quotation]]\n{tomli_w.dumps(table)}" for table in tables)).encode()


def _table(entry: Entry) -> dict[str, Any]:
    values: dict[str, Any] = entry.model_dump(mode="json", by_alias=True)
    return {key: value for key, value in values.items() if value != []}
