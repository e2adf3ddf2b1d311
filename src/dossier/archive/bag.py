"""Bags (BagIt 1.0, RFC 8493) as values: a payload by its paths, and the tag files that belong to it.

The tag files are written here and not by ``bagit``, whose ``make_bag`` declares version 0.97 and moves a payload about that
must be on the disk before. Its reader judges every bag in ``verify`` (:mod:`dossier.archive.judging`).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import new
from unicodedata import normalize

PAYLOAD = "data/"
"""Folder of the payload in a bag."""
ALGORITHMS: tuple[tuple[str, int], ...] = (("sha256", 64), ("sha512", 128))
"""Digests that a deposit has, and the length of each in hexadecimal digits. Both are named by RFC 8493, 2.4."""
DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
"""The bytes of ``bagit.txt`` (RFC 8493, 2.1.1)."""
MOST_LINES = 50_000
"""Lines of a manifest: as many files as a deposit may have."""
INFO = "bag-info.txt"
TAG_FILES = ("bagit.txt", INFO, *(f"manifest-{name}.txt" for name, _ in ALGORITHMS))
"""The files that tag manifests list."""
TAG_MANIFESTS = tuple(f"tagmanifest-{name}.txt" for name, _ in ALGORITHMS)

_FORBIDDEN = re.compile(
    r"[\x00-\x1f\x7f%\\:*?\"<>|\u0085\u2028\u2029\ud800-\udfff]|(?:^|/)[~ ]|[. ](?:/|$)|(?:^|/)(?:\.\.?)?(?:/|$)"
)
_DEVICE = re.compile(r"(?:^|/)(?:con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(?:\.[^/]*)?(?:/|$)", re.I)
_STEERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LINE = re.compile(r"(?P<digest>[0-9a-f]+)  (?P<path>\S.*)")

Info = Sequence[tuple[str, str]]
"""Labels and values of ``bag-info.txt``, in order."""


@dataclass(frozen=True, slots=True)
class Digests:
    """Size in bytes, and digests in hexadecimal digits by the name of the algorithm."""

    size: int
    by_name: Mapping[str, str]


def digests_of(chunks: Iterable[bytes]) -> Digests:
    """The digests of a file, given in pieces."""
    made = {name: new(name) for name, _ in ALGORITHMS}
    size = 0
    for chunk in chunks:
        size += len(chunk)
        for one in made.values():
            one.update(chunk)
    return Digests(size, {name: one.hexdigest() for name, one in made.items()})


def is_portable(path: str) -> bool:
    """Whether a file may be called ``path`` in a deposit.

    RFC 8493 (2.1.3) has ``%``, CR and LF percent-encoded, which coreutils never undo, nor bagit-python 1.9 for ``%``. The other
    signs that are refused mean something to some system or shell, and so do ``..`` and ``~``; ``aux.txt`` is a device to Windows.
    What changes the direction of writing lets a name look like another one.
    """
    return not any(refused.search(path) for refused in (_FORBIDDEN, _DEVICE, _STEERING))


def colliding(paths: Iterable[str]) -> dict[str, str]:
    """Paths that some system takes for the same file as another one, with that other: letters differ in case or composition."""
    first: dict[str, str] = {}
    others = ((path, first.setdefault(normalize("NFC", path).casefold(), path)) for path in paths)
    return {path: other for path, other in others if other != path}


def bag_files(payload: Mapping[str, bytes], info: Info) -> dict[str, bytes]:
    """Every file of a bag by its path.

    Parameters
    ----------
    payload:
        Files by their paths in the payload (``editions/fa/x.pdf``), all of them portable.
    info:
        ``bag-info.txt`` without ``Payload-Oxum``, which is counted here.
    """
    files = {f"{PAYLOAD}{path}": data for path, data in sorted(payload.items())}
    tags = tag_files({path: digests_of((data,)) for path, data in files.items()}, info)
    return {**tags, **files}


def tag_files(payload: Mapping[str, Digests], info: Info) -> dict[str, bytes]:
    """The tag files of a bag whose payload (``data/…``) has these digests; the same bytes for the same values."""
    files = {"bagit.txt": DECLARATION, INFO: _info((*info, ("Payload-Oxum", oxum(payload))))}
    for name, _ in ALGORITHMS:
        files[f"manifest-{name}.txt"] = _manifest({path: one.by_name[name] for path, one in payload.items()})
    own = {path: digests_of((files[path],)) for path in TAG_FILES}
    for name, _ in ALGORITHMS:
        files[f"tagmanifest-{name}.txt"] = _manifest({path: one.by_name[name] for path, one in own.items()})
    return files


def oxum(payload: Mapping[str, Digests]) -> str:
    """``Payload-Oxum`` (RFC 8493, 2.2.2): octets and number of files."""
    return f"{sum(one.size for one in payload.values())}.{len(payload)}"


def _info(values: Info) -> bytes:
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in values).encode()


def _manifest(digests: Mapping[str, str]) -> bytes:
    """Two spaces between digest and path, so that ``sha256sum -c`` reads the file (coreutils' text mode)."""
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items())).encode()


def read_manifest(data: bytes, length: int, most: int = MOST_LINES) -> tuple[dict[str, str], tuple[tuple[int, str], ...]]:
    """Paths and digests of a manifest, and what is wrong with which line.

    Parameters
    ----------
    data:
        The file's bytes.
    length:
        How many hexadecimal digits its digests have.
    most:
        How many lines it may have.
    """
    if data.count(b"\n") > most:
        return {}, ((most + 1, f"it has more than {most:,} lines"),)
    try:
        lines = data.decode().split("\n")
    except UnicodeDecodeError:
        return {}, ((1, "it is not UTF-8"),)
    digests: dict[str, str] = {}
    faults = [] if lines[-1] == "" else [(len(lines), "the last line has no end")]
    for number, line in enumerate(lines[:-1], start=1):
        found = _LINE.fullmatch(line)
        if found is None or len(found["digest"]) != length:
            faults.append((number, "it is no digest, two spaces and a path"))
        elif not is_portable(found["path"]):
            faults.append((number, "its path leads out of the bag, or has signs that no deposit has"))
        elif found["path"] in digests:
            faults.append((number, "its path is listed a second time"))
        else:
            digests[found["path"]] = found["digest"]
    return digests, tuple(faults)


def read_info(data: bytes) -> Info:
    """Labels and values of ``bag-info.txt`` as it is written here; a line that is none is passed over."""
    parted = (line.partition(": ") for line in data.decode("utf-8", "replace").split("\n"))
    return tuple((label, value) for label, colon, value in parted if colon)
