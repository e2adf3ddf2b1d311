"""X011: that the file says it is PDF/X-4 (ISO 15930-7, 6.2)."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    claim = survey.packet.get("pdfxid:GTS_PDFXVersion")
    if not survey.packet.problem and not claim.startswith("PDF/X-4"):
        yield Finding("X011", f"the file says that it is “{claim}”" if claim else "the file does not say that it is PDF/X-4")
