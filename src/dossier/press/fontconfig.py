"""The press's one edge: a private fontconfig configuration, so that no face of the machine slips into a PDF.

Pango asks fontconfig for faces, and fontconfig reads the file named in ``FONTCONFIG_FILE``. A process calls
:func:`use_bundled_faces` before its first PDF; child processes inherit the environment.
"""

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any
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
    """Whether :func:`use_bundled_faces` was called in this process or in the one that started it, and its file still lies there.

    Without the file fontconfig would take the machine's faces and not say so.
    """
    file = Path(os.environ.get("FONTCONFIG_FILE", ""))
    return file.name == _FILE and file.is_file()


def forget_other_faces() -> None:
    """Let fontconfig read the configuration anew where this process has read another one before.

    A document's faces come from a configuration of its own, but Pango asks fontconfig's default one which family stands for
    ``monospace``, and which follow those that the style sheet names. The default is read once in a process
    (https://www.freedesktop.org/software/fontconfig/fontconfig-devel/fcinit.html): by whatever set text there first, which may
    have been a page in the machine's faces.
    """
    ffi, library = _library()
    if Path(os.environ["FONTCONFIG_FILE"]) not in list(_files_read(ffi, library)):
        library.FcInitReinitialize()


@cache
def _library() -> tuple[Any, Any]:
    """WeasyPrint's way to C, and the fontconfig that it has loaded."""
    from weasyprint.text.ffi import ffi, fontconfig

    ffi.cdef("FcBool FcInitReinitialize (void); void FcStrListDone (FcStrList *list);")
    return ffi, fontconfig


def _files_read(ffi: Any, library: Any) -> Iterator[Path]:
    """The files that fontconfig's default configuration was read from; it is read now where it was not yet."""
    files = library.FcConfigGetConfigFiles(ffi.NULL)
    while (name := library.FcStrListNext(files)) != ffi.NULL:
        yield Path(os.fsdecode(ffi.string(name)))
    library.FcStrListDone(files)


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
