"""Whether a draft has all that its original has, besides words: proved by parsing it as it will be read."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dossier.content.markdown import inline_parser
from dossier.translation.atoms import fixed_parts
from dossier.translation.drafting.passage import Passage, Words
from dossier.translation.drafting.reading import Surroundings

_WORDS = ("text", "text_special", "softbreak", "hardbreak")
_WRITTEN = ("html_inline", "code_inline", "citation")
_TEXTS = ("text", "text_special", "code_inline")


def keeps_everything(original: str, draft: str, around: Surroundings, passage: Passage) -> bool:
    """Whether the Markdown ``draft`` has the links, notes, citations, images, code, marks and fixed words of ``original``.

    Parameters
    ----------
    original, draft:
        Inline Markdown.
    around:
        What both are parsed with.
    passage:
        The original as it was read; its opaque words are looked for in the text readers see.
    """
    before, after = (
        tuple(_Reading(*inline_parser(around.raw_html, around.environment)).tokens(text)) for text in (original, draft)
    )
    same_atoms = fixed_parts(before) == fixed_parts(after)
    return same_atoms and _marks(before) == _marks(after) and keeps_words(passage, "".join(map(_shown, after)))


def keeps_words(passage: Passage, seen: str) -> bool:
    """Whether each opaque word of ``passage`` stands in ``seen`` as often as there, at least, those of its notes too."""
    wanted = Counter(_fixed_words(passage))
    return all(seen.count(words) >= times for words, times in wanted.items())


def _fixed_words(passage: Passage) -> Iterator[str]:
    yield from (one.words for one in passage.opaques)
    for part in (part for anchor in passage.anchors for part in anchor.parts):
        if isinstance(part, Words):
            yield from _fixed_words(part.passage)


@dataclass(frozen=True, slots=True)
class _Reading:
    """How a text is parsed; the environment learns of the notes that are written in place."""

    parser: MarkdownIt
    environment: dict[str, Any]

    def tokens(self, text: str) -> Iterator[Token]:
        """Every token, with those of alternative texts, of notes written in place, and of captions (titles of images)."""
        tokens: list[Token] = []
        self.parser.inline.parse(text, self.parser, self.environment, tokens)
        return self._all(tokens)

    def _all(self, tokens: Iterable[Token]) -> Iterator[Token]:
        for token in tokens:
            yield token
            yield from self._all(token.children or ())
            if token.type == "image" and "title" in token.attrs:
                yield from self.tokens(str(token.attrs["title"]))
            elif token.type == "footnote_ref" and "label" not in token.meta:
                yield from self._all(self.environment["footnotes"]["list"][token.meta["id"]]["tokens"])


def _marks(tokens: Sequence[Token]) -> Counter[tuple[str, str]]:
    """How often each kind of mark stands in a text: emphasis, marked words, code, HTML tags …"""
    found = (token for token in tokens if token.nesting >= 0 and token.type not in _WORDS)
    return Counter((token.type, token.content if token.type in _WRITTEN else "") for token in found)


def _shown(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return token.content if token.type in _TEXTS else ""
