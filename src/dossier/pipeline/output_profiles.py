"""The printing condition that an edition is made for: the printing house's own ICC profile, or the free one that comes along."""

import hashlib
import io
import struct
import unicodedata
import zipfile
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from dossier.model.bundle import OutputIntent
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.files import Files
from dossier.model.records import DossierConfig

PACKAGE = "tabula-py"
"""A package with a profile in one of its files. Nothing of it is imported or run."""
DIGEST = "27140d88340e07f0c75e55d42455a471970531a9d4ffd2560ce681cf48a7285e"
"""SHA-256 of ISOcoated_v2_300_bas.icc (basICColor, zlib licence): FOGRA39, with at most 300 % of ink."""
_SUFFIX = "-jar-with-dependencies.jar"
_MEMBER = "org/apache/pdfbox/resources/icc/ISOcoated_v2_300_bas.icc"
_LIMIT = 16 << 20  # bytes; the largest profiles of printing presses have a tenth of it

_CONTROLS = ("Cc", "Cf", "Cs", "Co", "Cn")  # no names: they steer terminals, or are no characters at all

_CONDITION = "FOGRA39"
_REGISTRY = "http://www.color.org"
_INFO = (
    "Offset printing, according to ISO 12647-2:2004/Amd 1, OFCOM, paper type 1 or 2 (coated), tone value curves A (CMY) and B (K)"
)


def output_intent(files: Files, config: DossierConfig) -> OutputIntent:
    """The printing condition of ``config``.

    Raises
    ------
    DossierError
        P007 where no profile can be had, P008 and P009 where the one that is named is of no use.
    """
    path = config.pdf.output_profile
    if not path:
        return OutputIntent(default_profile(), _CONDITION, _REGISTRY, _INFO)
    profile = _read(files, path)
    description = _checked(profile, path)
    return OutputIntent(profile, config.pdf.output_condition or description, "", description)


def default_profile() -> bytes:
    """The profile for offset printing on coated paper, from the package that carries it.

    Raises
    ------
    DossierError
        P007 where it is not there, or is another than it was.
    """
    try:
        found = distribution(PACKAGE)
        jars = [file for file in found.files or () if file.name.endswith(_SUFFIX)]
        profile = _member(Path(str(found.locate_file(jars[0])))) if jars else b""
    except (PackageNotFoundError, OSError, KeyError, zipfile.BadZipFile) as error:
        raise _none_to_be_had(f"{type(error).__name__}: {error}") from error
    if hashlib.sha256(profile).hexdigest() != DIGEST:
        raise _none_to_be_had(f"the package {PACKAGE} that is installed has not the profile that is looked for")
    return profile


def _member(jar: Path) -> bytes:
    with zipfile.ZipFile(jar) as archive, archive.open(_MEMBER) as file:
        return file.read(_LIMIT)


def _none_to_be_had(reason: str) -> DossierError:
    message = "there is no profile of a printing condition on this machine"
    return DossierError(Diagnostic(CODES["P007"], message, details=(("reason", reason),)))


def _read(files: Files, path: str) -> bytes:
    try:
        data = files.read(path)
    except (OSError, ValueError) as error:
        raise _useless(path, "is not in the project") from error
    if len(data) > _LIMIT:
        raise _useless(path, "is too large for a profile")
    return data


def _checked(profile: bytes, path: str) -> str:
    """The profile's description, once it is known that it is for printing in CMYK."""
    if len(profile) < 132 or profile[36:40] != b"acsp" or int.from_bytes(profile[:4], "big") > len(profile):
        raise _useless(path, "is no whole ICC profile")
    if not 2 <= profile[8] <= 4:
        raise _useless(path, f"is of version {profile[8]}, and PDF/X-4 knows versions 2 to 4")
    if (profile[12:16], profile[16:20]) != (b"prtr", b"CMYK"):
        kind, space = (text.decode("ascii", "replace").strip() for text in (profile[12:16], profile[16:20]))
        raise _another(path, f"is of class “{kind}” for {space}, and not an output profile (“prtr”) for CMYK")
    tags = _tags(profile)
    if not tags.keys() & {b"B2A0", b"B2A1"}:  # for the direction of printing (ICC.1:2010, 8.5)
        raise _another(path, "has no table from colours to inks")
    description = _described(profile, path)
    outside = [name.decode("ascii", "replace") for name, (start, size) in tags.items() if not 128 < start <= len(profile) - size]
    if outside:  # LittleCMS takes another table then, and says nothing
        raise _useless(path, f"has no “{outside[0]}” where its table of contents says")
    return description


def _tags(profile: bytes) -> dict[bytes, tuple[int, int]]:
    """Where its parts begin, and how large they are (ICC.1:2010, 7.3)."""
    places = range(132, 132 + 12 * min(int.from_bytes(profile[128:132], "big"), 1000), 12)
    rows = (struct.unpack(">4sII", profile[place : place + 12]) for place in places if place + 12 <= len(profile))
    return {name: (start, size) for name, start, size in rows}


def _described(profile: bytes, path: str) -> str:
    from PIL import ImageCms

    try:
        opened = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        ImageCms.buildTransform(ImageCms.createProfile("sRGB"), opened, "RGB", "CMYK", ImageCms.Intent.RELATIVE_COLORIMETRIC)
        description = ImageCms.getProfileDescription(opened)
    except (ImageCms.PyCMSError, OSError) as error:
        raise _useless(path, "cannot be read by LittleCMS") from error
    visible = "".join(char for char in description if unicodedata.category(char) not in _CONTROLS).strip()
    return visible or path.rpartition("/")[2]


def _useless(path: str, what: str) -> DossierError:
    return DossierError(Diagnostic(CODES["P008"], f"the output profile “{path}” {what}"))


def _another(path: str, what: str) -> DossierError:
    return DossierError(Diagnostic(CODES["P009"], f"the output profile “{path}” {what}"))
