"""Elements without content say nothing."""

from dossier.press.pdf.structure.elements import Element

_KEPT = frozenset({"TH", "TD", "Figure"})
"""A cell is counted although it is empty."""


def leave_out(root: Element) -> None:
    """Take out elements with nothing in them, and those that hold nothing else."""
    root.kids = [kid for kid in root.kids if not isinstance(kid, Element) or _has_content(kid)]


def _has_content(element: Element) -> bool:
    leave_out(element)
    return bool(element.kids) or element.kind in _KEPT
