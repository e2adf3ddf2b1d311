"""Notes that no passage leads to: what stands in them is on no page, so that nothing in them is called, cited or numbered."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from markdown_it.token import Token

from dossier.content.rules.reading_order import CALL, as_read

_NOTES, _LABELS = "footnotes", "refs"
"""Where ``mdit-py-plugins`` keeps notes in markdown-it's ``env``, and their labels, each behind a colon."""


def lost_notes(tokens: Sequence[Token], environment: Mapping[str, Any]) -> frozenset[str]:
    """The labels of notes in ``environment`` that are called neither in the finished ``tokens`` nor in a note that is."""
    labels = {str(key)[1:] for key in environment.get(_NOTES, {}).get(_LABELS, ())}
    if not labels:
        return frozenset()
    called = {str(token.meta.get("label")) for token in as_read(tokens) if token.type == CALL}
    return frozenset(labels - called)


def without_notes(tokens: Sequence[Token], labels: Collection[str]) -> Iterator[Token]:
    """The block tokens ``tokens`` without the notes called ``labels``."""
    is_in = False
    for token in tokens:
        if token.type == "footnote_reference_open":
            is_in = token.meta["label"] in labels
        if not is_in:
            yield token
        if token.type == "footnote_reference_close":
            is_in = False


def without_labels(environment: Mapping[str, Any], labels: Collection[str]) -> dict[str, Any]:
    """``environment`` as if there were no notes called ``labels``."""
    notes = environment[_NOTES]
    known = {key: value for key, value in notes[_LABELS].items() if str(key)[1:] not in labels}
    return {**environment, _NOTES: {**notes, _LABELS: known}}
