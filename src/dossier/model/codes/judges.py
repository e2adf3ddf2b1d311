"""J: what independent judges say of finished files."""

from dossier.model.diagnostics import Code

TABLE: tuple[Code, ...] = ()
