"""Is the translation well written in its own language? One rule a file, listed in :data:`RULES`."""

from collections.abc import Callable, Iterator

from dossier.translation.checks.finding import Finding
from dossier.translation.checks.form import (
    arabic_letters,
    bidi_controls,
    brackets,
    closing,
    quotation_marks,
    repetition,
    script,
    spacing,
    zwnj,
)
from dossier.translation.checks.passage import Passage

RULES: tuple[Callable[[Passage], Iterator[Finding]], ...] = (
    brackets.check,
    repetition.check,
    quotation_marks.check,
    spacing.check,
    script.check,
    arabic_letters.check,
    zwnj.check,
    bidi_controls.check,
    closing.check,
)
