"""``build/index.html``: what lies in ``build/``, whether this run made it or an earlier one."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from dossier.content.dossier_file import read_dossier_file
from dossier.content.reading import read_found
from dossier.edition.index import Listed, index_bundle
from dossier.model.bundle import Artifact
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.document import Document
from dossier.model.records import DossierConfig
from dossier.model.translation import Catalog
from dossier.pipeline.faces import FACES, faces_for
from dossier.pipeline.plan import output_path
from dossier.pipeline.project import Project
from dossier.pipeline.templates import read_catalog, read_templates
from dossier.pipeline.writing import write_all
from dossier.press.web import self_contained
from dossier.translation.locations import po_path
from dossier.translation.po import read_po
from dossier.translation.weave import weave

INDEX = "build/index.html"


def write_index(project: Project) -> tuple[Diagnostic, ...]:
    """List every edition that lies in ``build/``, with sizes and digests. Returns what stopped it, if anything did."""
    try:
        files = [listed for name in project.dossiers for listed in _dossier(project, name)]
        bundle = index_bundle(files, read_templates(project.files), read_catalog(project.files, "en"), faces=FACES)
        page = self_contained(replace(bundle, assets=faces_for(bundle.html)))
        write_all(project.root, [Artifact(INDEX, page)])
    except DossierError as error:
        return error.diagnostics
    return ()


def _dossier(project: Project, name: str) -> Iterator[Listed]:
    path = f"content/{name}/dossier.toml"
    try:
        front = read_dossier_file(read_found(project.files, path), path).front
    except DossierError:
        return  # told when the build was planned
    if front is not None:
        config = front.matter
        assert isinstance(config, DossierConfig), "the front document's matter is the dossier's configuration"
        for language in config.languages:
            yield from _edition(project, config, front, language)


def _edition(project: Project, config: DossierConfig, front: Document, language: str) -> Iterator[Listed]:
    title = _title(project, config, front, language)
    for output in config.outputs:
        path = output_path(config.id, language, output)
        if project.files.exists(path):
            data = read_found(project.files, path)
            digest = hashlib.sha256(data).hexdigest()
            yield Listed(config.id, title, language, output, path.removeprefix("build/"), len(data), digest)


def _title(project: Project, config: DossierConfig, front: Document, language: str) -> str:
    """The title as the edition shows it; the original one where its locale file cannot be read."""
    path = po_path(config.id, front.id, language)
    try:
        catalog = read_po(read_found(project.files, path), path).catalog(language)
    except DossierError:
        catalog = Catalog(language)
    return weave(front, catalog, config.policy)[0].strings["title"].text
