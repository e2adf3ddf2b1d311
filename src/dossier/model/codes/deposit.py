"""D: deposits and their proof."""

from dossier.model.diagnostics import Code

TABLE: tuple[Code, ...] = ()
