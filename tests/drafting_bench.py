"""A machine of the tests' own behind ``dossier draft``: an entry point ``testing``, and drafts whose making can be foreseen.

The real core of drafting is judged elsewhere; here it is replaced by one sentence a passage, so that what the pipeline does can
be told from what a guard does.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from types import ModuleType, SimpleNamespace

import pytest

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.glossary import Glossary
from dossier.translation.drafting.values import Asked, Draft, Translate
from dossier.translation.engines import registry
from dossier.translation.engines.engine import Effort, Engine, Pair, Reply, Settings

ENGINE = "testing"
EMPTY, LINKED = "too hard", "]("
"""Passages with the first are left empty, those with the second get a note."""


@dataclass
class Machine:
    """An engine for every pair but those in ``unknown``, and what it was asked.

    Parameters
    ----------
    version:
        Part of the origin, and of every reply.
    unknown:
        Pairs that it does not know.
    meanwhile:
        Called before each sentence.
    warnings:
        What is to be told before it is asked.
    """

    version: str = "1"
    unknown: frozenset[str] = frozenset()
    meanwhile: Callable[[str], None] = lambda sentence: None
    warnings: tuple[Diagnostic, ...] = ()
    asked: list[str] = field(default_factory=list)
    settings: Settings | None = None

    def open(self, pair: Pair, settings: Settings) -> Engine:
        self.settings = settings
        if str(pair) in self.unknown:
            raise DossierError(Diagnostic(CODES["M003"], f"there is no way from {pair.source} into {pair.target}"))
        return _Way(self, pair)


@dataclass
class _Way:
    machine: Machine
    pair: Pair

    @property
    def origin(self) -> str:
        return f"{ENGINE} {self.pair} {self.machine.version}"

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        return self.machine.warnings

    def translate(self, sentences: Sequence[str], effort: Effort) -> Iterator[tuple[int, Reply]]:
        for index in sorted(range(len(sentences)), key=lambda one: -len(sentences[one])):
            self.machine.meanwhile(sentences[index])
            self.machine.asked.append(sentences[index])
            yield index, Reply(f"{self.pair.target}{self.machine.version} {sentences[index]}")


def drafts(asked: Sequence[Asked], translate: Translate, pair: Pair, glossary: Glossary) -> tuple[Draft, ...]:
    """A passage is a sentence; two rounds, as in earnest."""
    texts = [one.unit.msgid for one in asked]
    replies = {**translate(texts, Effort()), **translate([text for text in texts if EMPTY in text], Effort(1))}
    return tuple(_draft(text, replies[text].text) for text in texts)


def _draft(original: str, text: str) -> Draft:
    if EMPTY in original:
        return Draft("", ("left empty: it is too hard",))
    return Draft(text, ("a link stands at the end",) if LINKED in original else ())


def put_in(patch: pytest.MonkeyPatch, machine: Machine) -> Machine:
    """Let ``machine`` be found as the engine ``testing``."""
    point = SimpleNamespace(name=ENGINE, value="tests:open", load=lambda: machine.open)
    patch.setattr(registry, "entry_points", lambda group: [point])
    core = ModuleType("dossier.translation.drafting.drafts")
    core.drafts = drafts  # type: ignore[attr-defined]
    patch.setitem(sys.modules, core.__name__, core)
    return machine
