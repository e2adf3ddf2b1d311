"""Front matter: YAML between two lines of ``---``, every scalar a string, nothing clever.

YAML's cleverness is what makes it dangerous: ``no`` becomes false, ``1988-07`` a number, an alias in an alias a bomb, a tag an
object. Here a value is the text that was written, and aliases, anchors and tags are refused.
"""

import re
from dataclasses import dataclass
from typing import Any

import yaml

from dossier.content.places import KeyPath, Places, position
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.place import Place

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_FORBIDDEN = re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_WORDS = {
    "found unexpected end of stream": ("the quotation mark is never closed", "close it with the same mark"),
    "mapping values are not allowed in this context": (
        "a second colon stands in the line",
        "put the value between quotation marks",
    ),
    "found character that cannot start any token": (
        "the line begins, or a value begins, with a tab or a sign that YAML keeps for itself",
        "indent with spaces, and put a value that begins with @, ` or % between quotation marks",
    ),
    "did not find expected node content": ("a value is missing, or a list is not closed", "close [ with ], and { with }"),
    "did not find expected ',' or ']'": ("the list is not closed", "separate its values by commas, and close it with ]"),
    "did not find expected ',' or '}'": ("the table is not closed", "separate its keys by commas, and close it with }"),
    "did not find expected key": ("the line does not go on with what stands above it", "indent all keys of one table alike"),
    "could not find expected ':'": ("the key has no colon behind it", "write key: value"),
}
"""What the YAML reader says, where people would not understand it."""
_DEEPEST = 16  # our records need three levels; far below what a recursive composer survives


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A file taken apart: front matter's values and their places, the body, and how many lines stand before it."""

    values: dict[str, Any]
    places: Places
    body: str
    body_line: int


def split_front_matter(text: str, path: str) -> FrontMatter:
    """Take the front matter off ``text``.

    Raises
    ------
    DossierError
        C018 where there is none; C006, with line and column of the file, where it is not closed, breaks the rules of YAML
        1.1, is no table of keys, has a key twice, or uses anchors, aliases, tags or control characters.
    """
    opening = _FENCE.match(text)
    if opening is None:
        raise DossierError(Diagnostic(CODES["C018"], "the first line is not ---", Place(path, 1, 1)))
    closing = _FENCE.search(text, opening.end())
    if closing is None:
        message = "the front matter has no closing line of ---"
        raise DossierError(_broken(message, Place(path, 1, 1), "add a line of --- below it"))
    reader = _Reader(text, path, opening.end() + 1, closing.start())
    values = reader.read()
    body = text[closing.end() :].removeprefix("\n")
    return FrontMatter(values, reader.places, body, text.count("\n", 0, closing.end()) + 1)


def _broken(message: str, place: Place, mend: str = "") -> Diagnostic:
    return Diagnostic(CODES["C006"], message, place, mend=mend)


class _Reader:
    """Reads ``text[start:end]`` as YAML. Places are counted in the whole file."""

    def __init__(self, text: str, path: str, start: int, end: int) -> None:
        self._text = text
        self._start = start
        self._yaml = text[start:end]
        self._path = path
        self._keys: dict[KeyPath, Place] = {}
        self._values: dict[KeyPath, Place] = {}

    @property
    def places(self) -> Places:
        return Places(self._path, self._keys, self._values)

    def read(self) -> dict[str, Any]:
        self._refuse_forbidden_characters()
        try:
            self._refuse_cleverness()
            root = yaml.compose(self._yaml, Loader=yaml.CBaseLoader)
        except yaml.MarkedYAMLError as error:
            message, mend = _in_words(error)
            raise self._error(message, self._cause(error), mend) from error
        if root is None:
            return {}
        if not isinstance(root, yaml.MappingNode):
            raise self._error("the front matter is no list of “key: value” lines", root.start_mark)
        return self._mapping(root, ())

    def _cause(self, error: yaml.MarkedYAMLError) -> Any:
        """What is never closed is noticed at the end; where it was opened helps more."""
        problem, context = error.problem_mark, error.context_mark
        return context if problem is None or (context and problem.index >= len(self._yaml.rstrip())) else problem

    def _refuse_forbidden_characters(self) -> None:
        found = _FORBIDDEN.search(self._yaml)
        if found:
            place = Place(self._path, *position(self._text, self._start + found.start()))
            message = f"the control character U+{ord(found[0]):04X} stands in the front matter"
            raise DossierError(_broken(message, place, "delete the character"))

    def _refuse_cleverness(self) -> None:
        """Look at the flat stream of events first, so that no bomb is ever composed."""
        depth = 0
        for event in yaml.parse(self._yaml, Loader=yaml.CBaseLoader):
            mark = event.start_mark
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise self._error("anchors (&) and aliases (*) are not read", mark, "write the value out")
            if getattr(event, "tag", None):
                raise self._error("tags (!) are not read", mark, "put the value between quotation marks")
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > _DEEPEST:
                raise self._error("lists or tables are nested too deeply", mark, "write it flatter")

    def _value(self, node: yaml.Node, path: KeyPath) -> Any:
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self._item(item, (*path, index)) for index, item in enumerate(node.value)]
        return node.value

    def _item(self, node: yaml.Node, path: KeyPath) -> Any:
        self._values[path] = self._place(node.start_mark)
        return self._value(node, path)

    def _mapping(self, node: yaml.MappingNode, path: KeyPath) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, value in node.value:
            name = self._name(key)
            if name in values:
                mend = f"keep one of the two; the first is in line {self._keys[(*path, name)].line}"
                raise self._error(f"the key “{name}” stands here a second time", key.start_mark, mend)
            self._keys[(*path, name)] = self._place(key.start_mark)
            values[name] = self._item(value, (*path, name))
        return values

    def _name(self, key: yaml.Node) -> str:
        if not isinstance(key, yaml.ScalarNode):
            raise self._error("a key is a word, not a list or a table", key.start_mark)
        return str(key.value)

    def _place(self, mark: Any) -> Place:
        # The mark's own line counts U+0085, U+2028 and U+2029 as line ends, which no editor does: take its index.
        index = self._start + min(mark.index, len(self._yaml)) if mark else self._start
        return Place(self._path, *position(self._text, index))

    def _error(self, message: str, mark: Any, mend: str = "") -> DossierError:
        return DossierError(_broken(message, self._place(mark), mend))


def _in_words(error: yaml.MarkedYAMLError) -> tuple[str, str]:
    """What is wrong, and how to mend it where we know better than the code does."""
    problem = (error.problem or "").strip()
    context = (error.context or "").strip()
    told = f"{context}: {problem}" if context and problem else context or problem or "the front matter is no YAML"
    return _IN_WORDS.get(problem, (told, ""))
