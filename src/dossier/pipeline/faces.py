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


def set_up_faces() -> None:
    """Let this process set pages in the bundled faces alone; what it needs for that is removed when it ends.

    It is asked before every edition: a process that uses dossier as a library may live for weeks, set other pages in other faces
    between, and a system clears its temporary files.
    """
    use_bundled_faces(Path(_folder().name))


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="dossier-fonts-")
