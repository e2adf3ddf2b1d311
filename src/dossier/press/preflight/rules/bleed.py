"""X020: how far the bleed reaches beyond the trim."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding

_MILLIMETRE = 25.4 / 72
_LEAST = 3.0


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for page in survey.pages:
        trim = page.box("TrimBox") or page.box("ArtBox")
        if trim is None:
            continue
        bleed = page.box("BleedBox") or trim
        least = min(trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3]) * page.unit * _MILLIMETRE
        if 0 <= least < _LEAST - 0.01:
            yield Finding("X020", "the bleed is narrower than 3 mm", page.number, page.object, f"{least:.1f} mm")
