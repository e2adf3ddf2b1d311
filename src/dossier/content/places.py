"""Where keys and values stand in ``dossier.toml`` or in front matter."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.model.place import Place

KeyPath = tuple[str | int, ...]
"""The way to a value: ``("editors", 0, "family")``."""


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a file's keys and values.

    Lookups never fail: for a path that the file does not have, the place of the nearest table or list around it is given,
    at last the beginning of the file.

    Parameters
    ----------
    file:
        The file, relative to the project's root.
    keys, values:
        Where the key of a path, and its value, begins. Items of lists have values only.
    """

    file: str
    keys: Mapping[KeyPath, Place] = field(default_factory=dict)
    values: Mapping[KeyPath, Place] = field(default_factory=dict)

    def key(self, path: KeyPath) -> Place:
        """Where the key of ``path`` stands; for an item of a list, the item."""
        return self.keys.get(path) or self.value(path)

    def value(self, path: KeyPath) -> Place:
        """Where the value of ``path`` begins."""
        for end in range(len(path), 0, -1):
            found = self.values.get(path[:end])
            if found:
                return found
        return Place(self.file, 1, 1)


def position(text: str, index: int) -> tuple[int, int]:
    """Line and column, counted from 1, of the character at ``index``."""
    return text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1
