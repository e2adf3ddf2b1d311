"""Units read into passages: markup taken out of the words, with the Markdown it was written in."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dossier.content.placed import Placed, placed_inline
from dossier.language.addresses import addresses_in
from dossier.translation.drafting.passage import NOTE, Anchor, Opaque, Passage, Span, Words
from dossier.translation.image_words import image_parts

BREAK = "\n"
"""What stands for a hard line break in the words of a passage."""

_MARKS = {"em": "emphasis", "strong": "strong emphasis", "s": "struck words"}
_ENCLOSED = {"link": "link", "span": "marked words"}
_KINDS = {"footnote_ref": NOTE, "citation": "citation", "html_inline": "HTML"}
_PLACEHOLDER = re.compile(r"\{[^{}\n]*\}|%\(\w+\)[sd]|%[sd]")
_SHORTCUT = re.compile(r"\](?:\[\])?(?![\[(])")
_BLANK = " \t\u00a0"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a document's inline Markdown is parsed with: markdown-it's ``env``, and whether HTML makes tokens."""

    environment: Mapping[str, Any]
    raw_html: bool = False


def read_string(text: str) -> Passage:
    """A plain string."""
    return _with_addresses(Passage(text))


def read_markdown(markdown: str, around: Surroundings) -> Passage:
    """Inline Markdown."""
    reader = _Reader(markdown, around)
    for group in _groups(placed_inline(markdown, around.environment, raw_html=around.raw_html)):
        reader.take(group)
    return _with_addresses(reader.passage())


def _groups(tokens: Sequence[Placed]) -> Iterator[tuple[Placed, ...]]:
    """Each token by itself, but the three of an autolink together."""
    position = 0
    while position < len(tokens):
        length = 3 if tokens[position].token.markup == "autolink" else 1
        yield tuple(tokens[position : position + length])
        position += length


@dataclass(frozen=True, slots=True)
class _Open:
    """Markup that was opened: its span, how many anchors stood before it, and where its words begin in the Markdown."""

    span: int
    anchors: int
    place: int


