"""J: judges."""

from cases import Case

CASES: tuple[Case, ...] = ()
