"""What is told of a dossier's finished files: from what lies in ``build/``, or from files that were just made."""

from collections.abc import Callable, Iterator

from dossier.content.reading import read_found
from dossier.model.deposit import DossierRecord, EditionRecord, FileRecord
from dossier.model.document import Dossier
from dossier.model.files import Files
from dossier.model.media_types import media_type_of
from dossier.model.records import DossierConfig
from dossier.model.translation import LocalizedDossier, State
from dossier.pipeline.clock import modified
from dossier.pipeline.edition import full_toolchain
from dossier.pipeline.localize import read_catalogs
from dossier.pipeline.plan import below_build, output_path, outputs_to_list, picture_path
from dossier.pipeline.project import Project
from dossier.pipeline.uncited import uncited
from dossier.press.pictures import page_count

Read = Callable[[str], bytes | None]
"""Gives the bytes of a file by its path below the project; ``None`` where there is none."""


def reader_of(files: Files) -> Read:
    """Reads what lies in a project."""
    return lambda path: read_found(files, path) if files.exists(path) else None


def dossier_record(project: Project, name: str, read: Read) -> DossierRecord:
    """The editions of the dossier ``name`` of which there are files.

    The paths of their files are relative to ``build/``: ``<dossier>/<lang>/<file>``.

    Parameters
    ----------
    project, name:
        Which dossier.
    read:
        Gives the bytes of a file by its path below the project (``build/…``); ``None`` where there is none.

    Raises
    ------
    DossierError
        Where the dossier or a locale file cannot be read.
    """
    dossier, _ = project.load(name)
    config = dossier.config
    found = ((language, file_records(config, language, read)) for language in in_order_of_origin(config))
    editions = tuple(_edition(project, dossier, language, files, read) for language, files in found if files)
    return DossierRecord(config, editions)


def in_order_of_origin(config: DossierConfig) -> tuple[str, ...]:
    """The languages of the dossier's editions, its own first."""
    return tuple(sorted(config.languages, key=lambda language: language != config.language))


def file_records(config: DossierConfig, language: str, read: Read) -> tuple[FileRecord, ...]:
    """The files of the edition in ``language`` that are there, in the order of the dossier's outputs."""
    return tuple(_file_records(config, language, read))


def _file_records(config: DossierConfig, language: str, read: Read) -> Iterator[FileRecord]:
    for output in outputs_to_list(config):
        path = output_path(config.id, language, output)
        data = read(path)
        if data is not None:
            pages = _pages(data) if output.has_pages else 0
            yield FileRecord.of(below_build(path), data, output.media_type, output, pages)


def _pages(pdf: bytes) -> int:
    """0 where it is not known: whatever lies there is listed, with its size and digest."""
    try:
        return page_count(pdf)
    except ValueError:
        return 0


def _picture(config: DossierConfig, language: str, read: Read) -> FileRecord | None:
    path = picture_path(config.id, language)
    data = read(path)
    return None if data is None else FileRecord.of(below_build(path), data, media_type_of(path))


def _edition(project: Project, dossier: Dossier, language: str, files: tuple[FileRecord, ...], read: Read) -> EditionRecord:
    catalogs, _ = read_catalogs(project.files, dossier, language)
    made = uncited(project, dossier, catalogs, language, modified=modified(dossier.config), toolchain=full_toolchain())
    localized = made.localized
    shares = tuple((state.value, share) for state in State if (share := localized.shares.share(state)))
    picture = _picture(dossier.config, language, read)
    return EditionRecord(made.metadata, files, picture, shares, machine_share(localized))


def machine_share(localized: LocalizedDossier) -> float:
    """The share of the words, counted in the original, that readers see as a machine drafted them and nobody reviewed.

    A draft that ``[policy]`` does not show is no text of the edition, and counts as the original that stands in its place.
    """
    words = drafted = 0
    for document in localized.documents:
        for woven in document.units:
            count = len(woven.unit.msgid.split())
            words += count
            drafted += count * (woven.state is State.DRAFT and woven.language == localized.language)
    return drafted / words if words else 0.0
