"""T: names of people in locale files."""

from cases import Case

CASES: tuple[Case, ...] = ()
