"""X: preflight."""

from cases import Case

CASES: tuple[Case, ...] = ()
