"""How bad a finding is, by the short names that the tables of codes use."""

from dossier.model.diagnostics import Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
