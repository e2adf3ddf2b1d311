"""Packages of Argos Translate as they lie unpacked: a folder each, with ``metadata.json``, a CTranslate2 model and a tokenizer.

The folders and environment variables are argostranslate's own (its ``settings.py``), so that both see the same packages.
"""

import json
from collections.abc import Mapping
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
_MODEL = "model/model.bin"


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
        """SHA-256 (hex) over the names and digests of all its files: the same however it was installed."""
        whole = sha256()
        for file in sorted(path for path in self.folder.rglob("*") if path.is_file()):
            whole.update(f"{file.relative_to(self.folder).as_posix()}\0{_digest(file)}\n".encode())
        return whole.hexdigest()


def packages_folder(environment: Mapping[str, str]) -> Path:
    """Where argostranslate keeps its packages: ``ARGOS_PACKAGES_DIR``, else below ``XDG_DATA_HOME``."""
    if named := environment.get("ARGOS_PACKAGES_DIR"):
        return Path(named)
    data = environment.get("XDG_DATA_HOME") or Path(environment.get("HOME") or Path.home()) / ".local" / "share"
    return Path(data) / "argos-translate" / "packages"


def read_package(folder: Path) -> Package:
    """The package in ``folder``.

    Raises
    ------
    DossierError
        M020 where it is none, or not complete.
    """
    try:
        metadata: dict[str, Any] = json.loads((folder / METADATA).read_text(encoding="utf-8"))
        found = Package(
            folder,
            str(metadata["from_code"]),
            str(metadata["to_code"]),
            str(metadata["package_version"]),
            str(metadata.get("target_prefix") or ""),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"the package in “{folder.name}” has no metadata that can be read"
        raise DossierError(Diagnostic(CODES["M020"], message)) from error
    if not (folder / _MODEL).is_file():
        raise DossierError(Diagnostic(CODES["M020"], f"the package in “{folder.name}” has no {_MODEL}"))
    return found


def installed(folder: Path) -> tuple[Package, ...]:
    """Every whole package below ``folder``, in order of their names; what is no package is passed over."""
    found = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if (path / METADATA).is_file():
            try:
                found.append(read_package(path))
            except DossierError:
                continue
    return tuple(found)


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        whole = sha256()
        while block := opened.read(1 << 20):
            whole.update(block)
    return whole.hexdigest()
