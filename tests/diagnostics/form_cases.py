"""T021 to T029: translations that are not well written."""

from cases import Case

CASES: tuple[Case, ...] = ()
