"""Mistakes around machine drafts: model."""

from cases import Case

CASES: tuple[Case, ...] = ()
