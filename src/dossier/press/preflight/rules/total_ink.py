"""X029: the sum of the inks of one colour. Crop marks in the ink of all plates are meant so."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding

_MOST = 3.0


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for page in survey.pages:
        colours = {use.colour for use in page.areas} | {use.colour for use in page.texts}
        for colour in sorted(colours, key=repr):
            inks = None if "All" in colour.space.inks else colour.inks
            if inks is not None and sum(inks) > _MOST + 0.005:
                shown = "/".join(f"{ink * 100:.0f}" for ink in inks)
                yield Finding(
                    "X029", "a colour has more than 300 % of ink", page.number, 0, f"{shown} is {sum(inks) * 100:.0f} %"
                )
