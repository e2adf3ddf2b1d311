"""Engines one after the other: from Persian into French through English."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.translation.engines.argos_packages import Package
from dossier.translation.engines.engine import Effort, Engine, Reply

_PORTION = 512  # sentences; the next engine begins before the one before it is through, so that whoever waits sees replies


@dataclass(frozen=True)
class Chain:
    """Several engines as one: each translates what the one before it made. ``origin`` names them all."""

    origin: str
    engines: Sequence[Engine]

    def translate(self, sentences: Sequence[str], effort: Effort) -> Iterator[tuple[int, Reply]]:
        """See :class:`~dossier.translation.engines.engine.Engine`."""
        replies = self.engines[0].translate(sentences, effort)
        for engine in self.engines[1:]:
            replies = _translated_on(replies, engine, effort)
        return replies


def joined_origin(name: str, packages: Sequence[Package]) -> str:
    """What the engine ``name`` is called with ``packages``: ``argos fa-en 1.5 model:sha256:… + en-fr 1.9 model:sha256:…``."""
    return f"{name} {' + '.join(package.label for package in packages)}"


def composed(first: Reply, second: Reply) -> Reply:
    """What became of a sentence of which ``first`` was made, and of that ``second``."""
    known = first.alignment and all(index < len(first.alignment) for index in second.alignment)
    alignment = tuple(first.alignment[index] for index in second.alignment) if known else ()
    return Reply(second.text, first.cut or second.cut, alignment)


def _translated_on(replies: Iterator[tuple[int, Reply]], engine: Engine, effort: Effort) -> Iterator[tuple[int, Reply]]:
    for portion in _portions(replies):
        yield from _portion_on(portion, engine, effort)


def _portions(replies: Iterator[tuple[int, Reply]]) -> Iterator[Mapping[int, Reply]]:
    portion: dict[int, Reply] = {}
    for index, reply in replies:
        portion[index] = reply
        if len(portion) == _PORTION:
            yield portion
            portion = {}
    yield portion


def _portion_on(portion: Mapping[int, Reply], engine: Engine, effort: Effort) -> Iterator[tuple[int, Reply]]:
    """``portion`` translated by ``engine``, which is asked for no sentence twice and for no empty one."""
    asked: dict[str, list[int]] = {}
    for index, reply in portion.items():
        if reply.text.strip():
            asked.setdefault(reply.text, []).append(index)
        else:
            yield index, Reply("", reply.cut)
    indexes = list(asked.values())
    for number, reply in engine.translate(list(asked), effort):
        yield from ((index, composed(portion[index], reply)) for index in indexes[number])
