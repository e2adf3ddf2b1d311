"""X: what a printing house would send back, and what a PDF hides from an archive."""

from dossier.model.diagnostics import Code

TABLE: tuple[Code, ...] = ()
