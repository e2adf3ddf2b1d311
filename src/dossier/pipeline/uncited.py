"""An edition as catalogues and the index tell of it: woven and composed, its citations not set, which nothing of this shows."""

from collections.abc import Mapping
from dataclasses import replace

from dossier.edition.compose import Edition, Toolchain, compose
from dossier.model.diagnostics import DossierError
from dossier.model.document import Dossier
from dossier.model.signoff import SignOff
from dossier.model.translation import Catalog
from dossier.pipeline.project import Project
from dossier.pipeline.signed import judged
from dossier.pipeline.templates import read_catalog
from dossier.translation.weave import weave_dossier


def uncited(
    project: Project,
    dossier: Dossier,
    catalogs: Mapping[str, Catalog],
    language: str,
    *,
    modified: int = 0,
    toolchain: Toolchain = (),
) -> Edition:
    """The edition of ``dossier`` in ``language`` without its citations; all else as :func:`~dossier.edition.compose.compose`.

    Parameters
    ----------
    project, dossier, catalogs, language:
        What it is made from: :func:`dossier.pipeline.localize.read_catalogs` reads the catalogs.
    modified, toolchain:
        See :func:`dossier.edition.compose.compose`.
    """
    localized, _ = weave_dossier(dossier, catalogs, language)
    localized = replace(localized, sign_offs=_sign_offs(project, dossier, catalogs, language))
    return compose(localized, read_catalog(project.files, language), modified=modified, toolchain=toolchain)


def _sign_offs(project: Project, dossier: Dossier, catalogs: Mapping[str, Catalog], language: str) -> tuple[SignOff, ...]:
    """Those that hold; none where their file cannot be read, which the edition's own job has told."""
    try:
        return judged(project.files, dossier, language, catalogs).valid
    except DossierError:
        return ()
