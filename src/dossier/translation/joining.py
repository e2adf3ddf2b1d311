"""Paragraphs that were joined: a new text in which several old ones stand, one behind the other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.translation.likeness import folded_text, span_in
from dossier.translation.po import Entry

_CUTOFF = 85.0
"""How like (per cent) an old text must be to the words that it is found in."""


@dataclass(frozen=True, slots=True)
class _Piece:
    entry: Entry
    start: int
    end: int

    def overlaps(self, other: "_Piece") -> bool:
        return self.start < other.end and other.start < self.end


def joined_from(msgid: str, candidates: Iterable[Entry]) -> Sequence[Entry]:
    """Which of ``candidates`` stand in ``msgid`` side by side, in its order; none where it is fewer than two.

    Where two of them claim the same words, the longer one has them.
    """
    whole = folded_text(msgid)
    spans = [(entry, span_in(folded_text(entry.msgid), whole, _CUTOFF)) for entry in candidates]
    found = [_Piece(entry, *span) for entry, span in spans if span]
    pieces: list[_Piece] = []
    for piece in sorted(found, key=lambda one: one.start - one.end):
        if not any(piece.overlaps(other) for other in pieces):
            pieces.append(piece)
    return [piece.entry for piece in sorted(pieces, key=lambda one: one.start)] if len(pieces) > 1 else []
