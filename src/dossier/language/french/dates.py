"""Days with their months: the *Lexique* forbids a line to end between them (« Divisions »); before the year one may."""

from dossier.language.french.words import MONTHS, SHORT_MONTHS
from dossier.language.spaces import GAP, kept_together

_MONTH = "|".join(" ".join(MONTHS).split())
_SHORT = "|".join(SHORT_MONTHS.split())

RULES = (
    kept_together(
        "days with their months",
        rf"(?<![\w/.,])(?:\d\d?[-–])?(?:1er|1ᵉʳ|\d\d?){GAP}(?i:(?:{_MONTH})(?!\w)|(?:{_SHORT})\.)",
    ),
)
