"""Headings go down one level at a time (ISO 14289-1, 7.4.2), whatever the levels of HTML."""

from dossier.press.pdf.structure.elements import Element


def without_gaps(root: Element) -> None:
    """Number headings by how deep they lie among headings: the first is ``H1``, and none is skipped below another."""
    above: list[int] = []
    for element in root.walk():
        level = _level(element)
        if level:
            while above and above[-1] >= level:
                above.pop()
            above.append(level)
            element.kind = f"H{len(above)}"


def _level(element: Element) -> int:
    """The level of a heading in HTML; 0 for all else."""
    if element.kind == "H":
        told = element.source.get("aria-level", "2")
        return int(told) if told.isdecimal() else 2
    return int(element.kind[1]) if len(element.kind) == 2 and element.kind[0] == "H" else 0
