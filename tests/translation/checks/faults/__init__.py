"""One fault at a time, put into good translations as slips of translators, of their keyboards and of their tools look.

These share no code with the rules and were written without reading them. A mutator is given a pair and a random generator,
and gives the translation with one fault, or nothing where it has no place for it.
"""

from collections.abc import Mapping, Sequence

from faults import atoms, figures, letters, marks, words
from faults.places import Mutator

FAULTS: Mapping[str, Sequence[Mutator]] = {
    "T003": atoms.LINKS,
    "T004": atoms.NOTES,
    "T005": atoms.FIXED,
    "T009": atoms.CITATIONS,
    "T010": atoms.CLAIMS,
    "T011": figures.NUMBERS,
    "T012": figures.DATES,
    "T013": atoms.ADDRESSES,
    "T014": marks.EMPHASIS,
    "T015": words.TERMS,
    "T016": words.COPIES,
    "T017": words.LENGTHS,
    "T018": words.NEGATIONS,
    "T019": marks.BRACKETS,
    "T020": words.REPEATS,
    "T021": marks.QUOTES,
    "T022": marks.SPACES,
    "T023": letters.SCRIPTS,
    "T024": letters.ARABIC,
    "T025": letters.JOINERS,
    "T026": letters.HIDDEN,
    "T027": marks.CLOSINGS,
}
"""The mutators of each rule's faults, by its code."""
