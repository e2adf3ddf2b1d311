"""Mistakes around machine drafts: evaluation."""

from cases import Case

CASES: tuple[Case, ...] = ()
