"""Where things lie in the payload of a deposit, and who is who in it."""

from dossier.model.deposit import DossierRecord, EditionRecord, FileRecord
from dossier.model.identifiers import version_urn
from dossier.model.records import DossierConfig

METADATA = "metadata"


def place_of(file: FileRecord, edition: EditionRecord) -> str:
    """The path of an edition's file: ``editions/<lang>/FILE``."""
    return f"{folder_of(edition)}{file.path.rpartition('/')[2]}"


def folder_of(edition: EditionRecord) -> str:
    """The folder of an edition, with its slash."""
    return f"editions/{edition.metadata.language}/"


def own_version(config: DossierConfig, edition: EditionRecord) -> str:
    """The identifier of this version of an edition, by which a later one says that it replaces it; empty without a version."""
    metadata = edition.metadata
    return version_urn(config.identifier or config.id, metadata.language, metadata.version) if metadata.version else ""


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
