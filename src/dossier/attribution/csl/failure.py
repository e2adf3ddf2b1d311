"""How the setting of citations can fail."""

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.place import Place


def style_unusable(message: str, place: Place | None, mend: str = "") -> DossierError:
    """A style that is not there or cannot be used (A003)."""
    return DossierError(Diagnostic(CODES["A003"], message, place, mend=mend))


def processor_failed(message: str, place: Place | None) -> DossierError:
    """A citation processor that gave up (A004); ``message`` is what it said."""
    return DossierError(Diagnostic(CODES["A004"], "the citation processor failed", place, (("says", message),)))
