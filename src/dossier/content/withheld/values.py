"""Withheld names taken out of the values of TOML and of YAML front matter, with every line left where it is.

A value that holds a name is written anew as a quoted string; the lines it took are kept by escaped line ends, which both formats
leave out again (TOML 1.0, "multi-line basic strings"; YAML 1.1, 7.3.1).
"""

import json
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import tree_sitter
import tree_sitter_toml
import yaml

from dossier.content.withheld.redactor import Redactor

_INDENT = " " * 20  # deeper than any key of ours, as YAML asks of the later lines of a string


@dataclass(frozen=True, slots=True)
class _Value:
    """A string in a file: where it stands, and what it says."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Person:
    """A name in two values: CSL's ``family`` and ``given``."""

    family: _Value
    given: _Value


_Item = _Value | _Person
_Quoted = Callable[[str, str], str]
"""Writes a text as a string that takes the lines of another one."""


def redacted_toml(text: str, redactor: Redactor, language: str) -> str:
    """The TOML file ``text`` without withheld names in its values; unchanged where it is no TOML."""
    try:
        tomllib.loads(text)
    except (ValueError, RecursionError):
        return text  # reading tells so, and makes nothing of it
    source = text.encode()
    root = tree_sitter.Parser(tree_sitter.Language(tree_sitter_toml.language())).parse(source).root_node
    return _rewritten(source, _toml_items(root, source), redactor, language, _toml_string)


def redacted_front_matter(text: str, redactor: Redactor, language: str) -> str:
    """Front matter with its lines of ``---``, without withheld names; it was read as YAML before."""
    opening = text.index("\n") + 1
    inner = text[opening : text.rindex("---")]
    root = yaml.compose(inner, Loader=yaml.CBaseLoader)
    if root is None:
        return text
    done = _rewritten(inner.encode(), _yaml_items(root, inner), redactor, language, _yaml_string)
    return text[:opening] + done + text[text.rindex("---") :]


def _rewritten(source: bytes, items: Iterator[_Item], redactor: Redactor, language: str, quoted: _Quoted) -> str:
    changed = [change for item in items for change in _changes(item, redactor, language)]
    for value, text in sorted(changed, key=lambda one: -one[0].start):
        raw = source[value.start : value.end].decode()
        source = source[: value.start] + quoted(text, raw).encode() + source[value.end :]
    return source.decode()


def _changes(item: _Item, redactor: Redactor, language: str) -> Iterator[tuple[_Value, str]]:
    if isinstance(item, _Value):
        text = redactor.text(item.text, language)
        if text != item.text:
            yield item, text
        return
    whole = f"{item.given.text} {item.family.text}".strip()
    if redactor.holds(whole):
        yield item.family, redactor.text(whole, language)
        yield item.given, ""


def _toml_items(root: tree_sitter.Node, source: bytes) -> Iterator[_Item]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.type == "string":
            yield _toml_value(node, source)
            continue
        children = list(node.named_children)
        if node.type in ("inline_table", "table", "table_array_element"):
            pairs = {_toml_key(pair, source): pair for pair in children if pair.type == "pair"}
            person = _person({key: _toml_value(pair.named_children[-1], source) for key, pair in pairs.items() if _says(pair)})
            if person:
                yield person
                children = [child for child in children if child not in (pairs["family"], pairs["given"])]
        # Keys are schema, not text: of a pair only the value is looked into.
        waiting += children[1:] if node.type == "pair" else children


def _toml_key(pair: tree_sitter.Node, source: bytes) -> str:
    key = pair.named_children[0]
    return source[key.start_byte : key.end_byte].decode().strip("\"'")


def _says(pair: tree_sitter.Node) -> bool:
    return pair.named_children[-1].type == "string"


def _toml_value(node: tree_sitter.Node, source: bytes) -> _Value:
    raw = source[node.start_byte : node.end_byte].decode()
    return _Value(node.start_byte, node.end_byte, str(tomllib.loads(f"value = {raw}")["value"]))


def _yaml_items(root: yaml.Node, text: str) -> Iterator[_Item]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.ScalarNode):
            yield _yaml_value(node, text)
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif isinstance(node, yaml.MappingNode):
            values = {key.value: value for key, value in node.value if isinstance(value, yaml.ScalarNode)}
            person = _person({key: _yaml_value(values[key], text) for key in ("family", "given") if key in values})
            if person:
                yield person
            waiting += [value for key, value in node.value if not (person and key.value in ("family", "given"))]


def _yaml_value(node: yaml.ScalarNode, text: str) -> _Value:
    start, end = (min(mark.index, len(text)) for mark in (node.start_mark, node.end_mark))
    return _Value(len(text[:start].encode()), len(text[:end].encode()), str(node.value))


def _person(values: Mapping[str, _Value]) -> _Person | None:
    return _Person(values["family"], values["given"]) if "family" in values and "given" in values else None


def _toml_string(text: str, raw: str) -> str:
    lines = raw.count("\n")
    written = json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
    kept = "\\" + "\n" * lines
    return f'""{written[:-1]}{kept}"""' if lines else written


def _yaml_string(text: str, raw: str) -> str:
    """A quoted string; the line ends behind a block scalar stay behind it."""
    bare = raw.rstrip("\n")
    behind = "\n" * (len(raw) - len(bare))
    written = json.dumps(text, ensure_ascii=False)
    for char in "\x7f\x85\u2028\u2029\ufeff":
        written = written.replace(char, f"\\u{ord(char):04x}")
    padding = f"\\\n{_INDENT}" * bare.count("\n")
    return f'{written[:-1]}{padding}"{behind}'
