"""``argos``: packages of Argos Translate, read directly by CTranslate2 and SentencePiece."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.translation.engines.alignment import aligned
from dossier.translation.engines.argos_model import Model, Output, Tokens, cut_to_size, libraries, loaded
from dossier.translation.engines.argos_packages import Package, packages_folder
from dossier.translation.engines.chain import Chain, joined_origin
from dossier.translation.engines.engine import Effort, Engine, Pair, Reply, Settings
from dossier.translation.engines.routes import find_route

NAME = "argos"


@dataclass(frozen=True)
class PackageEngine:
    """One package as an engine. Its model is loaded with the first sentence, and never where a memory knew them all."""

    package: Package
    threads: int

    @property
    def origin(self) -> str:
        """See :class:`~dossier.translation.engines.engine.Engine`."""
        return joined_origin(NAME, [self.package])

    def translate(self, sentences: Sequence[str], effort: Effort) -> Iterator[tuple[int, Reply]]:
        """See :class:`~dossier.translation.engines.engine.Engine`. Sentences too long for a model are translated in pieces."""
        if not sentences:
            return
        model = loaded(self.package, self.threads)
        cut = [_cut(model, sentence) for sentence in sentences]
        yield from ((index, Reply("")) for index, pieces in enumerate(cut) if not pieces)
        owners = [index for index, pieces in enumerate(cut) for _ in pieces]
        flat = [piece for pieces in cut for piece in pieces]
        firsts = {owner: number for number, owner in reversed(list(enumerate(owners)))}
        outputs: dict[int, dict[int, Output]] = {}
        for number, output in model.translate(flat, effort.beam):
            owner = owners[number]
            parts = outputs.setdefault(owner, {})
            parts[number - firsts[owner]] = output
            if len(parts) == len(cut[owner]):
                yield (
                    owner,
                    _reply(model, sentences[owner], cut[owner], [output for _, output in sorted(outputs.pop(owner).items())]),
                )


def open_engine(pair: Pair, settings: Settings) -> Engine:
    """The engine for ``pair``: one package, or a chain of them.

    Raises
    ------
    DossierError
        M003 where no installed packages make a way, M020 where they are damaged, M021 where another engine is needed for
        them, M030 where the libraries are not installed.
    """
    libraries()
    route = find_route(pair, packages_folder(os.environ), bpe=False)
    engines = [PackageEngine(package, settings.threads or cores()) for package in route]
    return engines[0] if len(engines) == 1 else Chain(joined_origin(NAME, route), engines)


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _cut(model: Model, sentence: str) -> tuple[Tokens, ...]:
    return tuple(piece for piece in cut_to_size(model.encode(sentence)) if piece)


def _reply(model: Model, sentence: str, pieces: Sequence[Tokens], outputs: Sequence[Output]) -> Reply:
    texts = [model.decode(output.tokens) for output in outputs]
    cut = any(output.cut for output in outputs)
    if len(outputs) > 1:
        return Reply(" ".join(texts), cut)
    alignment = aligned(sentence, pieces[0], texts[0], outputs[0].tokens, outputs[0].attention, model.normalize)
    return Reply(texts[0], cut, alignment)
