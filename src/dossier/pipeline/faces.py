"""The faces that pages take along, and those that this process sets pages with."""

import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from dossier.model.bundle import Asset
from dossier.press.faces_css import face_assets
from dossier.press.fontconfig import use_bundled_faces

FACES = "fonts/faces.css"
"""Key of the style sheet of ``@font-face`` rules among the assets of a bundle."""


def faces_for(text: str) -> Mapping[str, Asset]:
    """The faces that ``text`` needs as assets of a bundle: the style sheet :data:`FACES`, fonts and licences."""
    css, fonts = face_assets(text, mono=True)
    return {FACES: Asset(css.encode(), "text/css"), **fonts}


@cache
def set_up_faces() -> tempfile.TemporaryDirectory[str]:
    """Let this process set pages in the bundled faces alone; the folder of its configuration is removed with it."""
    folder = tempfile.TemporaryDirectory(prefix="dossier-fonts-")
    use_bundled_faces(Path(folder.name))
    return folder
