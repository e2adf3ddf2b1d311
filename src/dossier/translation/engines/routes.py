"""From one language into another by installed packages: directly, else in a chain, through English where that is possible."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.translation.engines.argos_codes import codes_of, published_code
from dossier.translation.engines.argos_packages import Package, damaged, installed
from dossier.translation.engines.engine import Pair

Route = tuple[Package, ...]
"""Packages that are asked one after the other."""

_ENGLISH = "en"
_LONGEST = 4
_RELEASE = re.compile(r"\d+(?:\.\d+)*")
_Legs = Mapping[tuple[str, str], Package]


def route(pair: Pair, packages: Sequence[Package]) -> Route:
    """The best way through ``packages``: the shortest, of the nearest languages, through English; empty where there is none.

    Of several packages for the same two languages, the newest is taken.
    """
    sources, targets, legs = codes_of(pair.source), codes_of(pair.target), newest(packages)
    paths: Sequence[tuple[str, ...]] = [(code,) for code in sources]
    for _ in range(_LONGEST):
        paths = list(_longer(paths, legs))
        if arrived := [path for path in paths if path[-1] in targets]:
            best = min(arrived, key=lambda path: _worse(path, sources, targets))
            return tuple(legs[leg] for leg in pairwise(best))
    return ()


def newest(packages: Sequence[Package]) -> _Legs:
    """The newest package for each two languages, these in lower case with hyphens."""
    ordered = sorted(packages, key=lambda package: (version_key(package.version), package.folder.name))
    return {(_plain(package.source), _plain(package.target)): package for package in ordered}


def version_key(version: str) -> tuple[tuple[int, ...], bool, str]:
    """Sorts versions as versions: 1.9 before 1.10, and 1.10rc1 before 1.10, which is 1.10.0."""
    release = _RELEASE.match(version)
    numbers = [int(number) for number in release[0].split(".")] if release else []
    while numbers and not numbers[-1]:
        numbers.pop()
    rest = version[release.end() :] if release else version
    return tuple(numbers), not rest, rest


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


def _longer(paths: Sequence[tuple[str, ...]], legs: _Legs) -> Iterator[tuple[str, ...]]:
    for path in paths:
        yield from ((*path, target) for source, target in legs if source == path[-1] and target not in path)


def _worse(path: tuple[str, ...], sources: Sequence[str], targets: Sequence[str]) -> tuple[int, int, tuple[str, ...]]:
    """A key by which the better of two paths of the same length is the smaller."""
    far = sources.index(path[0]) + targets.index(path[-1])
    return far, sum(code != _ENGLISH for code in path[1:-1]), path


def _plain(code: str) -> str:
    return code.replace("_", "-").lower()


def _no_way(pair: Pair, packages: Sequence[Package], folder: Path) -> Diagnostic:
    names = ", ".join(str(package) for package in packages) or "none"
    return Diagnostic(
        CODES["M003"],
        f"the Argos packages that are installed have no way from {pair.source} into {pair.target}",
        details=(("installed", names), ("folder", str(folder))),
        mend=" && ".join(f"dossier models install {source} {target}" for source, target in _wanting(pair, packages)),
    )


def _wanting(pair: Pair, packages: Sequence[Package]) -> Iterator[tuple[str, str]]:
    """The packages to install: nearly all that are published are from or into English."""
    ends = (published_code(pair.source), published_code(pair.target))
    way = ends if _ENGLISH in ends else (ends[0], _ENGLISH, ends[1])
    yield from (leg for leg in pairwise(way) if leg[0] != leg[1] and leg not in newest(packages))
