"""Packages of Argos Translate as they lie unpacked: a folder each, with ``metadata.json``, a CTranslate2 model and a tokenizer.

The folders and environment variables are argostranslate's own (its ``settings.py``), so that both see the same packages.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError

METADATA = "metadata.json"
SENTENCEPIECE = "sentencepiece.model"
BPE = "bpe.model"
MODEL = "model"
_WEIGHTS = "model/model.bin"
_METADATA_BYTES = 1 << 20

# What metadata say goes into PO files as part of a comment and into messages, so it may be nothing but what it should be.
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+_-]{0,31}")
_RELEASE = re.compile(r"[0-9]+(?:\.[0-9]+)*")


@dataclass(frozen=True)
class Package:
    """An installed package that translates ``source`` into ``target`` (Argos's own codes)."""

    folder: Path
    source: str
    target: str
    version: str
    target_prefix: str = ""

    @property
    def is_bpe(self) -> bool:
        """Whether only the argostranslate library can read it."""
        return not (self.folder / SENTENCEPIECE).is_file()

    @cached_property
    def digest(self) -> str:
        """SHA-256 (hex) over the names and digests of the files that decide on the words: metadata, model and tokenizer.

        It is the same however the package was installed, and whatever a sentence splitter keeps in its folder later.
        """
        whole = sha256()
        for file in sorted(_deciding(self.folder)):
            whole.update(f"{file.relative_to(self.folder).as_posix()}\0{_digest(file)}\n".encode())
        return whole.hexdigest()

    @property
    def label(self) -> str:
        """How it is named in origins: ``en-fa 1.9 model:sha256:…``."""
        return f"{self} model:sha256:{self.digest}"

    def __str__(self) -> str:
        return f"{self.source}-{self.target} {self.version}"


def packages_folder(environment: Mapping[str, str]) -> Path:
    """Where argostranslate keeps its packages: ``ARGOS_PACKAGES_DIR``, else below ``XDG_DATA_HOME``."""
    if named := environment.get("ARGOS_PACKAGES_DIR"):
        return Path(named)
    data = environment.get("XDG_DATA_HOME") or Path(environment.get("HOME") or Path.home()) / ".local" / "share"
    return Path(data) / "argos-translate" / "packages"


def version_key(version: str) -> tuple[tuple[int, ...], bool, str]:
    """Sorts versions as versions: 1.9 before 1.10, and 1.10rc1 before 1.10, which is 1.10.0; what is no version comes first."""
    release = _RELEASE.match(version)
    numbers = [int(number) for number in release[0].split(".")] if release else []
    while len(numbers) > 1 and not numbers[-1]:
        numbers.pop()
    rest = version[release.end() :] if release else version
    return tuple(numbers), not rest, rest


def read_package(folder: Path) -> Package:
    """The package in ``folder``.

    Raises
    ------
    DossierError
        M020 where it is none, or not complete.
    """
    metadata = _metadata(folder)
    if not _translates(metadata):
        raise unusable(folder, "is not one that translates")
    found = Package(
        folder,
        _matching(_LANGUAGE, metadata, "from_code", folder),
        _matching(_LANGUAGE, metadata, "to_code", folder),
        _matching(_VERSION, metadata, "package_version", folder),
        str(metadata.get("target_prefix") or ""),
    )
    if not (folder / _WEIGHTS).is_file():
        raise unusable(folder, f"has no {_WEIGHTS}")
    if not any((folder / name).is_file() for name in (SENTENCEPIECE, BPE)):
        raise unusable(folder, f"has neither {SENTENCEPIECE} nor {BPE}")
    return found


def installed(folder: Path) -> tuple[Package, ...]:
    """Every whole package below ``folder``, in order of their names; what is no package is passed over."""
    return tuple(found for found in _readings(folder) if isinstance(found, Package))


def damaged(folder: Path) -> tuple[Diagnostic, ...]:
    """M020 for every folder below ``folder`` that has metadata of a package that translates, and cannot be used as one."""
    faults = (found for found in _readings(folder) if isinstance(found, DossierError))
    return tuple(diagnostic for fault in faults for diagnostic in fault.diagnostics)


def unusable(folder: Path, why: str, reason: str = "") -> DossierError:
    """M020: the package in ``folder`` cannot be used; ``reason`` is what a library says of it."""
    details = (("reason", " ".join(reason.split())[:300]),) if reason else ()
    return DossierError(Diagnostic(CODES["M020"], f"the package in “{folder.name}” {why}", details=details))


def _readings(folder: Path) -> Iterator[Package | DossierError]:
    """What reading gives for each folder below ``folder`` that has metadata; not for packages that do something else.

    Hidden folders are of programmes that are at work: what is unpacked there is no package yet, or no more.
    """
    for path in _folders(folder):
        if path.name.startswith(".") or not (path / METADATA).is_file():
            continue
        try:
            if _translates(_metadata(path)):
                yield read_package(path)
        except DossierError as fault:
            yield fault


def _translates(metadata: Mapping[str, Any]) -> bool:
    return str(metadata.get("type") or "translate") == "translate"


def _folders(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(sorted(folder.iterdir()))
    except OSError:  # there is none, or it may not be read
        return ()


def _metadata(folder: Path) -> Mapping[str, Any]:
    try:
        with (folder / METADATA).open("rb") as opened:
            found = json.loads(opened.read(_METADATA_BYTES))
    except (OSError, ValueError, RecursionError) as error:
        raise unusable(folder, "has no metadata that can be read") from error
    if not isinstance(found, dict):
        raise unusable(folder, "has no metadata that can be read")
    return found


def _matching(pattern: re.Pattern[str], metadata: Mapping[str, Any], key: str, folder: Path) -> str:
    found = metadata.get(key)
    if not isinstance(found, str | int | float) or not pattern.fullmatch(str(found)):
        raise unusable(folder, f"does not say its {key}")
    return str(found)


def _deciding(folder: Path) -> Iterator[Path]:
    named = (folder / name for name in (METADATA, SENTENCEPIECE, BPE))
    yield from (path for path in (*named, *(folder / MODEL).rglob("*")) if path.is_file())


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        whole = sha256()
        while block := opened.read(1 << 20):
            whole.update(block)
    return whole.hexdigest()
