"""Sentences from memory where it has them, else from an engine, each asked for once."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.pipeline.drafting_progress import Meter
from dossier.pipeline.sentence_memory import SentenceMemory
from dossier.translation.engines.engine import Effort, Engine, Reply

_STEERING = frozenset({"Cc", "Cs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Translating:
    """A :data:`~dossier.translation.drafting.values.Translate` on one engine.

    ``server`` is the one that the engine asks, where it asks one: an origin does not tell it, and another has other models.
    """

    engine: Engine
    memory: SentenceMemory
    meter: Meter
    server: str = ""

    def __call__(self, sentences: Sequence[str], effort: Effort) -> Mapping[str, Reply]:
        """A reply for each of ``sentences``.

        Raises
        ------
        DossierError
            What is wrong with the engine; M006 where it does not answer what it was asked. What came before is kept.
        """
        wanted = dict.fromkeys(sentences)
        replies = self.memory.find(self._machine, effort, wanted)
        left = [sentence for sentence in wanted if sentence not in replies]
        if left:
            replies |= self._asked(left, effort)
        return replies

    def _asked(self, sentences: Sequence[str], effort: Effort) -> dict[str, Reply]:
        machine, replies = self._machine, dict[str, Reply]()
        self.meter.begin(sentences)
        try:
            for index, reply in self.engine.translate(sentences, effort):
                if not 0 <= index < len(sentences):
                    raise _other_sentences(self.engine.origin)
                sentence = sentences[index]
                replies[sentence] = harmless(reply)
                self.memory.keep(machine, effort, sentence, replies[sentence])
                self.meter.done(sentence)
        finally:
            self.meter.end()
        if len(replies) < len(sentences):
            raise _other_sentences(self.engine.origin)
        return replies

    @property
    def _machine(self) -> str:
        """What a reply depends on besides effort and sentence."""
        return f"{self.engine.origin} at {self.server}" if self.server else self.engine.origin


def harmless(reply: Reply) -> Reply:
    """``reply`` without what has no place in a line of text: controls, line ends, halves of characters.

    The alignment holds for words as they were, and is dropped where there are others now.
    """
    text = "".join(" " if unicodedata.category(char) in _STEERING else char for char in reply.text)
    aligned = len(text.split()) == len(reply.alignment)
    return replace(reply, text=text, alignment=reply.alignment if aligned else ())


def _other_sentences(origin: str) -> DossierError:
    return DossierError(Diagnostic(CODES["M006"], f"“{origin}” answers other sentences than it was asked for"))
