"""A document with its inline Markdown parsed, for those who look at links, images and ids."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from dossier.content.markdown import finish
from dossier.model.document import Document


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """A document and its finished tokens, in the original language."""

    document: Document
    tokens: Sequence[Token]

    @classmethod
    def of(cls, document: Document) -> "ParsedDocument":
        """``document`` with the tokens it was read with; they are made where it has none, and it is left as it is."""
        if document.tokens:
            return cls(document, document.tokens)
        tokens, _ = finish(document.blocks, document.environment, raw_html=document.raw_html)
        return cls(document, tokens)

    def inline(self, *types: str) -> Iterator[tuple[Token, Token]]:
        """Every inline token of one of ``types``, after the block it stands in."""
        for block in self.tokens:
            for child in block.children or ():
                if child.type in types:
                    yield block, child

    def raw(self) -> Iterator[tuple[Token, Token]]:
        """Every token of raw HTML, after the block it stands in (itself, where it is a block)."""
        yield from ((block, block) for block in self.tokens if block.type == "html_block")
        yield from self.inline("html_inline")
