"""T: mistakes with dossier accept and the memory."""

from cases import Case

CASES: tuple[Case, ...] = ()
