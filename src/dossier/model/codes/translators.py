"""T040 and above: the translators' loop: sign-off, exchange, safety of people."""

from dossier.model.diagnostics import Code

TABLE: tuple[Code, ...] = ()
