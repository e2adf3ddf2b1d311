"""T: mistakes in what is imported and exported."""

from cases import Case

CASES: tuple[Case, ...] = ()
