"""What an archive and a catalogue are told: editions, their files, and how each came about."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Self

from dossier.model.bundle import Metadata
from dossier.model.records import DossierConfig, Output


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file as it is listed: ``path`` relative to the list, ``size`` in bytes, ``pages`` of a PDF (else 0)."""

    path: str
    media_type: str
    size: int
    sha256: str
    output: Output | None = None
    pages: int = 0

    @classmethod
    def of(cls, path: str, data: bytes, media_type: str, output: Output | None = None, pages: int = 0) -> Self:
        """The record of the file ``path``, whose bytes are ``data``."""
        return cls(path, media_type, len(data), sha256(data).hexdigest(), output, pages)


@dataclass(frozen=True, slots=True)
class EditionRecord:
    """An edition and its files.

    Parameters
    ----------
    metadata:
        As in the files themselves.
    files:
        Those that were made, in the order of the dossier's outputs.
    picture:
        The picture of its cover.
    shares:
        State of review (``reviewed``, ``draft`` …) and the share of the words in it, from 0 to 1.
    machine:
        Share of the words that a machine drafted and no person has reviewed, from 0 to 1.
    """

    metadata: Metadata
    files: tuple[FileRecord, ...]
    picture: FileRecord | None = None
    shares: tuple[tuple[str, float], ...] = ()
    machine: float = 0.0

    @property
    def all_files(self) -> tuple[FileRecord, ...]:
        """The files, and the picture where there is one."""
        return (*self.files, *((self.picture,) if self.picture else ()))


@dataclass(frozen=True, slots=True)
class DossierRecord:
    """A dossier and its editions, the original one first."""

    config: DossierConfig
    editions: tuple[EditionRecord, ...]
