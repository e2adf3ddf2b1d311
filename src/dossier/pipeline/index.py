"""``build/index.html``: what lies in ``build/``, whether this run made it or an earlier one."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from dossier.content.dossier_file import read_dossier_file
from dossier.content.reading import read_found
from dossier.edition.compose import Edition, compose
from dossier.edition.index import ListedEdition, ListedFile, index_bundle
from dossier.model.bundle import Artifact
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError, has_errors
from dossier.model.document import Dossier, Image
from dossier.model.place import Place
from dossier.model.records import DossierConfig, Output
from dossier.model.signoff import SignOff
from dossier.model.translation import Catalog
from dossier.pipeline.faces import FACES, faces_for
from dossier.pipeline.localize import read_catalogs
from dossier.pipeline.plan import output_path, picture_path
from dossier.pipeline.project import Project
from dossier.pipeline.signed import judged
from dossier.pipeline.templates import read_catalog, read_templates
from dossier.pipeline.writing import write_all
from dossier.press.pictures import page_count, size_of, smaller
from dossier.press.web import self_contained
from dossier.translation.locations import po_path
from dossier.translation.po import read_po
from dossier.translation.weave import weave_dossier

INDEX = "build/index.html"
COVER_WIDTH, SMALL_COVER_WIDTH = 480, 320
"""Of the covers in the page, in pixels: the original edition's, and those of the others; 8 to 20 kB each."""


def write_index(project: Project) -> tuple[Diagnostic, ...]:
    """List every edition that lies in ``build/``, with sizes and digests. Returns what stopped it, if anything did."""
    try:
        editions = [listed for name in project.dossiers for listed in _dossier(project, name)]
        bundle = index_bundle(editions, read_templates(project.files), read_catalog(project.files, "en"), faces=FACES)
        page = self_contained(replace(bundle, assets={**bundle.assets, **faces_for(bundle.html)}))
        write_all(project.root, [Artifact(INDEX, page)])
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
    paths = ((output, output_path(config.id, language, output)) for output in config.outputs)
    return tuple(_file(project, output, path) for output, path in paths if project.files.exists(path))


def _file(project: Project, output: Output, path: str) -> ListedFile:
    data = read_found(project.files, path)
    digest = hashlib.sha256(data).hexdigest()
    return ListedFile(
        output, path.removeprefix("build/"), len(data), digest, _pages(data) if output.media_type == "application/pdf" else 0
    )


def _pages(pdf: bytes) -> int:
    """0 where it is not known: whatever lies there is listed, with its size and digest."""
    try:
        return page_count(pdf)
    except ValueError:
        return 0


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
    return _composed(project, dossier, catalogs, language)


def _edition_of_front(project: Project, front: Dossier, language: str) -> Edition:
    """Title and description as the edition shows them; the original ones where their locale file cannot be read."""
    path = po_path(front.id, front.front.id, language)
    try:
        catalogs = {front.front.id: read_po(read_found(project.files, path), path).catalog(language)}
    except DossierError:
        catalogs = {}
    return _composed(project, front, catalogs, language)


def _composed(project: Project, dossier: Dossier, catalogs: dict[str, Catalog], language: str) -> Edition:
    localized, _ = weave_dossier(dossier, catalogs, language)
    localized = replace(localized, sign_offs=_sign_offs(project, dossier, catalogs, language))
    return compose(localized, read_catalog(project.files, language), modified=0)


def _sign_offs(project: Project, dossier: Dossier, catalogs: dict[str, Catalog], language: str) -> tuple[SignOff, ...]:
    """Those that hold; none where their file cannot be read, which the edition's own job has told."""
    try:
        return judged(project.files, dossier, language, catalogs).valid
    except DossierError:
        return ()
