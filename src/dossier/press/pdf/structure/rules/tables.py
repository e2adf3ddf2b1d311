"""Which cells a header cell heads (ISO 32000-1, 14.8.5.7; ISO 14289-1, 7.5), and in which order the parts of a table stand."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dossier.press.pdf.structure.elements import Element

_SCOPES = {"col": "Column", "colgroup": "Column", "row": "Row", "rowgroup": "Row"}
_PARTS = {"Caption": 0, "THead": 1, "TBody": 2, "TR": 2, "TFoot": 3}


def headed(root: Element) -> None:
    """Give each header cell its ``Scope``, cells below the header of a group of rows their ``Headers``, and each table a body."""
    for number, table in enumerate([element for element in root.walk() if element.kind == "Table"], start=1):
        table.kids.sort(key=lambda kid: _PARTS.get(kid.kind, 2) if isinstance(kid, Element) else 2)
        groups = [element for element in table.elements() if element.kind != "Caption"]
        for group in groups:
            for row in _rows(group):
                for cell in row.elements():
                    if cell.kind == "TH":
                        _told(cell)["Scope"] = f"/{_scope(cell, row, group)}"
        if any(_heads_rows(cell) for group in groups for row in _rows(group) for cell in row.elements()):
            _Grid(number).name_headers(groups)
        _give_body(groups)


def _give_body(groups: list[Element]) -> None:
    """Let the head of a table be its body where it has none, or else its foot: neither may stand alone (14.8.4.3.4)."""
    parts = {group.kind: group for group in groups}
    if parts and not parts.keys() & {"TBody", "TR"}:
        parts.get("THead", groups[0]).kind = "TBody"


def _rows(group: Element) -> list[Element]:
    return [group] if group.kind == "TR" else [row for row in group.elements() if row.kind == "TR"]


def _told(cell: Element) -> dict[str, object]:
    return cell.attributes.setdefault("Table", {})


def _scope(cell: Element, row: Element, group: Element) -> str:
    """As HTML tells; else a header in the head, or in a row of headers, heads its column, and the first of a row its row."""
    told = _SCOPES.get((cell.source.get("scope") or "").lower())
    if told:
        return told
    is_first = next(row.elements()) is cell
    is_alone = any(other.kind == "TD" for other in row.elements())
    return "Row" if group.kind != "THead" and is_first and is_alone else "Column"


def _heads_rows(cell: Element) -> bool:
    return cell.kind == "TH" and (cell.source.get("scope") or "").lower() == "rowgroup"


@dataclass(slots=True)
class _Grid:
    """The headers of a table while its cells are gone through; ``number`` tells it from others."""

    number: int
    columns: dict[int, list[str]] = field(default_factory=dict)
    count: int = 0

    def name_headers(self, groups: list[Element]) -> None:
        for group in groups:
            of_group: list[str] = []
            taken: dict[int, int] = {}
            for row in _rows(group):
                self._row(row, of_group, taken)

    def _row(self, row: Element, of_group: list[str], taken: dict[int, int]) -> None:
        of_row: list[str] = []
        free = {column for column, rows in taken.items() if rows}
        taken |= {column: rows - 1 for column, rows in taken.items() if rows}
        data: list[tuple[Element, range]] = []
        for cell, columns in _placed(row, free):
            taken |= dict.fromkeys(columns, int(cell.attributes.get("Table", {}).get("RowSpan", 1)) - 1)
            if cell.kind == "TH":
                name = self._name(cell)
                if _heads_rows(cell):
                    of_group[:] = [name]
                elif _told(cell)["Scope"] == "/Row":
                    of_row.append(name)
                else:
                    for column in columns:
                        self.columns.setdefault(column, []).append(name)
            else:
                data.append((cell, columns))
        for cell, columns in data:
            above = dict.fromkeys(name for column in columns for name in self.columns.get(column, ()))
            if names := [*above, *of_group, *of_row]:
                _told(cell)["Headers"] = names

    def _name(self, cell: Element) -> str:
        self.count += 1
        name = f"table-{self.number}-{self.count}"
        cell.entries["ID"] = name
        return name


def _placed(row: Element, taken: set[int]) -> Iterator[tuple[Element, range]]:
    """The cells of ``row`` with the columns they cover, beside those that cells of rows above cover."""
    column = 0
    for cell in row.elements():
        while column in taken:
            column += 1
        width = int(cell.attributes.get("Table", {}).get("ColSpan", 1))
        yield cell, range(column, column + width)
        column += width
