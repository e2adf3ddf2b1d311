"""D: deposits."""

from cases import Case

CASES: tuple[Case, ...] = ()
