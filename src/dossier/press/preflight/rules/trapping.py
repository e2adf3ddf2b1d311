"""X039: Trapped (ISO 15930-7, 6.2)."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    said = survey.info.get("Trapped") or survey.packet.get("pdf:Trapped")
    if said not in ("True", "False") and not survey.packet.problem:
        yield Finding("X039", f"Trapped is “{said[:40]}”" if said else "there is no Trapped entry")
