"""X040: properties that a PDF/X-4 has in its packet."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding

_ASKED = (
    "dc:title",
    "xmp:CreateDate",
    "xmp:ModifyDate",
    "xmp:MetadataDate",
    "xmpMM:DocumentID",
    "xmpMM:VersionID",
    "xmpMM:RenditionClass",
)


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    missing = [name for name in _ASKED if not survey.packet.get(name)]
    if missing and not survey.packet.problem:
        yield Finding("X040", f"the metadata packet lacks {', '.join(missing)}")
