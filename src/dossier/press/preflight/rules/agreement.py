"""X012: the information dictionary beside the packet."""

import re
from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding

_PAIRS = {
    "Title": "dc:title",
    "Producer": "pdf:Producer",
    "Creator": "xmp:CreatorTool",
    "CreationDate": "xmp:CreateDate",
    "ModDate": "xmp:ModifyDate",
    "Trapped": "pdf:Trapped",
    "GTS_PDFXVersion": "pdfxid:GTS_PDFXVersion",
}


def _comparable(key: str, value: str) -> str:
    """Dates are compared by their days: both notations may leave out hours, seconds and zone."""
    return re.sub(r"\D", "", value)[:8] if key.endswith("Date") else value


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for key, name in _PAIRS.items():
        said, written = survey.info.get(key, ""), survey.packet.get(name)
        if said and written and _comparable(key, said) != _comparable(key, written):
            yield Finding("X012", f"{key} and {name} differ", example=f"“{said[:60]}”, “{written[:60]}”")
