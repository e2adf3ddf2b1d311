"""Which words of a passage are quoted from a source, and must stand as they stand there.

They are found as those are that are compared with their sources: words between quotation marks belong to the first citation
behind them in the same passage, a block quotation to the citation inside it or in the next passage. Where the source is in
another language the words are a translation of ours, and set like ours; where it is in the passage's own, nothing but white space
may be changed. The verdict is not asked for: words that could not be verified are somebody's all the same.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from dossier.content.quotation_marks import outer_pairs
from dossier.language.line import OBJECT, Span

CITATION = "citation"
"""Key of a token's ``meta``, of citations before and after they are set."""
NO_QUOTATION = "no-quotation"
"""Class of a span, or of a block quotation, that quotes nothing."""

Own = Callable[[Sequence[str], str], bool]
"""Whether words quoted from one of these sources, in a language, may be the source's own."""


@dataclass(slots=True)
class _Reading:
    """The words of a passage, and where each text of it stands among them."""

    text: list[str] = field(default_factory=list)
    inert: list[bool] = field(default_factory=list)
    starts: dict[int, int] = field(default_factory=dict)
    languages: dict[int, str] = field(default_factory=dict)
    citations: list[tuple[int, Sequence[str]]] = field(default_factory=list)
    open: list[tuple[bool, str]] = field(default_factory=list)

    def read(self, index: int, token: Token) -> None:
        if token.nesting == 1:
            self.open.append((NO_QUOTATION in str(token.attrs.get("class", "")).split(), str(token.attrs.get("lang", ""))))
        elif token.nesting == -1 and self.open:
            self.open.pop()
        elif token.type == "text":
            self.starts[index] = len(self.inert)
            self.languages[index] = next((tag for _, tag in reversed(self.open) if tag), "")
            self._add(token.content, any(quotes_nothing for quotes_nothing, _ in self.open))
        elif token.type in ("softbreak", "hardbreak"):
            self._add("\n", inert=False)
        elif CITATION in token.meta:
            self.citations.append((len(self.inert), token.meta[CITATION].sources))
        elif token.type == "code_inline":
            self._add(OBJECT, inert=True)

    def _add(self, text: str, inert: bool) -> None:
        self.text.append(text)
        self.inert += [inert] * len(text)


def quoted_spans(children: Sequence[Token], tag: str, are_own: Own) -> Mapping[int, list[Span]]:
    """The quoted words of a passage in the language ``tag``.

    Parameters
    ----------
    children:
        Its inline tokens.
    tag:
        Its language; spans may have another.
    are_own:
        Whether quoted words may be the source's own.

    Returns
    -------
    For the index of a text token the spans of it that are quoted, without the quotation marks.
    """
    if not any(CITATION in child.meta for child in children):
        return {}
    reading = _Reading()
    for index, child in enumerate(children):
        reading.read(index, child)
    found: dict[int, list[Span]] = {}
    for start, end in outer_pairs("".join(reading.text), lambda at: not reading.inert[at]):
        sources = next((sources for position, sources in reading.citations if position > start), ())
        if sources:
            for index, span in _within(children, reading, (start + 1, end)):
                if are_own(sources, reading.languages[index] or tag):
                    found.setdefault(index, []).append(span)
    return found


def quoted_in(text: str) -> tuple[Span, ...]:
    """What is quoted in plain text, without the marks."""
    return tuple((start + 1, end) for start, end in outer_pairs(text))


def _within(children: Sequence[Token], reading: _Reading, quoted: Span) -> Iterator[tuple[int, Span]]:
    """The texts that lie in a span of the passage's words, and which part of each."""
    for index, first in reading.starts.items():
        start, end = max(quoted[0] - first, 0), min(quoted[1] - first, len(children[index].content))
        if start < end:
            yield index, (start, end)


def quoted_blocks(tokens: Sequence[Token]) -> Mapping[int, tuple[str, ...]]:
    """The block quotations among the tokens of a document.

    Returns
    -------
    For the index of each ``inline`` token in one the ids of the sources that it is from; none of those that cite no source.
    """
    return dict(_blocks(tokens))


def _blocks(tokens: Sequence[Token]) -> Iterator[tuple[int, tuple[str, ...]]]:
    position = 0
    while position < len(tokens):
        token, end = tokens[position], position + 1
        if token.type == "blockquote_open" and NO_QUOTATION not in str(token.attrs.get("class", "")).split():
            end = _closing(tokens, position)
            inside = [index for index in range(position, end) if tokens[index].type == "inline"]
            sources = [source for index in inside for source in _cited(tokens[index])] or _cited_behind(tokens, end)
            if sources:
                yield from ((index, tuple(sources)) for index in inside)
        position = end


def _closing(tokens: Sequence[Token], opening: int) -> int:
    depth = 0
    for index in range(opening, len(tokens)):
        depth += tokens[index].nesting
        if not depth:
            return index
    return len(tokens)


def _cited_behind(tokens: Sequence[Token], end: int) -> list[str]:
    """The sources that the block behind a block quotation cites first; another block quotation has its own."""
    for token in tokens[end + 1 :]:
        if token.type in ("blockquote_open", "footnote_block_open"):
            break
        if token.type == "inline":
            return _cited(token)
    return []


def _cited(inline: Token) -> list[str]:
    return [source for child in inline.children or () if CITATION in child.meta for source in child.meta[CITATION].sources]
