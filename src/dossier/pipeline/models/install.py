"""Install models: for a pair of languages from the package index, or from a file."""

import contextlib
import filecmp
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.pipeline.models.asking import client, fetch_index
from dossier.pipeline.models.complete import check_files, incomplete, read_metadata, try_out
from dossier.pipeline.models.download import download
from dossier.pipeline.models.index import Offer, index_address, parse_index
from dossier.pipeline.models.limits import LIMITS, Limits
from dossier.pipeline.models.metadata import Metadata, folder_name
from dossier.pipeline.models.shelf import Receipt, exclusive, put, refuse_foreign, staging, take_out, write_receipt
from dossier.pipeline.models.unpack import Archive, open_archive, unpack
from dossier.translation.engines.argos_packages import Package, installed, packages_folder, read_package, version_key
from dossier.translation.engines.ways import ENGLISH, best_way


@dataclass(frozen=True, slots=True)
class Places:
    """Where packages are kept, where downloads wait, and the address of the index."""

    packages: Path
    downloads: Path
    index: str

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> "Places":
        """The places that argostranslate's environment variables name; downloads lie in the user's cache."""
        cache = environment.get("XDG_CACHE_HOME") or Path(environment.get("HOME") or Path.home()) / ".cache"
        return cls(packages_folder(environment), Path(cache) / "dossier" / "models", index_address(environment))


class Listener:
    """Who is told what happens; this one keeps it to himself."""

    def waiting(self) -> None:
        """Another command installs or removes models."""

    def going_through(self, legs: Sequence[Offer]) -> None:
        """There is no model of the pair; these are taken one after the other."""

    def fetching(self, name: str, done: int, total: int | None) -> None:
        """So many bytes of a package are there."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one package.

    Parameters
    ----------
    is_new:
        Whether it was put there now; otherwise it was there already.
    replaced:
        Versions of the same pair that were there before.
    was_tried:
        Whether it translated a word; only where what reads models is installed.
    archive_sha256:
        Digest of the file it came from.
    """

    package: Package
    is_new: bool
    replaced: tuple[str, ...] = ()
    was_tried: bool = False
    archive_sha256: str = ""


def offered(places: Places, limits: Limits = LIMITS) -> tuple[Offer, ...]:
    """What the package index offers.

    Raises
    ------
    DossierError
        M010, M011, M017: the index cannot be had or read. M030: the extra is not installed.
    """
    with client(limits) as asker:
        return parse_index(fetch_index(asker, places.index, limits))


def install_pair(source: str, target: str, places: Places, listener: Listener, limits: Limits = LIMITS) -> Iterator[Outcome]:
    """Install what translates ``source`` into ``target`` (BCP 47, or Argos's codes): one package, or two that meet in English.

    A package that is there in the same version, or a newer one, is not fetched again.

    Raises
    ------
    DossierError
        M010 to M017, M030, S002, S003, S006: see the steps. Packages that were whole before are so afterwards.
    """
    offers = offered(places, limits)
    legs = route(offers, source, target)
    if not legs:
        message = f"the package index has no model from {source} to {target}, nor two that meet in English"
        raise DossierError(Diagnostic(CODES["M012"], message))
    if len(legs) > 1:
        listener.going_through(legs)
    with exclusive(places.downloads, listener.waiting), client(limits) as asker:
        for offer in legs:
            if (there := _there(places.packages, offer)) is not None:
                yield Outcome(there, is_new=False)
                continue
            file = download(asker, offer, places.downloads, limits, partial(listener.fetching, offer.name))
            yield _install_and_delete(file, offer, places, listener, limits)


def install_file(file: Path, places: Places, listener: Listener, limits: Limits = LIMITS) -> Outcome:
    """Install the package in ``file``, whatever version of its pair there was before.

    Raises
    ------
    DossierError
        M013 to M016, S002, S003, S006. Nothing is installed then.
    """
    return _install(file, None, places, listener, limits)


def route(offers: Iterable[Offer], source: str, target: str) -> tuple[Offer, ...]:
    """The packages that lead from one language to another: one, or two that meet in English, or none."""
    legs = {offer.leg: offer for offer in offers}
    by_english = {leg for leg in legs if ENGLISH in leg}
    way = best_way(source, target, legs, longest=1) or best_way(source, target, by_english, longest=2)
    return tuple(legs[leg] for leg in way)


def _there(folder: Path, offer: Offer) -> Package | None:
    """The package of the pair that makes a download needless."""
    same = [package for package in installed(folder) if (package.source, package.target) == (offer.source, offer.target)]
    return next((one for one in same if version_key(one.version) >= version_key(offer.version)), None)


def _install_and_delete(file: Path, offer: Offer, places: Places, listener: Listener, limits: Limits) -> Outcome:
    """Install a download. It is deleted afterwards, also where it is bad; not where this machine is what failed."""
    try:
        outcome = _install(file, offer, places, listener, limits)
    except DossierError as error:
        if any(found.code.id in ("M013", "M014", "M015") for found in error.diagnostics):
            file.unlink(missing_ok=True)
        raise
    file.unlink(missing_ok=True)
    return outcome


def _install(file: Path, offer: Offer | None, places: Places, listener: Listener, limits: Limits) -> Outcome:
    folder = places.packages
    with contextlib.ExitStack() as stack:
        archive = stack.enter_context(open_archive(file, limits))
        stack.enter_context(exclusive(folder, listener.waiting))
        stage = stack.enter_context(staging(folder))
        new = stage / "new"
        unpack(archive, new)
        metadata = read_metadata(new)
        _refuse_another(metadata, offer)
        check_files(new)
        was_tried = try_out(new, limits)
        return _put(archive, new, metadata, stage, folder, was_tried)


def _put(archive: Archive, new: Path, metadata: Metadata, stage: Path, folder: Path, was_tried: bool) -> Outcome:
    fresh = read_package(new)
    name = folder_name(metadata.from_code, metadata.to_code, metadata.package_version)
    receipt = Receipt(archive.sha256, archive.size, fresh.digest)
    before = [one for one in installed(folder) if (one.source, one.target) == (fresh.source, fresh.target)]
    if [one.folder.name for one in before] == [name] and _has_all(before[0].folder, new):
        write_receipt(folder, name, receipt)
        return Outcome(before[0], False, (), was_tried, archive.sha256)
    for one in before:
        refuse_foreign(one)
    put(folder, stage, new, name)
    write_receipt(folder, name, receipt)
    for one in before:
        if one.folder.name != name:
            take_out(folder, stage, one)
    return Outcome(read_package(folder / name), True, tuple(one.version for one in before), was_tried, archive.sha256)


def _has_all(folder: Path, new: Path) -> bool:
    """Whether every file of ``new`` is in ``folder``, where other programmes may have put more."""
    files = [path.relative_to(new).as_posix() for path in new.rglob("*") if path.is_file()]
    return filecmp.cmpfiles(new, folder, files, shallow=False)[1:] == ([], [])


def _refuse_another(metadata: Metadata, offer: Offer | None) -> None:
    """What was fetched is what was asked for: else a wrong or malicious server could put any model in another's place."""
    if offer is None:
        return
    found = (metadata.from_code, metadata.to_code, metadata.package_version)
    if found != (offer.source, offer.target, offer.version):
        details = (
            ("promised", f"{offer.source} → {offer.target} {offer.version}"),
            ("found", f"{found[0]} → {found[1]} {found[2]}"),
        )
        raise incomplete("the package is another one than the package index promised", details)
