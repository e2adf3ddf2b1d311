"""What models there are: installed ones, and those that the package index offers."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.place import Place
from dossier.pipeline.models.index import Offer
from dossier.pipeline.models.shelf import Receipt, read_receipt
from dossier.translation.engines.argos_packages import Package, installed, version_key
from dossier.translation.engines.routes import newest


@dataclass(frozen=True, slots=True)
class Model:
    """An installed package: its bytes on disk, and the file it came from where we installed it."""

    package: Package
    size: int
    receipt: Receipt | None

    def as_json(self) -> dict[str, Any]:
        """The model as plain JSON values, for ``--json``."""
        package = self.package
        return {
            "source": package.source,
            "target": package.target,
            "version": package.version,
            "folder": package.folder.name,
            "size": self.size,
            "sha256": package.digest,
            "archive_sha256": self.receipt.archive_sha256 if self.receipt else None,
            "bpe": package.is_bpe,
        }


@dataclass(frozen=True, slots=True)
class Available:
    """A package of the index, and the version of its pair that is installed; empty where there is none."""

    offer: Offer
    installed: str

    @property
    def is_newer(self) -> bool:
        """Whether installing it would bring something new in the place of something older."""
        return bool(self.installed) and version_key(self.offer.version) > version_key(self.installed)

    def as_json(self) -> dict[str, Any]:
        """The offer as plain JSON values, for ``--json``."""
        offer = self.offer
        found = {"source": offer.source, "target": offer.target, "version": offer.version}
        return {**found, "installed": self.installed or None, "newer": self.is_newer}


def models(folder: Path) -> tuple[Model, ...]:
    """Every whole package in ``folder``, by its languages; asks nobody.

    Raises
    ------
    DossierError
        S006 where something is there that is no folder, or may not be read. That it is not there yet is no fault.
    """
    _refuse_unreadable(folder)
    found = []
    for package in sorted(installed(folder), key=lambda one: (one.source, one.target, version_key(one.version))):
        try:
            found.append(Model(package, _size(package.folder), read_receipt(package)))
        except (OSError, DossierError):  # taken out while we looked
            continue
    return tuple(found)


def available(offers: Iterable[Offer], folder: Path) -> tuple[Available, ...]:
    """What is offered, beside what is in ``folder``."""
    there = newest(installed(folder))
    return tuple(Available(offer, there[offer.leg].version if offer.leg in there else "") for offer in offers)


def _refuse_unreadable(folder: Path) -> None:
    if not os.path.lexists(folder):
        return
    try:
        with os.scandir(folder):
            pass
    except OSError as error:
        message = f"the folder of models cannot be read: {error.strerror or error}"
        mend = "see ARGOS_PACKAGES_DIR, which names it, and dossier models where"
        raise DossierError(Diagnostic(CODES["S006"], message, Place(str(folder)), mend=mend)) from error


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
