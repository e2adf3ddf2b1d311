"""X023 to X025, X048: colour spaces that are in use, wherever."""

from collections.abc import Iterator

from dossier.press.preflight.facts.colours import Family
from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding

_CODES = {
    Family.RGB: "X023",
    Family.MANAGED: "X024",
    Family.LAB: "X024",
    Family.UNKNOWN: "X048",
}
_PROCESS = ("Cyan", "Magenta", "Yellow", "Black", "All", "None")


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    for page in survey.pages:
        for use in sorted(page.spaces, key=repr):
            for family in dict.fromkeys((use.space.family, use.space.alternate)):
                if family in _CODES:
                    yield Finding(_CODES[family], f"{family} in: {use.used_by}", page.number, use.object)
            if use.space.family is Family.SPOT:
                names = ", ".join(f"“{ink[:40]}”" for ink in use.space.inks if ink not in _PROCESS)
                yield Finding("X025", f"spot colour {names}", page.number, use.object)
