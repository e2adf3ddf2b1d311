"""A passage as one line of text, and back into its tokens: rules look across emphasis and links, and never into code.

Texts are joined in their order. What is no text (code, an image, the number of a note, a citation, an address, words of another
language) stands in the line as one sign, and stays what it is; tags have no length. After the rules the line is cut where tokens
end, and each text takes its part.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from markdown_it.token import Token

from dossier.edition.run_marks import Mark, marks_of
from dossier.language.addresses import addresses_in
from dossier.language.line import OBJECT, Line, Span
from dossier.language.rule import Run

_BREAK = "\n"
_RAW_FORMATTING = re.compile(r"</?(?:em|strong|i|b|u|s|span|sub|sup|mark|small|abbr|cite|q|dfn|a|ins|del|bdi)\b", re.IGNORECASE)

_TEXT = Token("text", "", 0)

Tokens = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Tokens that stand together, and what they are in the line: words, a sign for what is none, or nothing (a tag).

    ``quoted`` are the spans of its words that are a source's.
    """

    tokens: Tokens
    text: str = ""
    quoted: tuple[Span, ...] = ()

    @property
    def is_fixed(self) -> bool:
        """Whether its sign must stay what it is."""
        return self.text in (OBJECT, _BREAK) and self.tokens[0].type != "text"

    @property
    def depth(self) -> int | None:
        """What it adds to the depth of markup; ``None`` for a raw tag, of which nobody knows."""
        return sum(token.nesting for token in self.tokens) if self.text or self.tokens[0].type != "html_inline" else None


def part(token: Token, quoted: Sequence[Span] = ()) -> Part:
    """The part that a single token is."""
    if token.type == "text":
        return Part((token,), token.content, tuple(quoted))
    if token.type == "softbreak":
        return Part((token,), " ")
    if token.type == "hardbreak":
        return Part((token,), _BREAK)
    is_tag = token.nesting != 0 or (token.type == "html_inline" and _RAW_FORMATTING.match(token.content))
    return Part((token,), "" if is_tag else OBJECT)


def line_of(parts: Sequence[Part]) -> Line:
    """The line that ``parts`` make; its bounds are their ends."""
    ends = tuple(accumulate(len(part.text) for part in parts))
    placed = list(zip(parts, (0, *ends), ends, strict=False))
    text = "".join(part.text for part in parts)
    fixed = ((start, end) for part, start, end in placed if part.is_fixed)
    quoted = ((start + first, start + last) for part, start, _ in placed for first, last in part.quoted)
    return Line(text, ends, (*addresses_in(text), *fixed), tuple(quoted))


def tokens_of(parts: Sequence[Part], line: Line, runs: Iterable[Run]) -> list[Token]:
    """The tokens of ``parts`` with the words of ``line``, its ``runs`` marked."""
    spans = tuple(pairwise((0, *line.bounds)))
    marks: dict[int, list[Mark]] = {}
    for mark in marks_of([part.depth for part in parts], [_takes_mark(part) for part in parts], spans, runs):
        marks.setdefault(mark.part, []).append(mark)
    found: list[Token] = []
    for index, (part, span) in enumerate(zip(parts, spans, strict=True)):
        found += _written(part, line.text, span, marks.get(index, ()))
    return found


def _takes_mark(part: Part) -> bool:
    """Whether a mark around this part alone is of use."""
    return bool(part.text) and not part.is_fixed and part.tokens[0].type != "softbreak"


def _written(part: Part, text: str, span: Span, marks: Sequence[Mark]) -> Iterator[Token]:
    """The tokens of a part, cut where marks stand in its words; around anything else they stand."""
    if part.tokens[0].type != "text":
        yield from (mark.token for mark in marks if mark.opens)
        yield from _object(part, text[slice(*span)])
        yield from (mark.token for mark in marks if not mark.opens)
        return
    token, position = part.tokens[0], span[0]
    for mark in marks:
        yield from _words(text[position : mark.position], token)
        yield mark.token
        position = mark.position
    yield from _words(text[position : span[1]], token)


def _object(part: Part, text: str) -> Iterator[Token]:
    """The part's own tokens in the place of their sign, and words that came to stand beside it."""
    if part.text and part.text in text:
        before, _, behind = text.partition(part.text)
        yield from _words(before)
        yield from part.tokens
        yield from _words(behind)
        return
    yield from _words(text)
    # A line's end in the source that became a no-break space is gone; all else stays.
    yield from part.tokens if part.tokens[0].type != "softbreak" else ()


def _words(text: str, token: Token = _TEXT) -> Iterator[Token]:
    if text:
        yield token.copy(content=text)
