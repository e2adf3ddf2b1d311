"""X031, X032: pixels an inch."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding

_LEAST = 150
_LEAST_BILEVEL = 550


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for page in survey.pages:
        for picture in sorted(page.pictures, key=lambda one: (one.object, one.resolution, one.box)):
            shown = f"{picture.resolution:.0f} pixels an inch"
            if picture.is_bilevel and picture.resolution < _LEAST_BILEVEL:
                yield Finding(
                    "X032",
                    f"a picture of black and white has fewer than {_LEAST_BILEVEL} pixels an inch",
                    page.number,
                    picture.object,
                    shown,
                )
            elif not picture.is_bilevel and picture.resolution < _LEAST:
                yield Finding("X031", f"a picture has fewer than {_LEAST} pixels an inch", page.number, picture.object, shown)
