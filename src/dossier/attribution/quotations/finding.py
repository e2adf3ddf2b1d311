"""Find the quotations of a document, and the sources they are attached to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it.token import Token

from dossier.attribution.quotations.words import HARD_BREAK, NO_QUOTATION, PlacedCitation, Words, as_quoted, words_of
from dossier.content.located import Locator
from dossier.content.markdown import BLOCK
from dossier.content.quotation_marks import outer_pairs, quoted_words
from dossier.model.citation import Citation
from dossier.model.document import Document
from dossier.model.quotation import Quotation

_DASH = re.compile(r"\s*(?:[–—―]|--)")
_NO_WORDS = re.compile(r"[\W_]*")
_PULLED = "pull"
"""Class of a block quotation that is set large; whatever follows its first paragraph says whose words it is."""
_LOOKED_FOR = 40
"""Characters of a quotation by which its place is found."""


def find_quotations(document: Document, tokens: Sequence[Token]) -> tuple[Quotation, ...]:
    """The quotations of ``document`` that a citation belongs to, in its order.

    An inline quotation (between quotation marks) belongs to the first citation behind its first mark in the same block. A block
    quotation belongs to the citations inside it, else to the first citation of the next block. What no citation belongs to is not
    among them, nor what only a citation with a prefix (*see*) belongs to.

    Parameters
    ----------
    document:
        The document as it was written.
    tokens:
        Its finished tokens, as :class:`~dossier.content.parsed.ParsedDocument` has them.
    """
    return tuple(_Finding(document, tokens, Locator(document)).found())


def sources_of(citation: Citation) -> tuple[str, ...]:
    """Ids of the sources that must have words which ``citation`` is given for.

    That is every one without a prefix; of ``[@letter, as quoted in @report]`` only the report, which was read. A source whose own
    words stand behind it (``[@paper, para. 3: «…»]``) is quoted in translation: it must have those.
    """
    chains: list[list[int]] = []
    for number, cite in enumerate(citation.cites):
        if cite.quotes_previous and chains:
            chains[-1].append(number)
        else:
            chains.append([number])
    read = (citation.cites[chain[-1]] for chain in chains if not citation.cites[chain[0]].prefix)
    return tuple(dict.fromkeys(cite.source for cite in read if not quoted_words(cite.suffix)))


@dataclass(frozen=True, slots=True)
class _Finding:
    document: Document
    tokens: Sequence[Token]
    locator: Locator

    def found(self) -> Iterator[Quotation]:
        languages: list[str] = []
        position = 0
        while position < len(self.tokens):
            token = self.tokens[position]
            if token.nesting == 1:
                languages.append(str(token.attrGet("lang") or ""))
            elif token.nesting == -1:
                languages.pop()
            if token.type == "blockquote_open":
                end = self._end(position)
                yield from self._block(position, end, self._language(languages))
                position = end  # the closing token is read next: it takes its language from the list
                continue
            if token.type == "inline":
                yield from self._inline(token, self._language(languages))
            position += 1

    def _language(self, languages: Sequence[str]) -> str:
        return next(filter(None, reversed(languages)), self.document.language)

    def _number(self, block: Token) -> int:
        """Its index among the blocks as they were written; a note in the middle of a block has the index of that block."""
        if BLOCK in block.meta:
            return int(block.meta[BLOCK])
        inlines = ((index, token.content) for index, token in enumerate(self.document.blocks) if token.type == "inline")
        return next((index for index, content in inlines if f"^[{block.content}" in content), -1)

    def _written(self, block: Token, number: int) -> Token:
        """The block that has lines in the file: of a note in the middle of a block, that block."""
        return block if block.map or number < 0 else self.document.blocks[number]

    def _end(self, position: int) -> int:
        """Where the block quotation closes that opens at ``position``."""
        depth = 0
        for index in range(position, len(self.tokens)):
            depth += self.tokens[index].nesting
            if not depth:
                return index
        return len(self.tokens)

    def _inline(self, block: Token, language: str) -> Iterator[Quotation]:
        words = words_of(block)
        if not words.citations:
            return
        number = self._number(block)
        for start, end in outer_pairs(words.text, words.is_sign):
            cited = next((placed for placed in words.citations if placed.position > start), None)
            text = as_quoted(words.text[start + 1 : end])
            place = self.locator.place(self._written(block, number), *_sought(words.text[start:end]))
            sources = sources_of(cited.citation) if cited else ()
            if cited and sources and not _NO_WORDS.fullmatch(text):
                spoken = words.languages[start] or language
                yield Quotation(self.document.id, number, cited.index, sources, text, spoken, place)
        yield from self._originals(block, number, words)

    def _originals(self, block: Token, number: int, words: Words) -> Iterator[Quotation]:
        for placed in words.citations:
            for cite in placed.citation.cites:
                for text in quoted_words(cite.suffix):
                    place = self.locator.place(self._written(block, number), *_sought(text))
                    own = Quotation(self.document.id, number, placed.index, (cite.source,), text, "und", place)
                    yield replace(own, is_original=True)

    def _block(self, start: int, end: int, language: str) -> Iterator[Quotation]:
        written = [(token, words_of(token)) for token in self.tokens[start:end] if token.type == "inline"]
        cited = [placed for _, words in written for placed in words.citations] or self._cited_behind(end)
        classes = str(self.tokens[start].attrGet("class") or "").split()
        if NO_QUOTATION in classes:
            return
        paragraphs = _without_attribution(written, is_pulled=_PULLED in classes)
        quoted = [(block, text) for block, text in paragraphs if not _NO_WORDS.fullmatch(text)]
        sources = tuple(dict.fromkeys(source for placed in cited for source in sources_of(placed.citation)))
        if not quoted or not sources:
            return
        block, first = quoted[0]
        text = _unmarked("\n\n".join(as_quoted(text) for _, text in quoted))
        place = self.locator.place(block, *_sought(first.lstrip()))
        number = self._number(block)
        yield Quotation(self.document.id, number, cited[0].index, sources, text, language, place, is_block=True)

    def _cited_behind(self, end: int) -> list[PlacedCitation]:
        """The first citation of the block behind a block quotation; another block quotation has its own."""
        for token in self.tokens[end + 1 :]:
            if token.type in ("blockquote_open", "footnote_block_open"):
                break
            if token.type == "inline":
                return list(words_of(token).citations[:1])
        return []


def _without_attribution(written: Sequence[tuple[Token, Words]], *, is_pulled: bool) -> list[tuple[Token, str]]:
    """The paragraphs of a block quotation, without the line at its end that says whose words they are."""
    paragraphs = [(block, words.text) for block, words in written]
    if not paragraphs or is_pulled:
        return paragraphs[:1]
    block, last = paragraphs[-1]
    if len(paragraphs) > 1 and _DASH.match(last):
        return paragraphs[:-1]
    *lines, line = last.split(HARD_BREAK)
    return [*paragraphs[:-1], (block, HARD_BREAK.join(lines))] if lines and _DASH.match(line) else paragraphs


def _unmarked(text: str) -> str:
    """``text`` without a pair of quotation marks around all of it."""
    whole = next(outer_pairs(text), None)
    return text[1:-1].strip() if whole == (0, len(text) - 1) else text


def _sought(text: str) -> tuple[str, ...]:
    """What to look for in the file, surest first: the first line, the first word, the mark before markup, the mark."""
    line = re.split(f"[\n{HARD_BREAK}]", text, maxsplit=1)[0]
    mark = text[:1]
    return line[:_LOOKED_FOR], line.split(" ")[0], f"{mark}*", f"{mark}_", f"{mark}[", mark
