"""T011 to T020: translations that do not say what their originals say."""

from cases import Case

CASES: tuple[Case, ...] = ()
