"""Where markup goes in a translation.

An engine sees words only. What the markup stands around is looked for in what it made: as it was written (names, figures), as the
engine translates it by itself, as the glossary has it; and where the engine tells which word comes from which, there too, if that
agrees with the words translated by themselves. Nothing is guessed: what is not found is not placed.
"""

from dataclasses import dataclass

from dossier.translation.drafting.anchor_places import anchor_places
from dossier.translation.drafting.passage import Passage
from dossier.translation.drafting.span_places import Wordings, span_places
from dossier.translation.drafting.stand_ins import places
from dossier.translation.drafting.translated import Range, Translated


@dataclass(frozen=True, slots=True)
class Positions:
    """Where the opaque words, spans and anchors of a passage stand in its translation; ``None``: nowhere that can be told."""

    opaques: tuple[Range, ...]
    spans: tuple[Range | None, ...]
    anchors: tuple[int | None, ...]


def opaque_positions(passage: Passage, text: str) -> tuple[Range, ...] | str:
    """Where the opaque words of ``passage`` stand in ``text``; the first that does not stand there exactly so often."""
    stand_ins = [passage.text[one.start : one.end] for one in passage.opaques]
    found: dict[str, list[Range]] = {words: places(text, words) for words in dict.fromkeys(stand_ins)}
    for one, words in zip(passage.opaques, stand_ins, strict=True):
        if len(found[words]) != stand_ins.count(words):
            return one.words
    waiting = {words: iter(where) for words, where in found.items()}
    return tuple(next(waiting[words]) for words in stand_ins)


def positions(passage: Passage, made: Translated, opaques: tuple[Range, ...], wordings: Wordings) -> Positions:
    """Where everything that stands in ``passage`` goes in ``made``.

    Parameters
    ----------
    passage:
        The original, with what stood in for its opaque words.
    made:
        Its translation.
    opaques:
        What :func:`opaque_positions` gave.
    wordings:
        How the words of a span may read.
    """
    spans = span_places(passage, made, opaques, wordings)
    return Positions(opaques, spans, anchor_places(passage, made, opaques, spans))
