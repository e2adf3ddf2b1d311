"""The form a structure tree must have: each rule works on the whole tree, in this order."""

from collections.abc import Callable

from dossier.press.pdf.structure.elements import Element
from dossier.press.pdf.structure.rules import blocks, cells, contents, emptiness, headings, links, lists, tables

RULES: tuple[Callable[[Element], None], ...] = (
    emptiness.leave_out,
    lists.in_order,
    cells.filled,
    tables.headed,
    headings.without_gaps,
    contents.within_references,
    links.described,
    blocks.in_paragraphs,
)
"""Notes come to their places before: see :mod:`.notes`."""
