"""Does the translation say what the original says? One rule a file, listed in :data:`RULES`."""

from dossier.translation.checks.fidelity import (
    addresses,
    citations,
    claims,
    dates,
    emphasis,
    fixed,
    footnotes,
    length,
    links,
    negation,
    numbers,
    terms,
    untranslated,
)

RULES = (
    links.check,
    footnotes.check,
    citations.check,
    claims.check,
    fixed.check,
    numbers.check,
    dates.check,
    addresses.check,
    emphasis.check,
    terms.check,
    untranslated.check,
    length.check,
    negation.check,
)
