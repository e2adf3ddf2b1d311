"""Mistakes around machine drafts: drafting."""

from cases import Case

CASES: tuple[Case, ...] = ()
