"""``build/index.html``: what lies in ``build/``, whether this run made it or an earlier one."""

from collections.abc import Iterator
from dataclasses import replace

from dossier.content.dossier_file import read_dossier_file
from dossier.content.reading import read_found
from dossier.edition.compose import Edition
from dossier.edition.index import ListedEdition, ListedFile, index_bundle
from dossier.model.bundle import Artifact
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError, has_errors
from dossier.model.document import Dossier, Image
from dossier.model.place import Place
from dossier.model.records import DossierConfig
from dossier.pipeline.built import write_built
from dossier.pipeline.deposit_records import file_records, reader_of
from dossier.pipeline.faces import FACES, faces_for
from dossier.pipeline.localize import read_catalogs
from dossier.pipeline.plan import picture_path
from dossier.pipeline.project import Project
from dossier.pipeline.templates import read_catalog, read_templates
from dossier.pipeline.uncited import uncited
from dossier.press.pictures import size_of, smaller
from dossier.press.web import self_contained
from dossier.translation.locations import po_path
from dossier.translation.po import read_po

INDEX = "build/index.html"
COVER_WIDTH, SMALL_COVER_WIDTH = 480, 320
"""Of the covers in the page, in pixels: the original edition's, and those of the others; 8 to 20 kB each."""


def write_index(project: Project) -> tuple[Diagnostic, ...]:
    """List every edition that lies in ``build/``, with sizes and digests. Returns what stopped it, if anything did."""
    try:
        editions = [listed for name in project.dossiers for listed in _dossier(project, name)]
        bundle = index_bundle(editions, read_templates(project.files), read_catalog(project.files, "en"), faces=FACES)
        page = self_contained(replace(bundle, assets={**bundle.assets, **faces_for(bundle.html)}))
        write_built(project.root, [Artifact(INDEX, page)])
    except DossierError as error:
        return error.diagnostics
    return ()


def _dossier(project: Project, name: str) -> Iterator[ListedEdition]:
    path = f"content/{name}/dossier.toml"
    try:
        front = read_dossier_file(read_found(project.files, path), path).front
    except DossierError:
        return  # told when the build was planned
    if front is None:
        return
    config = front.matter
    assert isinstance(config, DossierConfig), "the front document's matter is the dossier's configuration"
    listed = {language: files for language in config.languages if (files := _files(project, config, language))}
    whole = _whole(project, name) if listed else None
    for language, files in listed.items():
        edition = _edition(project, whole, language) if whole else None
        shown = edition or _edition_of_front(project, Dossier(config, path, front, (), ()), language)
        yield ListedEdition(shown, files, _cover(project, config, language), review_known=edition is not None)


def _files(project: Project, config: DossierConfig, language: str) -> tuple[ListedFile, ...]:
    return tuple(
        ListedFile(one.output, one.path, one.size, one.sha256, one.pages)
        for one in file_records(config, language, reader_of(project.files))
        if one.output is not None
    )


def _cover(project: Project, config: DossierConfig, language: str) -> Image | None:
    path = picture_path(config.id, language)
    if not project.files.exists(path):
        return None
    try:
        data = smaller(read_found(project.files, path), width=COVER_WIDTH if language == config.language else SMALL_COVER_WIDTH)
    except ValueError as error:
        mend = "remove the file, or build the edition again"
        raise DossierError(Diagnostic(CODES["P003"], f"“{path}” cannot be shown: {error}", Place(path), mend=mend)) from error
    return Image(data, "image/png", *size_of(data))


def _whole(project: Project, name: str) -> Dossier | None:
    """The dossier with all its documents; ``None`` where one of them cannot be read, which the plan has told."""
    try:
        dossier, found = project.load(name)
    except DossierError:
        return None
    return None if has_errors(found) else dossier


def _edition(project: Project, dossier: Dossier, language: str) -> Edition | None:
    """What the edition says of itself; ``None`` where a locale file cannot be read, which its own job has told."""
    try:
        catalogs, _ = read_catalogs(project.files, dossier, language)
    except DossierError:
        return None
    return uncited(project, dossier, catalogs, language)


def _edition_of_front(project: Project, front: Dossier, language: str) -> Edition:
    """Title and description as the edition shows them; the original ones where their locale file cannot be read."""
    path = po_path(front.id, front.front.id, language)
    try:
        catalogs = {front.front.id: read_po(read_found(project.files, path), path).catalog(language)}
    except DossierError:
        catalogs = {}
    return uncited(project, front, catalogs, language)
