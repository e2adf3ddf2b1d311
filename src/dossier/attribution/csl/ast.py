"""The few shapes of pandoc's document tree that are used here (https://hackage.haskell.org/package/pandoc-types)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Node = dict[str, Any]

API_VERSION = [1, 23, 1]


def meta_string(text: str) -> Node:
    """Plain text in the metadata."""
    return {"t": "MetaString", "c": text}


def meta_inlines(inlines: Sequence[Node]) -> Node:
    """Set words in the metadata."""
    return {"t": "MetaInlines", "c": list(inlines)}


def meta_list(items: Sequence[Node]) -> Node:
    """A list in the metadata."""
    return {"t": "MetaList", "c": list(items)}


def meta_map(fields: Mapping[str, Node]) -> Node:
    """A mapping in the metadata."""
    return {"t": "MetaMap", "c": dict(fields)}


def words(text: str) -> list[Node]:
    """Plain text as inlines. Spaces must be nodes of their own: the processor does not find words in a string with spaces."""
    nodes: list[Node] = []
    for number, word in enumerate(text.split(" ")):
        nodes += [{"t": "Space"}] if number else []
        nodes += [{"t": "Str", "c": word}] if word else []
    return nodes


def span(inlines: Sequence[Node], classes: Iterable[str] = (), lang: str = "") -> Node:
    """Inlines with a class or a language."""
    return {"t": "Span", "c": [["", list(classes), [["lang", lang]] if lang else []], list(inlines)]}


def cite(source: str, prefix: Sequence[Node], suffix: Sequence[Node], number: int, *, suppress_author: bool) -> Node:
    """One source in a citation."""
    return {
        "citationId": source,
        "citationPrefix": list(prefix),
        "citationSuffix": list(suffix),
        "citationMode": {"t": "SuppressAuthor" if suppress_author else "NormalCitation"},
        "citationNoteNum": number,
        "citationHash": 0,
    }


def citation(cites: Sequence[Node]) -> Node:
    """A paragraph that is one citation."""
    return {"t": "Para", "c": [{"t": "Cite", "c": [list(cites), []]}]}


def division(blocks: Sequence[Node]) -> Node:
    """A part of the document in which “first” and “subsequent” are counted anew."""
    return {"t": "Div", "c": [["", ["section", "reset-citation-positions"], []], list(blocks)]}


def document(meta: Mapping[str, Node], blocks: Sequence[Node]) -> Node:
    """A whole document."""
    return {"pandoc-api-version": API_VERSION, "meta": dict(meta), "blocks": list(blocks)}
