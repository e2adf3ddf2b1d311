"""Rows of a table have the same number of columns (ISO 14289-1, 7.5; ISO 32000-1, 14.8.4.3.4): HTML lets rows end early."""

from collections.abc import Iterator

from dossier.press.pdf.structure.elements import Element

_WIDEST = 1000


def filled(root: Element) -> None:
    """Fill short rows with empty cells, and let no cell reach below its group of rows."""
    for table in [element for element in root.walk() if element.kind == "Table"]:
        rows = list(_rows(table))
        widths = [_width(row, taken) for row, taken in rows]
        for (row, _), width in zip(rows, widths, strict=True):
            missing = min(max(widths), _WIDEST) - width
            row.kids.extend(Element("TD", row, row.language, row.page) for _ in range(missing))


def _rows(table: Element) -> Iterator[tuple[Element, int]]:
    """Each row, with how many columns cells of rows above cover in it."""
    for group in table.elements():
        rows = [group] if group.kind == "TR" else [row for row in group.elements() if row.kind == "TR"]
        reach: list[tuple[int, int]] = []
        """Cells of rows above: how many columns, and the first row that they do not cover."""
        for number, row in enumerate(rows):
            yield row, sum(columns for columns, end in reach if end > number)
            for cell in row.elements():
                told = cell.attributes.get("Table", {})
                if told.get("RowSpan", 1) > 1:
                    told["RowSpan"] = min(told["RowSpan"], len(rows) - number)
                    reach.append((told.get("ColSpan", 1), number + told["RowSpan"]))


def _width(row: Element, taken: int) -> int:
    own: int = sum(cell.attributes.get("Table", {}).get("ColSpan", 1) for cell in row.elements())
    return taken + own
