"""Q006: what cannot be read as text."""

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError


def refused(message: str, details: tuple[tuple[str, str], ...] = (), mend: str = "") -> DossierError:
    """The error that says why a snapshot cannot be read. Where its record stands, the caller knows."""
    return DossierError(Diagnostic(CODES["Q006"], message, None, details, mend))
