"""Licences of what others made and editions carry: faces, the colour profile, what comes of dossier's own templates."""

from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, files
from io import BytesIO
from pathlib import Path

from dossier.model.files import Files
from dossier.model.records import DossierConfig, Output, Profile
from dossier.pipeline.output_profiles import output_intent
from dossier.press.faces import faces, licence_text

_EXCEPTION = "LICENSE-OUTPUT-EXCEPTION.md"
_CHECKOUT = Path(__file__).parents[4]


def licences(files: Files, config: DossierConfig) -> dict[str, bytes]:
    """Texts of licences by their paths in the payload.

    Raises
    ------
    DossierError
        Where the colour profile cannot be read, of a dossier that is printed.
    """
    return dict((*_of_faces(), *_of_profile(files, config), *_of_dossier()))


def _of_faces() -> Iterator[tuple[str, bytes]]:
    for face in faces():
        yield f"licences/faces/{face.family.lower().replace(' ', '-')}.txt", licence_text(face).encode()


def _of_profile(files: Files, config: DossierConfig) -> Iterator[tuple[str, bytes]]:
    """What the profile says of itself, in its tag ``cprt`` (ICC.1, 9.2.22): that of the default one has the whole licence."""
    if Output.PRINT not in config.outputs and Output.BOOKLET not in config.outputs and config.pdf.profile is not Profile.PRINT:
        return
    from PIL import ImageCms

    profile = output_intent(files, config).profile
    told = ImageCms.getOpenProfile(BytesIO(profile)).profile
    lines = (told.profile_description, f"sha256:{sha256(profile).hexdigest()}", "", told.copyright)
    yield "licences/colour-profile.txt", ("\n".join(line or "" for line in lines).strip() + "\n").encode()


def _of_dossier() -> Iterator[tuple[str, bytes]]:
    text = _installed() or _in_checkout()
    if text:
        yield f"licences/dossier/{_EXCEPTION}", text


def _installed() -> bytes:
    try:
        listed = files("dossier") or ()
    except PackageNotFoundError:
        return b""
    found = (Path(str(path.locate())) for path in listed if path.name == _EXCEPTION)
    return next((path.read_bytes() for path in found if path.is_file()), b"")


def _in_checkout() -> bytes:
    path = _CHECKOUT / _EXCEPTION
    return path.read_bytes() if path.is_file() else b""
