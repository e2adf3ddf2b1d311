"""Passages drafted to be looked at: the same drafts as ``dossier draft`` makes, and nothing written into locale files."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.pipeline.draft import Telling
from dossier.pipeline.draft_engines import Engines
from dossier.pipeline.drafting_progress import Meter
from dossier.pipeline.sentence_memory import SentenceMemory
from dossier.pipeline.translating import Translating
from dossier.translation.draft_entries import one_line
from dossier.translation.drafting.values import Asked
from dossier.translation.engines.engine import Engine, Pair, Settings
from dossier.translation.evaluation.values import Contender, Reference
from dossier.translation.same import Same


class Machines:
    """Engines at work on passages, with the project's memory of sentences."""

    def __init__(self, root: Path, settings: Settings, telling: Telling) -> None:
        self._memory = SentenceMemory(root)
        self._settings = settings
        self._telling = telling

    def __enter__(self) -> "Machines":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._memory.__exit__(kind, error, trace)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What the memory has to say."""
        return tuple(self._memory.diagnostics)

    def drafted(self, name: str, references: Sequence[Reference], language: str) -> Contender:
        """Drafts of all passages by the engine ``name``; those in a language that it does not know are left empty.

        Raises
        ------
        DossierError
            What the engine says, where it knows none of the languages, or fails.
        """
        engines, by_source = Engines(name, self._settings, self._telling.warn), _by_source(references)
        pairs = {source: Pair(source, language) for source in by_source}
        origins = [origin for pair in pairs.values() if (origin := engines.origin(pair))]
        if not origins:
            raise DossierError(engines.failure(next(iter(pairs.values()))))
        texts: dict[int, str] = {}
        notes: list[str] = []
        for source, pair in pairs.items():
            engine = engines.get(pair)
            if engine is None:
                notes.append(f"{engines.failure(pair)[0].message}; {_left_empty(len(by_source[source]))}")
                continue
            engines.warn(engine)
            for passages in _by_dossier(references, by_source[source]):
                made = self._drafts([references[at] for at in passages], engine, pair, name)
                texts.update(zip(passages, made, strict=True))
        return Contender(one_line(origins[0]), tuple(texts.get(at, "") for at in range(len(references))), tuple(notes))

    def _drafts(self, references: Sequence[Reference], engine: Engine, pair: Pair, name: str) -> list[str]:
        from dossier.translation.drafting.drafts import drafts

        translate = Translating(engine, self._memory, Meter(f"{name} {pair}", self._telling.watch), self._settings.server)
        asked = [Asked(one.document, one.unit) for one in references]
        return [draft.text for draft in drafts(asked, translate, pair, references[0].dossier.glossary)]


def _by_source(references: Sequence[Reference]) -> Mapping[str, list[int]]:
    """The references by the language of their originals, the one with most of them first."""
    found: dict[str, list[int]] = {}
    for at, one in enumerate(references):
        found.setdefault(one.unit.language, []).append(at)
    return dict(sorted(found.items(), key=lambda one: -len(one[1])))


def _by_dossier(references: Sequence[Reference], indices: Sequence[int]) -> list[list[int]]:
    """The references ``indices`` dossier by dossier: each has a glossary of its own."""
    found: dict[Same[object], list[int]] = {}
    for at in indices:
        found.setdefault(Same(references[at].dossier), []).append(at)
    return list(found.values())


def _left_empty(number: int) -> str:
    return "1 passage is left empty" if number == 1 else f"{number} passages are left empty"
