"""The press's one edge: a private fontconfig configuration, so that no face of the machine slips into a PDF.

Pango asks fontconfig for faces, and fontconfig reads the file named in ``FONTCONFIG_FILE``. A process calls
:func:`use_bundled_faces` before its first PDF; child processes inherit the environment.
"""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile
from xml.sax.saxutils import escape

from dossier.press.faces import faces

_FILE = "dossier-fonts.conf"
# What else could steer fontconfig by the user's environment, and with it the choice of a face.
_STEERING = ("FONTCONFIG_PATH", "FONTCONFIG_SYSROOT", "FC_LANG", "FC_DEBUG")


def use_bundled_faces(folder: Path) -> None:
    """Let every later PDF of this process, and of its children, use the bundled faces only.

    Parameters
    ----------
    folder:
        A folder that may be written to; fontconfig's cache lies there too.

    Raises
    ------
    OSError
        Where the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder.resolve() / _FILE
    _write(target, configuration(target.parent / "cache"))
    for name in _STEERING:
        os.environ.pop(name, None)
    os.environ["FONTCONFIG_FILE"] = str(target)


def are_bundled_faces_in_use() -> bool:
    """Whether :func:`use_bundled_faces` was called in this process or in the one that started it."""
    return Path(os.environ.get("FONTCONFIG_FILE", "")).name == _FILE


def configuration(cache: Path) -> str:
    """The ``fonts.conf``: the folders of the bundled faces and nothing else.

    Every wish for a family ends in the bundled ones, in their order, so that the choice for a letter which the style sheet's
    faces lack does not hang on fontconfig's own tables. See https://www.freedesktop.org/software/fontconfig/fontconfig-user.html.
    """
    folders = dict.fromkeys(face.path.parent for face in faces())
    families = dict.fromkeys(face.family for face in faces())
    return "\n".join(
        (
            '<?xml version="1.0"?>',
            '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
            "<fontconfig>",
            "  <reset-dirs/>",
            *(f"  <dir>{escape(str(folder))}</dir>" for folder in folders),
            f"  <cachedir>{escape(str(cache))}</cachedir>",
            _alias("monospace", "JetBrains Mono"),
            '  <match target="pattern">',
            *(
                f'    <edit name="family" mode="append_last" binding="weak"><string>{family}</string></edit>'
                for family in families
            ),
            "  </match>",
            "</fontconfig>",
            "",
        )
    )


def _alias(generic: str, family: str) -> str:
    return f'  <alias binding="same"><family>{generic}</family><prefer><family>{family}</family></prefer></alias>'


def _write(target: Path, text: str) -> None:
    # Builders run side by side: none may see half a file.
    if target.exists() and target.read_text(encoding="utf-8") == text:
        return
    with NamedTemporaryFile("w", encoding="utf-8", dir=target.parent, delete=False) as file:
        file.write(text)
    os.replace(file.name, target)
