"""X075: pages that are turned to the right side without reason."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding
from dossier.press.preflight.scripts import is_right_to_left


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    if survey.language and survey.direction == "R2L" and not is_right_to_left(survey.language):
        yield Finding("X075", f"the language is “{survey.language[:20]}”, and the reading direction is R2L")
