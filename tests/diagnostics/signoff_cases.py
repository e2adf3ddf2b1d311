"""T: mistakes with sign-offs."""

from cases import Case

CASES: tuple[Case, ...] = ()
