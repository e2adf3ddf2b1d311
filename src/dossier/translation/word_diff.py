"""What changed between two texts, word by word, in the notation of ``git diff --word-diff``: ``[-old-]{+new+}``."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_PIECE = re.compile(r"\s+|\d+(?:[.,\u066b\u066c\u00a0\u202f]\d+)+|\w+|[^\w\s]")
_AROUND = 4


@dataclass(frozen=True, slots=True)
class Change:
    """A run of the two texts: ``old`` and ``new`` are equal where nothing changed; one may be empty."""

    old: str
    new: str

    @property
    def is_change(self) -> bool:
        """Whether the texts differ here."""
        return self.old != self.new

    def __str__(self) -> str:
        if not self.is_change:
            return self.new
        return (f"[-{self.old}-]" if self.old else "") + (f"{{+{self.new}+}}" if self.new else "")


def word_diff(old: str, new: str) -> tuple[Change, ...]:
    """The runs of which two texts are made, equal ones and changed ones, in order.

    Joined, the ``old`` sides give ``old`` and the ``new`` sides ``new``.
    """
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return tuple(Change("".join(before[i:j]), "".join(after[k:m])) for _, i, j, k, m in codes)


def excerpt(changes: Sequence[Change]) -> str:
    """The changes with a few words around each, in one line."""
    return "".join(_shortened(changes)).strip().replace("\n", " ")


def _shortened(changes: Sequence[Change]) -> Iterator[str]:
    for index, change in enumerate(changes):
        pieces = _PIECE.findall(change.new)
        if change.is_change or len(pieces) <= 4 * _AROUND:
            yield str(change)
            continue
        head = "".join(pieces[: 2 * _AROUND]) if index else ""
        tail = "".join(pieces[-2 * _AROUND :]) if index + 1 < len(changes) else ""
        yield f"{head}…{tail}"
