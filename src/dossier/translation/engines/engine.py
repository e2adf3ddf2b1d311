"""What an engine of machine translation is: plain sentences in, plain sentences out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Pair:
    """BCP 47 tags of the languages that are translated from and into."""

    source: str
    target: str

    def __str__(self) -> str:
        return f"{self.source}-{self.target}"


@dataclass(frozen=True, slots=True)
class Effort:
    """How an engine is to search; what cannot be told to an engine, it passes over.

    Parameters
    ----------
    beam:
        How many candidates are followed at once (beam search); 1 is the quickest.
    """

    beam: int = 4


@dataclass(frozen=True, slots=True)
class Reply:
    """What an engine made of one sentence.

    Parameters
    ----------
    text:
        The translation, as the engine gave it.
    cut:
        Whether it ended because the engine's limit of length was reached.
    alignment:
        For each word of ``text`` (cut at white space) the index of the word of the original it is most likely made from; empty
        where the engine does not tell. A weak hint, no more.
    """

    text: str
    cut: bool = False
    alignment: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may say about engines; each takes what concerns it.

    Parameters
    ----------
    server:
        Address of the user's own server (``libretranslate``).
    key:
        What the server asks for to let somebody in. It is never written anywhere.
    threads:
        How many sentences are worked on side by side; 0 for as many as there are cores.
    """

    server: str = ""
    key: str = field(default="", repr=False)
    threads: int = 0


class Engine(Protocol):
    """A machine that translates from one language into one other."""

    @property
    def origin(self) -> str:
        """What made the words, with its version and the digests of its models: ``argos en-fa 1.9 model:sha256:…``.

        It stands in PO files and is the key of the memory: engines whose words may differ have different origins.
        """

    def translate(self, sentences: Sequence[str], effort: Effort) -> Iterator[tuple[int, Reply]]:
        """Translate plain sentences: no markup, no line breaks, no two of them equal.

        Replies come as they are done, in any order, each with the index of its sentence, each index once. Whoever asks may
        stop in between and has everything that came so far.

        ``Reply("")`` means that the engine refuses this sentence: it fails on it, or there is nothing in it to translate. The
        other sentences get their replies; what is wrong with the engine itself is raised.

        Raises
        ------
        DossierError
            M001 to M029: what is wrong with the engine, its models or its server.
        """


OpenEngine = Callable[[Pair, Settings], Engine]
"""What an entry point of the group ``dossier.engines`` names. Raises :class:`~dossier.model.diagnostics.DossierError` where the
engine is not installed or does not know the languages. Its module imports what is heavy only when it is called."""
