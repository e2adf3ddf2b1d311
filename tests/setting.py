"""From a project on disk, or a style sheet and markup, to laid-out pages, by the product's own way."""

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dossier.edition.pages import cover_bundle, print_bundle
from dossier.model.bundle import Asset, HtmlBundle
from dossier.model.records import Profile
from dossier.pipeline.build import plan
from dossier.pipeline.edition import composed
from dossier.pipeline.faces import set_up_faces
from dossier.pipeline.project import Project, Selection
from dossier.pipeline.templates import templates_of
from dossier.press.engine import load_engine
from dossier.press.pdf import PROFILES


def write(root: Path, files: Mapping[str, str]) -> None:
    """Write ``files`` below ``root``."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def printed(root: Path, *, cover: bool = False, sheet: str = "", language: str = "") -> HtmlBundle:
    """The pages of the one edition in the project at ``root``, or its cover alone; ``sheet`` is read after all other sheets.

    ``language`` chooses one of several editions, or a pseudo-language.
    """
    project = Project(root)
    (job,) = plan(project, Selection(languages=(language,) if language else ())).jobs
    edition, _ = composed(job)
    bundle = (cover_bundle if cover else print_bundle)(edition, templates_of(project.files, edition.localized.dossier))
    theme = bundle.assets["theme.css"]
    return dataclasses.replace(
        bundle, assets={**bundle.assets, "theme.css": Asset(theme.data + sheet.encode(), theme.media_type)}
    )


def laid_out(bundle: HtmlBundle) -> Any:
    """WeasyPrint's document of ``bundle``, in the bundled faces."""
    set_up_faces()
    load_engine()
    from dossier.press.pdf import rendering

    return rendering.laid_out(bundle, PROFILES[Profile.SCREEN]).document


def laid_out_project(root: Path, language: str = "") -> Any:
    """WeasyPrint's document of the one edition in the project at ``root``, or of the one in ``language``."""
    return laid_out(printed(root, language=language))
