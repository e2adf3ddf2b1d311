"""Writes the page that our edition hands to the press, its assets and the press's settings: ``markup.py PROJECT FOLDER``."""

import json
import sys
from pathlib import Path

from dossier.edition.pages import print_bundle
from dossier.model.bundle import HtmlBundle
from dossier.model.records import Profile
from dossier.pipeline.build import plan
from dossier.pipeline.edition import composed
from dossier.pipeline.project import Project, Selection
from dossier.pipeline.templates import templates_of
from dossier.press.fontconfig import use_bundled_faces
from dossier.press.pdf import PROFILES


def main(root: Path, folder: Path) -> None:
    """Write ``page.html``, the files it refers to, and ``options.json``."""
    bundle = printed(root)
    files = {name: asset.data for name, asset in bundle.assets.items()}
    files["page.html"] = bundle.html.encode()
    files["options.json"] = json.dumps(dict(PROFILES[Profile.SCREEN].options)).encode()
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    use_bundled_faces(folder)


def printed(root: Path) -> HtmlBundle:
    """The page of the one edition in the project at ``root``, as the press is handed it."""
    project = Project(root)
    (job,) = plan(project, Selection()).jobs
    edition, _ = composed(job)
    return print_bundle(edition, templates_of(project.files, edition.localized.dossier))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
