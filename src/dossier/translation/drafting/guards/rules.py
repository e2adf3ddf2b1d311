"""The guards, in the order they are asked."""

from collections.abc import Callable, Iterator

from dossier.translation.drafting.guards.fault import Fault, Sentence

Guard = Callable[[Sentence], Iterator[Fault]]

GUARDS: tuple[Guard, ...] = ()


def faults(sentence: Sentence) -> tuple[Fault, ...]:
    """Everything that is wrong with a machine's sentence."""
    return tuple(fault for guard in GUARDS for fault in guard(sentence))
