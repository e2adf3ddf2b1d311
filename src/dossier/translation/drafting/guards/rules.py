"""The guards, in the order they are asked."""

from collections.abc import Callable, Iterator

from dossier.translation.drafting.guards import (
    addresses,
    copied,
    cut,
    debris,
    empty,
    invented,
    length,
    marks,
    negation,
    numbers,
    repetition,
    script,
)
from dossier.translation.drafting.guards.fault import Fault, Sentence

Guard = Callable[[Sentence], Iterator[Fault]]

FIRST: tuple[Guard, ...] = (empty.check, debris.check, cut.check, repetition.check, length.check)
"""What can be wrong with an answer as such. They are quick, whatever an engine answers."""
SECOND: tuple[Guard, ...] = (
    script.check,
    copied.check,
    numbers.check,
    addresses.check,
    invented.check,
    negation.check,
    marks.check,
)
"""What can be wrong with what it says."""
GUARDS: tuple[Guard, ...] = (*FIRST, *SECOND)


def faults(sentence: Sentence) -> tuple[Fault, ...]:
    """What is wrong with a machine's sentence.

    What goes in circles, or is far too long, is not read any further: it is refused already, and may be of any length.
    """
    found = [fault for guard in FIRST for fault in guard(sentence)]
    if all(fault.is_hint for fault in found):
        found += [fault for guard in SECOND for fault in guard(sentence)]
    return tuple(found)