@dataclass(slots=True)
class _Reader:
    markdown: str
    around: Surroundings
    text: str = ""
    spans: list[Span] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    opaques: list[Opaque] = field(default_factory=list)
    open: list["_Open"] = field(default_factory=list)
    owes_space: bool = False
    space_follows: bool = False

    def passage(self) -> Passage:
        spans = tuple(one for one in self.spans if one.end > one.start)
        return Passage(self.text, spans, tuple(self.anchors), tuple(self.opaques))

    def take(self, group: Sequence[Placed]) -> None:
        first = group[0].token
        self.space_follows = self.markdown[group[-1].end : group[-1].end + 1].isspace()
        raw = self.markdown[group[0].start : group[-1].end]
        if len(group) == 3:
            self._opaque(group[1].token.content, raw.strip(_BLANK), "address")
        elif first.type in ("text", "text_special"):
            self._words(first.content.replace(BREAK, " "))
        elif first.type == "softbreak":
            self._words(" ")
        elif first.type == "hardbreak":
            self._words(BREAK)
        elif first.type == "code_inline":
            self._opaque(first.content, raw.strip(_BLANK), "code")
        elif first.nesting == 1:
            self._opened(first.type.removesuffix("_open"), first.markup, group[0].end)
        elif first.nesting == -1:
            self._closed(first.type.removesuffix("_close"), first.markup, group[0].start, raw.rstrip(f"{_BLANK}\n"))
        elif first.type == "image":
            self._anchor(self._image(raw.strip(_BLANK)), "image")
        elif first.type == "footnote_ref" and raw.startswith("^["):
            note = read_markdown(raw.strip(_BLANK)[2:-1], self.around)
            self._anchor(("^[", Words(note), "]"), NOTE)
        else:
            self._anchor((raw.strip(_BLANK),), _KINDS.get(first.type, "markup"))

    def _words(self, words: str) -> None:
        if self.owes_space and words[:1].isalnum():
            self.text += " "
        self.owes_space = False
        self.text += words

    def _opaque(self, words: str, markdown: str, kind: str) -> None:
        self._words("")
        start = len(self.text)
        self.text += words
        self.opaques.append(Opaque(start, len(self.text), words, markdown, kind))

    def _opened(self, kind: str, markup: str, place: int) -> None:
        self._words("")
        opening, named = (markup, _MARKS[kind]) if kind in _MARKS else ("[", _ENCLOSED[kind])
        self.open.append(_Open(len(self.spans), len(self.anchors), place))
        self.spans.append(Span(len(self.text), len(self.text), opening, "", named))

    def _closed(self, kind: str, markup: str, place: int, raw: str) -> None:
        opened = self.open.pop()
        index, label = opened.span, self.markdown[opened.place : place]
        one = replace(self.spans[index], closing=_closing(kind, markup, raw, label))
        inside = self.text[one.start :]
        if inside.strip():
            start = one.start + len(inside) - len(inside.lstrip())
            self.spans[index] = replace(one, start=start, end=len(self.text.rstrip()))
        else:
            self._enclose(one, self.anchors[opened.anchors :])
            del self.spans[index]

    def _enclose(self, span: Span, anchors: Sequence[Anchor]) -> None:
        """A span without words, such as a link around an image, is one anchor with all that is in it."""
        inside = (part for one in anchors for part in one.parts)
        del self.anchors[len(self.anchors) - len(anchors) :]
        self._anchor((span.opening, *inside, span.closing), span.kind)

    def _anchor(self, parts: tuple[str | Words, ...], kind: str) -> None:
        spaced = self.text.endswith(tuple(_BLANK)) and self._may_lose_space()
        if spaced:
            self.text = self.text.rstrip(_BLANK)
            self.owes_space = True
        self.anchors.append(Anchor(len(self.text), parts, kind, spaced or (not self.text and self.space_follows)))

    def _may_lose_space(self) -> bool:
        """Whether the space at the end is no part of markup that stands before it."""
        return not self.open or self.spans[self.open[-1].span].start < len(self.text)

    def _image(self, raw: str) -> tuple[str | Words, ...]:
        return tuple(
            Words(read_markdown(part.text, self.around), part.quote) if part.is_words else part.text for part in image_parts(raw)
        )


def _closing(kind: str, markup: str, raw: str, label: str) -> str:
    if kind in _MARKS:
        return markup
    return _named(raw, label) if kind == "link" else raw


def _named(closing: str, label: str) -> str:
    """What closes a link whose words are the name of its address, so that other words may stand there: ``][label]``."""
    return f"][{label}]{closing[len(_bare(closing)) :]}" if _bare(closing) else closing


def _bare(closing: str) -> str:
    found = _SHORTCUT.match(closing)
    return found[0] if found else ""


def _with_addresses(passage: Passage) -> Passage:
    """``passage`` with addresses, identifiers and placeholders in its words made opaque; those in emphasis too."""
    found = [*_addresses(passage), *(one.span() for one in _PLACEHOLDER.finditer(passage.text))]
    opaques, last = list(passage.opaques), 0
    for start, end in sorted(found):
        is_free = start >= last and all(one.end <= start or end <= one.start for one in _near(passage.opaques, start))
        if is_free and end > start and not passage.is_torn(start, end):
            last = end
            opaques.append(Opaque(start, end, passage.text[start:end], "", "address or identifier"))
    return replace(passage, opaques=tuple(sorted(opaques, key=lambda one: one.start)))


def _addresses(passage: Passage) -> Iterator[tuple[int, int]]:
    """Addresses as far as no markup begins or ends in them: a sign behind that is none of theirs may look like a part of them."""
    edges = passage.edges
    for start, end in addresses_in(passage.text):
        inside = bisect_right(edges, start)
        yield start, min(end, edges[inside]) if inside < len(edges) else end


def _near(opaques: Sequence[Opaque], place: int) -> Sequence[Opaque]:
    """The opaque words that begin before or at ``place``, and those that come next: no others can overlap what begins there."""
    index = bisect_right(opaques, place, key=lambda one: one.start)
    return opaques[max(0, index - 1) : index + 1]
