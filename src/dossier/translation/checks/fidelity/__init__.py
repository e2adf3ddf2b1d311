"""Does the translation say what the original says? One rule a file, listed in :data:`RULES`."""

from dossier.translation.checks.fidelity import citations, claims, fixed, footnotes, links

RULES = (links.check, footnotes.check, citations.check, claims.check, fixed.check)
