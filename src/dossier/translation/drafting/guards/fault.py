"""What a guard says, and what it looks at."""

from dataclasses import dataclass

from dossier.translation.engines.engine import Pair, Reply


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, what an engine made of it, and between which languages."""

    original: str
    reply: Reply
    pair: Pair


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a machine's sentence.

    Parameters
    ----------
    message:
        What, in one line for translators, without a full stop: ``“1988” is lost``.
    is_hint:
        Whether the draft may be shown all the same, with the message as a note. Otherwise the sentence is tried again, and left
        empty in the end.
    """

    message: str
    is_hint: bool = False
