"""Pages of a PDF on larger sheets: booklets and two pages side by side."""

from dossier.press.imposition.errors import ImpositionError, UnreadablePdfError
from dossier.press.imposition.imposing import LARGEST_CREEP, Imposed, Wish, impose
from dossier.press.imposition.plan import Binding, Layout
from dossier.press.imposition.surface import Paper

__all__ = ["LARGEST_CREEP", "Binding", "Imposed", "ImpositionError", "Layout", "Paper", "UnreadablePdfError", "Wish", "impose"]
