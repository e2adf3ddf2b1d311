"""Look at everything an archive says it has before the first byte of it is written.

The names follow APPNOTE 6.3.10, section 4.4.17: forward slashes, no drive, no leading slash. What is merely unusual there is
refused here: packages come from programmes that write plain archives.
"""

import re
import stat
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.pipeline.models.limits import Limits

_ENCRYPTED = 0x1 | 0x40 | 0x2000  # the entry itself, strong encryption, masked headers
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LONGEST = 255  # bytes of one name, on every file system in use
_DEEPEST = 10
_SMALL = 1_000_000  # bytes below which nobody minds how well something is packed
_BAD = re.compile(r"[\x00-\x1f\x7f\\:]")


@dataclass(frozen=True, slots=True)
class Member:
    """A file of the archive; ``path`` begins below the one folder that an archive has at its top."""

    info: zipfile.ZipInfo
    path: PurePosixPath


def safe_members(infos: Sequence[zipfile.ZipInfo], archive_size: int, limits: Limits) -> tuple[Member, ...]:
    """The files of an archive.

    Parameters
    ----------
    infos:
        All its entries.
    archive_size:
        Bytes of the archive itself: its entries cannot have more.

    Raises
    ------
    DossierError
        M014 with every reason not to unpack it.
    """
    if len(infos) > limits.members:
        raise unsafe([f"it has {len(infos):,} entries; a model has a few"])
    faults = [*_of_each(infos), *_of_sizes(infos, archive_size, limits)]
    faults = faults or [*_of_names([info.filename for info in infos])]
    if faults:
        raise unsafe(faults)
    return tuple(
        Member(info, PurePosixPath(*PurePosixPath(info.filename).parts[1:])) for info in infos if not info.filename.endswith("/")
    )


def unsafe(reasons: Sequence[str]) -> DossierError:
    """M014, to be raised: the first few reasons are told."""
    details = tuple(("reason", reason) for reason in reasons[:5])
    return DossierError(Diagnostic(CODES["M014"], "the package is not safe to unpack", details=details))


def _of_each(infos: Iterable[zipfile.ZipInfo]) -> Iterator[str]:
    for info in infos:
        if why := _name_fault(info.orig_filename) or _kind_fault(info):
            yield f"“{info.orig_filename[:80]}” {why}"


def _name_fault(name: str) -> str:
    parts = name.removesuffix("/").split("/")
    if name.startswith("/") or re.match(r"[A-Za-z]:", name):
        return "is an absolute path"
    if ".." in parts:
        return "leads out of its folder"
    if _BAD.search(name) or "" in parts or "." in parts:
        return "is no plain path"
    if len(parts) > _DEEPEST or any(len(part.encode("utf-8", "replace")) > _LONGEST for part in parts):
        return "is too long"
    return ""


def _kind_fault(info: zipfile.ZipInfo) -> str:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind == stat.S_IFLNK:
        return "is a symbolic link"
    if kind not in (0, stat.S_IFDIR if info.filename.endswith("/") else stat.S_IFREG):
        return "is neither a file nor a folder"
    if info.flag_bits & _ENCRYPTED:
        return "is encrypted"
    if info.compress_type not in _METHODS:
        return "is packed in a way that packages are not"
    return ""


def _of_sizes(infos: Sequence[zipfile.ZipInfo], archive_size: int, limits: Limits) -> Iterator[str]:
    unpacked, packed = sum(info.file_size for info in infos), sum(info.compress_size for info in infos)
    if unpacked > limits.unpacked:
        yield f"unpacked it would have {unpacked:,} bytes, which no model has"
    if packed > archive_size:
        yield "its entries lie over one another"
    for info in infos:
        if info.file_size > max(_SMALL, info.compress_size * limits.ratio):
            yield f"“{info.filename[:80]}” would become more than {limits.ratio} times larger by unpacking"


def _of_names(names: Sequence[str]) -> Iterator[str]:
    """Faults of names beside one another: on some file systems A is a, and é may be written in two ways."""
    files = [name for name in names if not name.endswith("/")]
    if len({name.split("/")[0] for name in names}) != 1 or any("/" not in name for name in files):
        yield "it has not one folder with everything in it"
    seen: dict[str, str] = {}
    for name in names:
        if (other := seen.setdefault(_folded(name.removesuffix("/")), name)) is not name:
            yield f"“{name[:80]}” and “{other[:80]}” would be one file"
    folders = {_folded(str(parent)): str(parent) for name in names for parent in PurePosixPath(name).parents}
    for name in files:
        if _folded(name) in folders:
            yield f"“{name[:80]}” is a file and a folder"
    spelt = {str(parent) for name in names for parent in PurePosixPath(name).parents}
    if len(spelt) != len(folders):
        yield "two of its folders differ in capitals only"


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
