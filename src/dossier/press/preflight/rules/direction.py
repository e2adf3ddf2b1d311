"""X075: to which side pages are turned."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding
from dossier.press.preflight.scripts import is_right_to_left


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    if not survey.language:
        return
    is_leftward = is_right_to_left(survey.language)
    if is_leftward and survey.direction != "R2L":
        yield Finding("X075", f"the language is “{survey.language[:20]}”, and the reading direction is not R2L")
    if not is_leftward and survey.direction == "R2L":
        yield Finding("X075", f"the language is “{survey.language[:20]}”, and the reading direction is R2L")
