"""Modes of Apertium: the ways from one language into another that are installed, and how they are joined into a longer one."""

import re
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from dossier.translation.engines.engine import Pair
from dossier.translation.engines.language_codes import codes_of, two_letters

_MODE = re.compile(r"(?P<source>[a-z]{2,3})(?:_(?P<from>\w+))?-(?P<target>[a-z]{2,3})(?:_(?P<to>\w+))?")
_DATA = re.compile(r"'(?P<path>/[^']+)'")
_MOST_STEPS = 3
"""Each step adds its own mistakes; what comes through four languages helps nobody."""

Route = tuple["Mode", ...]


@dataclass(frozen=True, slots=True)
class Mode:
    """A way from one language into another, by the name ``apertium`` knows it under: ``eng-spa``, ``spa-eng_US``.

    Parameters
    ----------
    name:
        As it is written.
    source, target:
        Languages, by ISO 639-1 where that has them.
    of_source, of_target:
        Which variety or script of these, in small letters; empty for none in particular.
    """

    name: str
    source: str
    target: str
    of_source: str = ""
    of_target: str = ""


def listed(answer: str) -> tuple[Mode, ...]:
    """The modes in what ``apertium -l`` says; those that do not lead from one language into another are left out."""
    found = (_MODE.fullmatch(line.strip()) for line in answer.splitlines())
    return tuple(_mode(one) for one in found if one)


def route(modes: Iterable[Mode], pair: Pair) -> Route:
    """The shortest way for ``pair`` over ``modes``; the first by name among equals, empty where there is none.

    A variety that is asked for (``en-US``) is preferred, then one in particular is avoided.
    """
    source, target = codes_of(pair.source), codes_of(pair.target)
    ordered = sorted(modes, key=lambda mode: (_distance(mode, source, target), mode.name))
    return min(_routes(ordered, source, target), key=len, default=())


def digest(chosen: Sequence[Mode], folder: Path) -> str:
    """SHA-256 (hex) over what ``chosen`` modes run and over every file of theirs; empty where these cannot be read.

    Debian's packages have versions, a folder of data has none: the files themselves are what words are made from. Paths count by
    their last part only, so that the same data have the same digest wherever they lie.
    """
    try:
        return sha256("\n".join(_described(mode, folder) for mode in chosen).encode()).hexdigest()
    except (OSError, UnicodeDecodeError):
        return ""


def _mode(found: re.Match[str]) -> Mode:
    (source, script), (target, other) = two_letters(found["source"]), two_letters(found["target"])
    return Mode(found[0], source, target, (found["from"] or script).lower(), (found["to"] or other).lower())


def _distance(mode: Mode, source: Sequence[str], target: Sequence[str]) -> int:
    return _strangeness(mode.of_source, source) + _strangeness(mode.of_target, target)


def _strangeness(variety: str, asked: Sequence[str]) -> int:
    """0 for the variety that was asked for, 1 for none in particular, 2 for another."""
    if any(variety in code.split("-")[1:] for code in asked):
        return 0
    return 2 if variety else 1


def _routes(modes: Sequence[Mode], source: Collection[str], target: Collection[str]) -> Iterator[Route]:
    """Ways that visit no language twice, shorter ones first."""
    waiting: deque[Route] = deque((mode,) for mode in modes if _serves(mode.source, mode.of_source, source))
    while waiting:
        way = waiting.popleft()
        here = way[-1].target
        if _serves(here, way[-1].of_target, target):
            yield way
        elif len(way) < _MOST_STEPS:
            seen = {way[0].source, *(mode.target for mode in way)}
            waiting.extend((*way, mode) for mode in modes if mode.source == here and mode.target not in seen)


def _serves(language: str, variety: str, codes: Collection[str]) -> bool:
    """Whether a mode's end is one of ``codes``: in another variety, if need be, but not in another script."""
    is_script = len(variety) == 4 and variety.isalpha()
    return f"{language}-{variety}" in codes or (language in codes and not is_script)


def _described(mode: Mode, folder: Path) -> str:
    """What ``mode`` runs, with the digest of each file in the place of its path."""

    def replaced(found: re.Match[str]) -> str:
        path = Path(found["path"])
        return f"{path.name}:{sha256(path.read_bytes()).hexdigest()}"

    return _DATA.sub(replaced, (folder / f"{mode.name}.mode").read_text(encoding="utf-8"))
