"""From one language into another by installed packages: directly, else in a chain, through English where that is possible."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.translation.engines.argos_packages import Package, damaged, installed, version_key
from dossier.translation.engines.engine import Pair
from dossier.translation.engines.language_codes import plain
from dossier.translation.engines.ways import Leg, best_way

Route = tuple[Package, ...]
"""Packages that are asked one after the other."""

_LONGEST = 4


def route(pair: Pair, packages: Sequence[Package]) -> Route:
    """The best way through ``packages``; empty where there is none.

    Of several packages for the same two languages, the newest is taken.
    """
    legs = newest(packages)
    return tuple(legs[leg] for leg in best_way(pair.source, pair.target, legs, _LONGEST))


def newest(packages: Sequence[Package]) -> Mapping[Leg, Package]:
    """The newest package for each two languages."""
    ordered = sorted(packages, key=lambda package: (version_key(package.version), package.folder.name))
    return {(plain(package.source), plain(package.target)): package for package in ordered}


def find_route(pair: Pair, folder: Path, *, bpe: bool) -> Route:
    """The way from ``pair.source`` into ``pair.target`` by the packages installed in ``folder``.

    Parameters
    ----------
    bpe:
        Whether packages that cut words by byte-pair encoding can be read.

    Raises
    ------
    DossierError
        M003 where there is no way, with M020 for what is damaged; M021 where only packages that cannot be read make one.
    """
    packages = installed(folder)
    if found := route(pair, [package for package in packages if bpe or not package.is_bpe]):
        return found
    if unread := route(pair, packages):
        names = ", ".join(str(package) for package in unread if package.is_bpe)
        raise DossierError(Diagnostic(CODES["M021"], f"the Argos package {names} can only be read by the argostranslate library"))
    raise DossierError((*damaged(folder), _no_way(pair, packages, folder)))


def _no_way(pair: Pair, packages: Sequence[Package], folder: Path) -> Diagnostic:
    """M003. What is to be installed is named as the user names it: `models install` finds what two languages need."""
    names = ", ".join(str(package) for package in packages) or "none"
    return Diagnostic(
        CODES["M003"],
        f"the Argos packages that are installed have no way from {pair.source} into {pair.target}",
        details=(("installed", names), ("folder", str(folder))),
        mend=f"dossier models install {pair.source} {pair.target}",
    )
