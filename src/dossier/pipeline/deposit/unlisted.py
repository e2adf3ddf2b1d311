"""A project's files without the lists of withheld names, which are the one place where these names are written out."""

from collections.abc import Iterable
from dataclasses import dataclass

import tree_sitter
import tree_sitter_toml
import yaml

from dossier.content.front_matter import split_front_matter
from dossier.model.diagnostics import DossierError
from dossier.model.files import Files

_KEY = "withhold"
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class UnlistedFiles(Files):
    """``files`` whose ``dossier.toml`` and front matter have no key ``withhold``; every line stays where it is."""

    files: Files

    def read(self, path: str) -> bytes:
        """The bytes of the file at ``path`` without the list; raises as :class:`Files` does."""
        data = self.files.read(path)
        if path.endswith(".toml"):
            return _without_table(data)
        return _without_front_matter_key(data) if path.endswith(".md") else data

    def exists(self, path: str) -> bool:
        """Whether there is such a file."""
        return self.files.exists(path)

    def glob(self, pattern: str) -> Iterable[str]:
        """Paths that match ``pattern``, sorted."""
        return self.files.glob(pattern)


def _without_table(data: bytes) -> bytes:
    """TOML: the pair ``withhold = […]``, or every ``[[withhold]]``, at the top of the file."""
    root = tree_sitter.Parser(tree_sitter.Language(tree_sitter_toml.language())).parse(data).root_node
    for node in reversed(root.named_children):
        kinds = ("bare_key", "quoted_key")
        key = next((child for child in node.named_children if child.type in kinds), None)
        if key is not None and data[key.start_byte : key.end_byte].strip(b"\"'") == _KEY.encode():
            data = _blanked(data, node.start_byte, node.end_byte)
    return data


def _without_front_matter_key(data: bytes) -> bytes:
    """YAML: the key ``withhold`` of the front matter; a file that has none, or no text, stays as it is."""
    try:
        text = data.decode()
        plain = text.removeprefix(_MARK).replace("\r\n", "\n").replace("\r", "\n")
        parts = split_front_matter(plain, "")
    except (UnicodeDecodeError, DossierError):
        return data
    if _KEY not in parts.values:
        return data
    opening = plain.index("\n") + 1
    inner = plain[opening : len(plain) - len(parts.body)]
    root = yaml.compose(inner[: inner.rindex("---")], Loader=yaml.CBaseLoader)
    assert isinstance(root, yaml.MappingNode), "front matter with a key is a mapping"
    key, value = next(pair for pair in root.value if pair[0].value == _KEY)
    start, end = opening + key.start_mark.index, opening + value.end_mark.index
    done = plain[:start] + "\n" * plain.count("\n", start, end) + plain[end:]
    return done.encode()


def _blanked(data: bytes, start: int, end: int) -> bytes:
    return data[:start] + b"\n" * data.count(b"\n", start, end) + data[end:]
