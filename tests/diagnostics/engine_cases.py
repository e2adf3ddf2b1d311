"""Mistakes around machine drafts: engine."""

from cases import Case

CASES: tuple[Case, ...] = ()
