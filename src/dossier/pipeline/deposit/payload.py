"""The payload of a deposit, made from a packed project alone: editions, descriptions, provenance, licences.

``dossier deposit`` makes it to be kept, ``dossier verify`` once more from the deposit's own project, to compare.
"""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dossier.archive.bag import Info
from dossier.archive.payload import EDITIONS, PROJECT
from dossier.archive.provenance import provenance_path, write_provenance
from dossier.archive.sidecars import sidecars
from dossier.model.deposit import DossierRecord, FileRecord
from dossier.model.diagnostics import Diagnostic, has_errors, in_order
from dossier.model.document import Dossier
from dossier.model.media_types import media_type_of
from dossier.model.records import SourceRecord
from dossier.pipeline.build import plan
from dossier.pipeline.deposit.info import bag_info
from dossier.pipeline.deposit.licences import licences
from dossier.pipeline.deposit.origins import Origins, provenance_of
from dossier.pipeline.deposit.readme import readme
from dossier.pipeline.deposit.staging import written_out
from dossier.pipeline.deposit_records import dossier_record
from dossier.pipeline.executor import run_all
from dossier.pipeline.plan import Job
from dossier.pipeline.project import Project, Selection
from dossier.pipeline.sources import SourceRow, export

_EPOCH = "SOURCE_DATE_EPOCH"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which deposit: a dossier, the languages of its editions, and the second that every date in it takes."""

    dossier: str
    languages: tuple[str, ...]
    moment: int


@dataclass(frozen=True, slots=True)
class Payload:
    """The files of a payload by their paths, what ``bag-info.txt`` says, and what was found; no files where there is an error."""

    files: Mapping[str, bytes]
    info: Info
    diagnostics: tuple[Diagnostic, ...]


def payload_of(project: Mapping[str, bytes], wanted: Wanted) -> Payload:
    """Build the editions of a packed project, and all that goes with them.

    Parameters
    ----------
    project:
        Its files by their paths in it.
    wanted:
        What is to be made of it.

    Returns
    -------
    The payload. Where an edition has an error there is none: an archive gets all of a deposit or nothing.

    Raises
    ------
    DossierError
        Where the project cannot be read, or the temporary folder not be written.
    """
    with _dated(wanted.moment), tempfile.TemporaryDirectory(prefix="dossier-deposit-") as folder:
        root = Path(folder).resolve()
        written_out(root, project)
        return _made(Project(root), project, wanted)


def _made(project: Project, files: Mapping[str, bytes], wanted: Wanted) -> Payload:
    planned = plan(project, Selection((wanted.dossier,), wanted.languages))
    if has_errors(planned.diagnostics):
        return Payload({}, (), planned.diagnostics)
    results = sorted(run_all(planned.jobs), key=lambda result: planned.jobs.index(result.job))
    found = in_order((*planned.diagnostics, *(one for result in results for one in result.diagnostics)))
    if has_errors(found):
        return Payload({}, (), found)
    built = {artifact.path: artifact.data for result in results for artifact in result.artifacts}
    record = dossier_record(project, wanted.dossier, built.get)
    dossier, _ = project.load(wanted.dossier)
    used = {f"{PROJECT}{path}": data for path, data in files.items()}
    made = used | {_in_payload(path, wanted.dossier): data for path, data in built.items()}
    made |= licences(project.files, dossier.config)
    made |= dict(_provenance(Origins(dossier, project.files, used), planned.jobs, record))
    made["README.txt"] = readme(record)
    made |= sidecars(record, _records(dossier, wanted.languages), _beside(made))
    return Payload(made, bag_info(record, wanted.moment), found)


def _in_payload(path: str, dossier: str) -> str:
    """``build/<dossier>/fa/x.pdf`` → ``editions/fa/x.pdf``."""
    return f"{EDITIONS}{path.removeprefix(f'build/{dossier}/')}"


def _provenance(origins: Origins, jobs: tuple[Job, ...], record: DossierRecord) -> Iterator[tuple[str, bytes]]:
    editions = {edition.metadata.language: edition for edition in record.editions}
    for job in jobs:
        yield provenance_path(job.language), write_provenance(provenance_of(origins, job, editions[job.language]))


def _records(dossier: Dossier, languages: tuple[str, ...]) -> dict[str, bytes]:
    """The records of the sources as CSL-JSON; in the languages of the sources, for every edition alike."""
    matters = (document.matter for document in dossier.sources)
    rows = [SourceRow(dossier.id, matter) for matter in matters if isinstance(matter, SourceRecord)]
    written = export(rows, "csl-json")
    return {language: written.encode() for language in languages}


def _beside(made: Mapping[str, bytes]) -> tuple[FileRecord, ...]:
    """What the payload has besides editions, to be listed with them."""
    return tuple(
        FileRecord.of(path, data, media_type_of(path)) for path, data in sorted(made.items()) if not path.startswith(EDITIONS)
    )


@contextmanager
def _dated(moment: int) -> Iterator[None]:
    """Every date that is written takes ``moment``, also in the processes that are started here."""
    before = os.environ.get(_EPOCH)
    os.environ[_EPOCH] = str(moment)
    try:
        yield
    finally:
        if before is None:
            del os.environ[_EPOCH]
        else:
            os.environ[_EPOCH] = before
