"""How far a machine is with the sentences it was asked for."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Pace:
    """One round of sentences, as far as it is.

    Parameters
    ----------
    label:
        What is drafted: a dossier and a language.
    done, total:
        Sentences.
    words_done, words:
        Their words. Engines sort sentences by length, so words tell the time that is left, not sentences.
    seconds:
        Since the round began.
    is_over:
        Whether the round is over, all of its sentences done or not.
    """

    label: str
    done: int
    total: int
    words_done: int
    words: int
    seconds: float
    is_over: bool = False

    @property
    def words_per_second(self) -> float:
        return self.words_done / self.seconds if self.seconds > 0 else 0.0

    @property
    def seconds_left(self) -> float | None:
        """``None`` as long as nothing is known."""
        return (self.words - self.words_done) / self.words_per_second if self.words_per_second else None


Watch = Callable[[Pace], None]
"""Called when a round of sentences begins, after every sentence, and when the round is over."""


@dataclass(slots=True)
class Meter:
    """Counts sentences that an engine was asked for, and tells who watches.

    ``words`` and ``seconds`` are those of all rounds that were counted.
    """

    label: str
    watch: Watch | None = None
    clock: Callable[[], float] = time.monotonic
    words: int = 0
    seconds: float = 0.0
    _begun: float = 0.0
    _pace: Pace = field(default=Pace("", 0, 0, 0, 0, 0.0))

    def begin(self, sentences: Iterable[str]) -> None:
        """A round of ``sentences`` begins."""
        counts = [len(sentence.split()) for sentence in sentences]
        self._begun = self.clock()
        self._tell(Pace(self.label, 0, len(counts), 0, sum(counts), 0.0))

    def done(self, sentence: str) -> None:
        """One of them is done."""
        words, before, seconds = len(sentence.split()), self._pace, self.clock() - self._begun
        self.words += words
        self._tell(Pace(self.label, before.done + 1, before.total, before.words_done + words, before.words, seconds))

    def end(self) -> None:
        """The round is over, or broken off."""
        seconds = self.clock() - self._begun
        self.seconds += seconds
        self._tell(replace(self._pace, seconds=seconds, is_over=True))

    def _tell(self, pace: Pace) -> None:
        self._pace = pace
        if self.watch is not None:
            self.watch(pace)
