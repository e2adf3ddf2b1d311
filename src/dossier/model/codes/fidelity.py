"""T011 to T020: whether a translation says what its original says."""

from dossier.model.diagnostics import Code

TABLE: tuple[Code, ...] = ()
