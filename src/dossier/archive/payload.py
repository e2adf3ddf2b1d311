"""Where things lie in the payload of a deposit, and who is who in it."""

from dossier.model.deposit import DossierRecord, EditionRecord, FileRecord

PROJECT = "project/"
"""Folder of what editions are made from."""
EDITIONS = "editions/"
"""Folder of the finished files."""
PROVENANCE = "provenance/"
"""Folder of how each edition came about."""
METADATA = "metadata"


def place_of(file: FileRecord, edition: EditionRecord) -> str:
    """The path of an edition's file: ``editions/<lang>/FILE``."""
    return f"{folder_of(edition)}{file.path.rpartition('/')[2]}"


def folder_of(edition: EditionRecord) -> str:
    """The folder of an edition, with its slash."""
    return f"{EDITIONS}{edition.metadata.language}/"


def original_of(record: DossierRecord, edition: EditionRecord) -> EditionRecord | None:
    """The edition that ``edition`` is translated from, where there is one; ``None`` for the original itself."""
    own = record.config.language
    if edition.metadata.language == own:
        return None
    return next((one for one in record.editions if one.metadata.language == own), None)


def is_translation(record: DossierRecord, edition: EditionRecord) -> bool:
    """Whether the dossier was written in another language."""
    return edition.metadata.language != record.config.language


def others(record: DossierRecord, edition: EditionRecord) -> tuple[EditionRecord, ...]:
    """The editions in other languages."""
    return tuple(one for one in record.editions if one is not edition)
