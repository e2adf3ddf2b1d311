"""T021 to T029: whether a translation is well written in its own language."""

from dossier.model.diagnostics import Code

TABLE: tuple[Code, ...] = ()
