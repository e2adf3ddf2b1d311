"""``build/opds.json``, ``build/opds.xml`` and ``build/SHA256SUMS``: what lies in ``build/``, for apps and checkers."""

from collections.abc import Iterator, Sequence
from functools import partial
from hashlib import sha256

from dossier.archive.checksums import checksum_lines
from dossier.archive.opds import Wording, catalogue, opds1, opds2
from dossier.content.reading import read_found
from dossier.model.bundle import Artifact
from dossier.model.deposit import DossierRecord
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.files import Files
from dossier.model.published import picture_address
from dossier.model.records import DossierConfig, Output
from dossier.pipeline.built import write_built
from dossier.pipeline.deposit_records import dossier_record, reader_of
from dossier.pipeline.plan import below_build, output_path, picture_path
from dossier.pipeline.project import Project
from dossier.pipeline.templates import read_catalog

OPDS_JSON, OPDS_XML, CHECKSUMS = "build/opds.json", "build/opds.xml", "build/SHA256SUMS"
_NAMES = {  # as in templates/macros/formats.j2
    Output.PRINT: "PDF for a printing house",
    Output.ARCHIVE: "PDF for archives",
    Output.BOOKLET: "Booklet to fold",
    Output.HTML: "Web page",
}


def write_catalogues(project: Project) -> tuple[Diagnostic, ...]:
    """List every edition that lies in ``build/`` for reading apps, and then the digests of all their files.

    Returns
    -------
    What stopped it, if anything did. A dossier that cannot be read, which the plan has told, is in no catalogue.
    """
    try:
        made = _artifacts(project)
        write_built(project.root, made)
    except DossierError as error:
        return error.diagnostics
    return ()


def _artifacts(project: Project) -> list[Artifact]:
    records = tuple(_records(project))
    title = read_catalog(project.files, "en").gettext("Editions")
    bases = {record.config.id: base_of(record.config) for record in records}
    made = catalogue(records, title=title, bases=bases, wording=partial(_wording, project.files))
    digests = checksum_lines(dict(_digests(project, records)))
    return [Artifact(OPDS_JSON, opds2(made)), Artifact(OPDS_XML, opds1(made)), Artifact(CHECKSUMS, digests)]


def _records(project: Project) -> Iterator[DossierRecord]:
    for name in project.dossiers:
        try:
            yield dossier_record(project, name, reader_of(project.files))
        except DossierError:
            continue  # told when the build was planned, or by the edition's own job


def base_of(config: DossierConfig) -> str:
    """The address of ``build/`` as a URI; empty where the dossier has none."""
    below = below_build(picture_path(config.id, config.language))
    return picture_address(config, config.language).removesuffix(below)


def _wording(files: Files, language: str) -> Wording:
    gettext = read_catalog(files, language).gettext
    return Wording({output: gettext(name) for output, name in _NAMES.items()})


def _digests(project: Project, records: Sequence[DossierRecord]) -> Iterator[tuple[str, str]]:
    """Paths below ``build/`` and digests of all files that editions consist of, whichever run made them."""
    known = {file.path: file.sha256 for record in records for edition in record.editions for file in edition.all_files}
    for path in project.files.glob("build/*/*/*"):
        _, dossier, language, _ = path.split("/")
        if dossier in project.dossiers and path in _paths(dossier, language):
            below = below_build(path)
            yield below, known.get(below) or sha256(read_found(project.files, path)).hexdigest()


def _paths(dossier: str, language: str) -> tuple[str, ...]:
    return (*(output_path(dossier, language, output) for output in Output), picture_path(dossier, language))
