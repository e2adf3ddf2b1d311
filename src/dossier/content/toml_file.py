"""TOML: values from the standard library, places from tree-sitter's grammar, which keeps them."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

import tree_sitter
import tree_sitter_toml

from dossier.content.places import KeyPath, Places, position
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.place import Place

_TOLD_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_IN_WORDS = {
    "Illegal character '\\n'": ("the string is not closed in its line", "close it with a quotation mark"),
    "Unterminated string": ("the string is never closed", "close it with the marks it was opened with"),
    "Unclosed array": ("the list is not closed", "separate its values by commas, and close it with ]"),
    "Cannot overwrite a value": ("the key of this line stands in the file a second time", "keep one of the two"),
}
"""What tomllib says, where people would not understand it."""
_KEYS = ("bare_key", "quoted_key", "dotted_key")


def read_toml(text: str, path: str) -> tuple[dict[str, Any], Places]:
    """Read TOML 1.0.

    Dates come out as the text they were written as: everything that is dated here is checked as EDTF later.

    Raises
    ------
    DossierError
        C005 with line and column.
    """
    try:
        values = tomllib.loads(text)
    except ValueError as error:
        raise DossierError(_broken(str(error), text, path)) from error
    except RecursionError as error:
        raise DossierError(Diagnostic(CODES["C005"], "lists or tables are nested too deeply", Place(path, 1, 1))) from error
    return _undated(values), _Survey(text, path).places()


def _broken(told: str, text: str, path: str) -> Diagnostic:
    found = _TOLD_PLACE.search(told)
    told = told[: found.start()] if found else told
    message, mend = _IN_WORDS.get(told, (told[:1].lower() + told[1:], ""))
    if found and found[1]:
        place = Place(path, int(found[1]), int(found[2]))
    elif found:
        place = Place(path, *position(text, len(text.rstrip("\n"))))
    else:
        place = Place(path, 1, 1)
    return Diagnostic(CODES["C005"], message, place, mend=mend)


def _undated(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _undated(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_undated(item) for item in value]
    return value.isoformat() if isinstance(value, datetime | date | time) else value


class _Survey:
    """One walk through the syntax tree of a file that tomllib has accepted."""

    def __init__(self, text: str, path: str) -> None:
        self._source = text.encode()
        self._lines = self._source.split(b"\n")
        self._path = path
        self._keys: dict[KeyPath, Place] = {}
        self._values: dict[KeyPath, Place] = {}
        self._last_index: dict[KeyPath, int] = {}

    def places(self) -> Places:
        parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_toml.language()))
        for node in parser.parse(self._source).root_node.named_children:
            if node.type == "pair":
                self._pair(node, ())
            elif node.type in ("table", "table_array_element"):
                self._table(node)
        return Places(self._path, self._keys, self._values)

    def _table(self, node: tree_sitter.Node) -> None:
        header = next(child for child in node.named_children if child.type in _KEYS)
        path = self._header_path(self._names(header), is_array=node.type == "table_array_element")
        self._mark(path, 0, header, header)
        for child in node.named_children:
            if child.type == "pair":
                self._pair(child, path)

    def _header_path(self, names: tuple[str, ...], *, is_array: bool) -> KeyPath:
        """``[a.b]`` below ``[[a]]`` means the ``b`` of the last ``a``."""
        path: KeyPath = ()
        for name in names[:-1]:
            path = self._in_last_item((*path, name))
        path = (*path, names[-1])
        if is_array:
            self._last_index[path] = self._last_index.get(path, -1) + 1
        return self._in_last_item(path)

    def _in_last_item(self, path: KeyPath) -> KeyPath:
        return (*path, self._last_index[path]) if path in self._last_index else path

    def _pair(self, node: tree_sitter.Node, around: KeyPath) -> None:
        key, *rest = (child for child in node.named_children if child.type != "comment")
        path = (*around, *self._names(key))
        self._mark(path, len(around), key, rest[0] if rest else key)
        if rest:
            self._value(rest[0], path)

    def _value(self, node: tree_sitter.Node, path: KeyPath) -> None:
        children = [child for child in node.named_children if child.type != "comment"]
        if node.type == "array":
            for index, child in enumerate(children):
                self._values[(*path, index)] = self._place(child)
                self._value(child, (*path, index))
        elif node.type == "inline_table":
            for child in children:
                if child.type == "pair":
                    self._pair(child, path)

    def _mark(self, path: KeyPath, known: int, key: tree_sitter.Node, value: tree_sitter.Node) -> None:
        """Note where ``path`` stands, and the tables that its dotted key implies below the first ``known`` parts."""
        for end in range(known + 1, len(path)):
            self._keys.setdefault(path[:end], self._place(key))
            self._values.setdefault(path[:end], self._place(key))
        self._keys[path] = self._place(key)
        self._values[path] = self._place(value)

    def _names(self, key: tree_sitter.Node) -> tuple[str, ...]:
        """The parts of a key, unquoted by the one who knows how: ``a."b.c"`` → ``("a", "b.c")``."""
        found: Any = tomllib.loads(f"{self._text(key)} = 0")
        return tuple(_only_keys(found))

    def _text(self, node: tree_sitter.Node) -> str:
        return self._source[node.start_byte : node.end_byte].decode()

    def _place(self, node: tree_sitter.Node) -> Place:
        """tree-sitter counts columns in bytes, people in characters."""
        row, column = node.start_point
        return Place(self._path, row + 1, len(self._lines[row][:column].decode()) + 1)


def _only_keys(table: Any) -> Iterator[str]:
    while isinstance(table, dict):
        ((name, table),) = table.items()
        yield name
